import { describe, expect, it } from 'vitest'
import { type Candidate, Candidates } from '../../../ingest/relate/facts/candidates.ts'
import type { Seen } from '../../../ingest/relate/facts/choose.ts'
import type { Shared } from '../../../ingest/relate/facts/runs.ts'
import { fillRuns, takeUnsure } from '../../../ingest/relate/facts/unsure.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { linkedOf } from '../marked.ts'

describe('a number without a subject that is hardly said of none', () => {
  const candidatesOf = (marked: string): Candidate[] => {
    const scene = sceneOf(linkedOf(marked))
    return new Candidates(scene, [...readingsOf(scene)], []).of(0, scene.article.text.indexOf('16个'), [])
  }
  const one = candidatesOf('[临江市|Place]拿出了16个项目。')
  const several = candidatesOf('[临江市|Place]、[云帆县|Place]、[珠西县|Place]三地拿出了16个项目。')
  const out = (shared: readonly Shared[], none: number, candidates = one): number[][] => {
    const numbers: number[][] = [[], []]
    const seen = numbers.map(() => ({ candidates, shares: Float64Array.of(none) }) as unknown as Seen)
    takeUnsure(numbers, shared, seen)
    return numbers
  }
  const first = (share: number): Shared => ({ number: 0, entity: 0, share })
  const second: Shared = { number: 1, entity: 0, share: 0.1 }

  it.each([
    ['is its likeliest’s', [first(0.2)], 0.04, [[0], []]],
    ['is so too where the likeliest is another number’s as well', [first(0.2), second], 0.3, [[0], []]],
    ['says nothing where that may well be', [first(0.2)], 0.06, [[], []]],
    ['says nothing where that is likely, whatever the others say', [first(0.2), second], 0.5, [[], []]],
    ['says nothing where none is likely', [first(0.12)], 0.04, [[], []]],
    ['goes to the likeliest alone', [first(0.2), { ...first(0.22), entity: 1 }], 0.04, [[1], []]],
  ])('%s', (_, shared, none, expected) => {
    expect(out(shared, none)).toEqual(expected)
  })
  it('is of none of several that are named side by side', () => {
    expect(out([first(0.2)], 0.04, several)).toEqual([[], []])
  })
  it('leaves a number to whom it was given', () => {
    const numbers = [[1]]
    takeUnsure(numbers, [first(0.2)], [{ candidates: one, shares: Float64Array.of(0) } as unknown as Seen])
    expect(numbers).toEqual([[1]])
  })
})

describe('a number of a run that was left without a subject', () => {
  const filled = (numbers: number[][], none: number): number[][] => {
    const seen = numbers.map(() => ({ shares: Float64Array.of(none) }) as unknown as Seen)
    fillRuns(numbers, [[0, 1, 2]], seen)
    return numbers
  }
  it('is of whom the one before it is', () => {
    expect(filled([[4], [], []], 0.1)).toEqual([[4], [4], [4]])
  })
  it.each([
    ['where it may well say nothing', [[4], [], []], 0.2],
    ['where only one behind it has a subject', [[], [], [4]], 0.1],
    ['where the one before is said of two', [[4, 5], [], []], 0.1],
  ])('stays so %s', (_, numbers, none) => {
    expect(filled(structuredClone(numbers), none)).toEqual(numbers)
  })
})
