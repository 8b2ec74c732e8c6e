import { expect, test } from 'vitest'
import { phasesIn } from '../../../ingest/link/phases.ts'
import type { Mention } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'

/** Which full name each bare part of a text stands for, by names in the order in which they stand. */
function partsOf(...named: (string | [string, EntityType])[]): string[] {
  const mentions = named.map((one, i): Mention => {
    const [text, type] = typeof one === 'string' ? [one, 'Project' as const] : one
    return { text, type, start: 20 * i, end: 20 * i + text.length, sentence: i, confidence: 1, rule: 'test' }
  })
  const groups = new Map<string, { plain: string; type: EntityType; mentions: number[] }>()
  mentions.forEach(({ text, type }, i) => {
    const group = groups.get(text) ?? { plain: text, type, mentions: [] }
    groups.set(text, { ...group, mentions: [...group.mentions, i] })
  })
  const all = [...groups.values()]
  return [...phasesIn(mentions, all)].map(([full, part]) => `${all[part]!.plain} → ${all[full]!.plain}`)
}

test.each<[(string | [string, EntityType])[], string[]]>([
  [['云江新港二期工程', '二期'], ['二期 → 云江新港二期工程']],
  [['古城更新二期项目', '古城更新', '二期项目'], ['二期项目 → 古城更新二期项目']],
  // the first phase stands between
  [['云江新港二期工程', '云江新港', '一期工程', '二期'], ['二期 → 云江新港二期工程']],
  // of whom it is spoken is another work
  [['云江新港二期工程', '青禾工厂项目', '二期'], []],
  [['云江新港二期工程', '三期'], []],
  [['云江新港二期工程', ['二期', 'Park']], []],
  [['云江新港', '二期'], []],
])('%j', (named, wanted) => expect(partsOf(...named)).toEqual(wanted))
