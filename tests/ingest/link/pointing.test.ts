import { describe, expect, it } from 'vitest'
import { Back } from '../../../ingest/link/back.ts'
import { spokenOf } from '../../../ingest/link/pointing.ts'
import type { Mention } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'

const text = '云谷产业园迎来青石高新区管委会。园区很大。'
const mention = (name: string, type: EntityType): Mention => {
  const start = text.indexOf(name)
  return { start, end: start + name.length, text: name, type, confidence: 1, rule: 'marked', sentence: 0 }
}
const mentions = [
  mention('云谷产业园', 'Park'),
  mention('云谷', 'Place'),
  mention('青石高新区管委会', 'Organization'),
  mention('青石高新区', 'Park'),
]

describe('names in longer names', () => {
  it('are told from those that stand by themselves', () =>
    expect(spokenOf(mentions, [0, 1, 2, 3])).toEqual([0, -1, 2, -1]))

  it('are told also where the shorter one comes first', () =>
    expect(spokenOf([mentions[1]!, mentions[0]!], [0, 1])).toEqual([-1, 1]))

  it('were not spoken of: a park that a body is called after', () => {
    const at = text.indexOf('园区很大')
    const sentences = [
      { index: 0, paragraph: 0, start: 0, end: at, time: '' },
      { index: 1, paragraph: 0, start: at, end: text.length, time: '' },
    ]
    const back = new Back({ text, mentions, sentences }, spokenOf(mentions, [0, 1, 2, 3]))
    expect(back.to(at, at + 2)).toBe(true)
    expect(back.names(({ type }) => type === 'Park').map((b) => b.entity)).toEqual([0])
  })
})
