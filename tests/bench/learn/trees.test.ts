import { describe, expect, it } from 'vitest'
import { boost, type Case } from '../../../bench/learn/trees.ts'
import { Trees } from '../../../ingest/learned/trees.ts'

/** Right where just one of the two is large: what no sum of weights can say. */
const cases: Case[] = Array.from({ length: 400 }, (_, i) => {
  const values = Float64Array.of(i % 20, Math.floor(i / 20), i % 3)
  return { values, start: 0, right: values[0]! < 10 !== values[1]! < 10 }
})

describe('trees that are boosted', () => {
  const trees = new Trees(boost(cases))
  it('learn what only two numbers together say', () => {
    for (const { values, right } of cases) expect(trees.sum(values) > 0).toBe(right)
  })
  it('leave a first guess that is right nearly as it is', () => {
    const sure = cases.map((c) => ({ ...c, start: c.right ? 6 : -6 }))
    const few = new Trees(boost(sure))
    for (const { values } of sure) expect(Math.abs(few.sum(values))).toBeLessThan(1)
  })
  it('are the same each time', () => {
    expect(boost(cases)).toEqual(boost(cases))
  })
})
