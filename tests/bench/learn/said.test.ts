import { describe, expect, it } from 'vitest'
import { boundOf, type Trial } from '../../../bench/learn/statements/said.ts'
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
