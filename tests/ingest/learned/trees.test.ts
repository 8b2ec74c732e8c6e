import { describe, expect, it } from 'vitest'
import { Trees } from '../../../ingest/learned/trees.ts'

describe('trees', () => {
  it('add up what each of them answers', () => {
    // field 1 below 5: field 0 below 2: 10, else 20; else 30
    const one = [1, 5, 0, 2, -1, 10, -1, 20, -1, 30]
    const trees = new Trees([one, [-1, 0.5]])
    expect(trees.sum(Float64Array.of(0, 0))).toBe(10.5)
    expect(trees.sum(Float64Array.of(2, 4.9))).toBe(20.5)
    expect(trees.sum(Float64Array.of(0, 5))).toBe(30.5)
  })
  it('ask for fields up to the thousandth, and for no more', () => {
    const values = new Float64Array(1024)
    values[1023] = 7
    expect(new Trees([[1023, 7, -1, 1, -1, 2]]).sum(values)).toBe(2)
    expect(() => new Trees([[1024, 7, -1, 1, -1, 2]])).toThrow(/field 1024/)
  })
  it('say nothing where there are none', () => {
    expect(new Trees([]).sum(Float64Array.of(1))).toBe(0)
  })
})
