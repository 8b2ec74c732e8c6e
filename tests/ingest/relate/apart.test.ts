import { describe, expect, it } from 'vitest'
import { withoutEquals } from '../../../ingest/relate/apart.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import type { RelationMention } from '../../../model/article.ts'
import type { RelationType } from '../../../model/ontology.ts'
import { linkedOf } from '../marked.ts'

/** Whether the sentence lets the first of two names stand so to the second. */
function allows(marked: string, type: RelationType): boolean {
  const article = linkedOf(marked)
  const { sentence } = article.mentions[0]!
  const relation: RelationMention = {
    head: 0,
    tail: 1,
    type,
    sentence,
    confidence: 0.5,
    modality: 'asserted',
    rule: 'learned',
    time: '',
  }
  return withoutEquals(sceneOf(article), [relation]).length === 1
}

describe('names side by side in a list', () => {
  it.each<[string, RelationType, boolean]>([
    ['[青石产业园|Park]、[云谷科技园|Park]开工。', 'LOCATED_IN', false],
    ['[青石产业园|Park]和[云谷科技园|Park]开工。', 'PART_OF', false],
    ['“[东扩|Strategy]”“[西进|Strategy]”一起推进。', 'PART_OF', false],
    ['[青石产业园|Park]位于[云谷科技园|Park]。', 'LOCATED_IN', true],
    ['[青石公司|Company]和[云谷公司|Company]签约。', 'COOPERATES_WITH', true],
  ])('%s %s', (marked, type, wanted) => expect(allows(marked, type)).toBe(wanted))
})
