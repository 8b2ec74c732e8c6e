import { describe, expect, it } from 'vitest'
import { lookupOf, tableFileOf } from '../../../ingest/learned/table.ts'

/** Steps that a file keeps as they are. */
const STEPS = [1, -2, 3, -5, 8, -13, 20]

/** 300 features with weights between -1 and 1, most of them 0. */
function tableOf(width: number) {
  const features = Array.from({ length: 300 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) | 0)
  const index = new Map(features.map((feature, i) => [feature, i]))
  const values = Float64Array.from({ length: 300 * width }, (_, k) => (k % 7 ? 0 : STEPS[(k / 7) % 7]! / 20))
  return {
    features,
    lookup: lookupOf(
      tableFileOf({ index, values, times: Array(300).fill(1) }, width, 0.05, { steps: 1, worth: 1 }),
    ),
    values,
  }
}

describe('weights of features', () => {
  it.each([1, 8, 12, 34])('are looked up one by one as they are summed, of %i columns', (width) => {
    const { features, lookup, values } = tableOf(width)
    features.forEach((feature, i) => {
      const sums = new Float64Array(width)
      lookup.add(Int32Array.of(feature), 0, 1, sums, 0)
      for (let column = 0; column < width; column++) {
        expect(lookup.weightOf(feature, column)).toBeCloseTo(values[i * width + column]!)
        expect(sums[column]).toBeCloseTo(values[i * width + column]!)
      }
    })
  })

  it('are left out where the feature comes too seldom for their size', () => {
    const index = new Map([
      [11, 0],
      [12, 1],
    ])
    const learned = { index, values: Float64Array.of(0.3, 1, 0.3, 1), times: [100, 4] }
    const { weightOf } = lookupOf(tableFileOf(learned, 2, 0.1, { steps: 1, worth: 15 }))
    const weights = [11, 12].map((f) => [0, 1].map((c) => weightOf(f, c)))
    expect(weights).toEqual([
      [expect.closeTo(0.3), expect.closeTo(1)],
      [0, expect.closeTo(1)],
    ])
  })

  it('are 0 of what was never learned', () => {
    const { lookup } = tableOf(8)
    expect(lookup.weightOf(12345, 0)).toBe(0)
    expect(lookup.weightOf(Math.imul(1, 0x9e3779b1) | 0, 20)).toBe(0)
  })
})
