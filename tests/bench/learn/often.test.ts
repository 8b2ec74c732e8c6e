import { describe, expect, it } from 'vitest'
import { dimmed, type LessonRows } from '../../../bench/learn/lesson-rows.ts'
import { oftenIn } from '../../../bench/learn/often.ts'

describe('features that come often', () => {
  it('are those that come so many times, in the order of their first coming', () => {
    const features = [5, -7, 5, 9, -7, 5, 2_000_000_000, 9, -7]
    const { index, times } = oftenIn(2, (take) => {
      for (const f of features) take(f)
    })
    expect([...index]).toEqual([
      [5, 0],
      [-7, 1],
      [9, 2],
    ])
    expect([...times]).toEqual([3, 3, 2])
  })
})

describe('the rows of a lesson', () => {
  const rows: LessonRows = {
    words: Int32Array.from({ length: 1000 }, (_, i) => i),
    wordsFrom: Int32Array.from([0, 400, 1000]),
    stretches: Int32Array.from([3, 4]),
    stretchesFrom: Int32Array.from([0, 1, 2]),
  }

  it('lose about the share that is hidden, and the same wherever they come', () => {
    const seen = dimmed(rows, 0.3, 17)
    expect(seen.words.length).toBeGreaterThan(600)
    expect(seen.words.length).toBeLessThan(800)
    expect(seen.wordsFrom[2]).toBe(seen.words.length)
    expect([...seen.stretches]).toEqual([3, 4].filter((r) => seen.words.includes(r)))
  })

  it('are all there where nothing is hidden', () => {
    expect(dimmed(rows, 0, 17)).toEqual(rows)
  })
})
