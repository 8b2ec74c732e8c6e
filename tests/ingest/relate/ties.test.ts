/** What ties two names is looked at over the whole article. */
import { describe, expect, it } from 'vitest'
import { mix } from '../../../ingest/learned/hash.ts'
import type { AddWeights } from '../../../ingest/learned/table.ts'
import { COLUMN_INDEX, COLUMNS, SERVES_COLUMN } from '../../../ingest/relate/pairs/columns.ts'
import { Rough } from '../../../ingest/relate/pairs/rough.ts'
import { STANDING_FIELDS, Standing } from '../../../ingest/relate/pairs/standing.ts'
import { FIELDS, valuesOf } from '../../../ingest/relate/pairs/tie-fields.ts'
import { TieTrees } from '../../../ingest/relate/pairs/tie-trees.ts'
import { weighed } from '../../../ingest/relate/pairs/weighed.ts'
import { tiedIn, tieOf } from './tied.ts'

const NEWS = `[青石市|Place]再添项目

[青石市|Place]围绕“[强链行动|Strategy]”办了三件事。

一、建园区

[云谷产业园|Park]开园了。园里有[远山科技公司|Company],也有[河湾研究院|Institute]。

二、推进[绿谷计划|Strategy]

[云谷产业园|Park]屋顶铺了光伏。`

function standing(head: string, tail: string): Record<string, number> {
  const tied = tiedIn(NEWS)
  const values = new Standing(tied.whole).of(tieOf(tied, head, tail))
  return Object.fromEntries(STANDING_FIELDS.map((field, i) => [field, values[i]!]))
}

describe('where two names stand', () => {
  const NOWHERE_CARRIED = Object.fromEntries(
    STANDING_FIELDS.filter((field) => field.startsWith('from')).map((field) => [field, 0]),
  )
  it.each([
    [
      '云谷产业园',
      '绿谷计划',
      {
        fromHeading: 1,
        withins: 0,
        tailsOfType: 2,
        headsOfType: 1,
        sentencesApart: 1,
        paragraphsApart: 1,
        headFirst: 3,
        tailFirst: 5,
        headMentions: 2,
        tailMentions: 1,
        tailHeaded: 1,
        tailQuoted: 0,
        headParagraphs: 2,
        tailParagraphs: 1,
      },
    ],
    [
      '远山科技公司',
      '强链行动',
      {
        fromLead: 1,
        fromParagraphBefore: 1,
        withins: 0,
        tailsOfType: 2,
        headsOfType: 1,
        sentencesApart: 3,
        paragraphsApart: 2,
        headFirst: 4,
        tailFirst: 1,
        headMentions: 1,
        tailMentions: 1,
        tailHeaded: 0,
        tailQuoted: 1,
        headParagraphs: 1,
        tailParagraphs: 1,
      },
    ],
  ])('is seen of %s and %s by where they are named', (head, tail, seen) => {
    expect(standing(head, tail)).toEqual({ ...NOWHERE_CARRIED, ...seen })
  })
  it('has a number for every field', () => {
    const { whole, ties } = tiedIn(NEWS)
    for (const values of valuesOf(whole, ties)) {
      expect(values).toHaveLength(FIELDS.length)
      expect(values.every(Number.isFinite)).toBe(true)
    }
  })
})

describe('a tie of which the weights think little', () => {
  /** Weights that give every pair the same sum, by what no rule says of it. */
  const columnsAt = (sum: number): string[] => {
    const unruled = mix(206, 0)
    const add: AddWeights = (features, from, to, into, at) => {
      if (!features.subarray(from, to).includes(unruled)) return
      for (let c = 0; c < COLUMNS.length; c++) into[at + c]! += sum
    }
    const { whole } = tiedIn(NEWS)
    return [...new Set(weighed(whole, add, new Rough(add)).map(({ column }) => COLUMNS[column]!))]
  }
  it('is looked at further if it is one of SERVES', () => {
    expect(columnsAt(-2)).toContain('LOCATED_IN')
    expect(columnsAt(-4)).toEqual(['SERVES'])
    expect(columnsAt(-6)).toEqual([])
  })
})

describe('trees of ties', () => {
  const file = {
    fields: [...FIELDS],
    trees: [[-1, 1]],
    own: COLUMNS.map((column) => (column === 'SERVES' ? [[0, 2, -1, -3, -1, 1]] : [])),
  }
  const shareOf = (column: number, sum: number) =>
    new TieTrees(file).shareOf(column, new Float64Array(FIELDS.length).fill(sum))

  it('are those of all relations, and behind them its own', () => {
    expect(shareOf(COLUMN_INDEX.get('ADVANCES')!, -1)).toBe(0.5)
    expect(shareOf(SERVES_COLUMN, 2)).toBeCloseTo(1 / (1 + Math.exp(-4)))
    expect(shareOf(SERVES_COLUMN, -1)).toBeCloseTo(1 / (1 + Math.exp(3)))
  })
  it('are refused where they were learned for other fields', () => {
    expect(() => new TieTrees({ ...file, fields: ['sum'] })).toThrow('npm run train')
  })
})
