import { describe, expect, it } from 'vitest'
import { timesOf } from '../../../bench/learn/reports.ts'
import { boundOf, type Trial, treesOf } from '../../../bench/learn/statements/said.ts'
import { Trees } from '../../../ingest/learned/trees.ts'
import { FIELDS } from '../../../ingest/relate/facts/likely.ts'

interface Asked {
  start: number
  right: boolean
  open?: boolean
}
/** Sixty articles with one number that may be said of each of these; of those that look alike the first is taken. */
const trials = (asked: readonly Asked[]): Trial[] =>
  Array.from({ length: 60 }, (_, i) => ({
    wanted: 1,
    times: 1,
    said: asked.map(({ start, right, open = false }, k) => ({
      number: 0,
      key: `${k} ${i}`,
      values: Float64Array.from(FIELDS, (__, field) => (field === 0 ? start : 0)),
      start,
      right,
      open,
    })),
  }))

describe('the bound from which on a number is said of somebody', () => {
  it('counts no second below a half, as none is read', () => {
    const alike = [true, false, false].map((right) => ({ start: Math.log(1 / 2), right }))
    expect(boundOf(trials(alike)).line).toContain('≥ 0.25 F1 1.000')
  })

  it('is the highest of those that serve alike', () => {
    expect(boundOf(trials([{ start: 3, right: true }])).bound).toBe(0.45)
  })

  it('counts none that two readers may differ on', () => {
    const asked = [
      { start: 2, right: true },
      { start: 3, right: false, open: true },
    ]
    expect(boundOf(trials(asked)).line).toContain('≥ 0.45 F1 1.000')
  })
})

it('what retells a published report counts more than what contradicts it as often', () => {
  const said = (right: boolean, id: string): Trial[] =>
    trials([{ start: 0, right }]).map((trial) => ({ ...trial, times: timesOf(id) }))
  const trees = new Trees(treesOf([...said(true, 'g-xa01'), ...said(false, 'g-x01')]))
  expect(trees.sum(new Float64Array(FIELDS.length))).toBeGreaterThan(0.5)
})
