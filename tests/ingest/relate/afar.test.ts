import { expect, test } from 'vitest'
import { SERVES_COLUMN } from '../../../ingest/relate/pairs/columns.ts'
import { afarFrom } from '../../../ingest/relate/pairs/pairs.ts'
import type { Tie } from '../../../ingest/relate/pairs/ties.ts'
import { typeIndex } from '../../../ingest/relate/pairs/view.ts'
import type { Whole } from '../../../ingest/relate/pairs/whole.ts'
import type { EntityType } from '../../../model/ontology.ts'

const heads: [string, EntityType][] = [
  ['云帆科技', 'Company'],
  ['河口高新区', 'Park'],
  ['云帆产业园', 'Park'],
  ['滨江隧道', 'Project'],
]
const whole = {
  known: heads.map(([, type]) => ({ type: typeIndex(type) })),
  scene: { article: { entities: heads.map(([name]) => ({ name })) } },
} as unknown as Whole
/** Said by sentences that name both (0) or carry one in. */
const tie = (head: number, column: number, ...from: number[]): Pick<Tie, 'column' | 'head' | 'by'> => ({
  column,
  head,
  by: from.map((bits) => ({ candidate: { from: bits } })) as unknown as Tie['by'],
})

test('a firm or a zone serves what no sentence names with it only where that is sure', () => {
  const [firm, zone, park, work] = heads.map((_, head) => afarFrom(whole, tie(head, SERVES_COLUMN, 1, 4)))
  expect(firm).toBeGreaterThan(0.4)
  expect(zone).toBeGreaterThan(firm!)
  expect([park, work]).toEqual([0, 0])
})

test('nothing more is asked of what a sentence names with its strategy, nor of other relations', () => {
  expect(afarFrom(whole, tie(0, SERVES_COLUMN, 4, 0))).toBe(0)
  expect(afarFrom(whole, tie(0, SERVES_COLUMN - 1, 4))).toBe(0)
})
