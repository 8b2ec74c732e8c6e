/** What trees and thresholds of ties are learned from. */
import { describe, expect, it } from 'vitest'
import {
  columnsOfMany,
  type Seen,
  type Trial,
  thresholdsOf,
  tieTreesOf,
} from '../../../bench/learn/statements/ties.ts'
import { COLUMN_INDEX, COLUMNS, SERVES_COLUMN } from '../../../ingest/relate/pairs/columns.ts'
import { FIELDS } from '../../../ingest/relate/pairs/tie-fields.ts'
import { TieTrees } from '../../../ingest/relate/pairs/tie-trees.ts'

const ADVANCES = COLUMN_INDEX.get('ADVANCES')!
const SEEN_AT = FIELDS.indexOf('headMentions')

/** A tie that holds where its head is named often, if it is one of SERVES, and else where it is named seldom. */
function tie(column: number, mentions: number): Seen {
  const values = new Float64Array(FIELDS.length)
  values[SEEN_AT] = mentions
  const right = column === SERVES_COLUMN ? mentions > 4 : mentions <= 4
  return { column, ruled: false, values, start: 0, right, open: false }
}
const trials: Trial[] = Array.from({ length: 100 }, (_, i) => ({
  seen: [tie(SERVES_COLUMN, i % 10), tie(ADVANCES, i % 10), tie(ADVANCES, (i + 5) % 10)],
  wanted: COLUMNS.map(() => 0),
}))

describe('trees of a relation', () => {
  it('are learned where many of its ties hold', () => {
    expect([...columnsOfMany(trials, 60)]).toEqual([ADVANCES])
    expect([...columnsOfMany(trials, 50)].sort()).toEqual([ADVANCES, SERVES_COLUMN].sort())
    expect(columnsOfMany(trials).size).toBe(0)
  })
  it('say of it what those of all relations do not', () => {
    const { values } = tie(SERVES_COLUMN, 9)
    const shareBy = (columns: readonly number[]) =>
      new TieTrees(tieTreesOf(trials, new Set(columns))).shareOf(SERVES_COLUMN, values)
    expect(shareBy([])).toBeLessThan(0.5)
    expect(shareBy([SERVES_COLUMN])).toBeGreaterThan(0.9)
  })
})

describe('thresholds', () => {
  const found = [0.26, 0.5, 0.9].flatMap((share) =>
    [ADVANCES, SERVES_COLUMN].map((column) => ({ column, share, right: true, ruled: false })),
  )
  const { thresholds } = thresholdsOf(
    found,
    COLUMNS.map(() => 200),
  )
  it('take what makes F1 best, but SERVES from a bound of its own on', () => {
    expect(thresholds[ADVANCES]).toBe(0.26)
    expect(thresholds[SERVES_COLUMN]).toBe(0.3)
  })
})
