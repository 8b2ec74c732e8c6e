/** What is named between a project and a strategy, and whether the strategy counts it among its members. */
import { describe, expect, it } from 'vitest'
import { mix } from '../../../ingest/learned/hash.ts'
import type { AddWeights } from '../../../ingest/learned/table.ts'
import { FROM } from '../../../ingest/relate/pairs/candidates.ts'
import { COLUMNS, SERVES_COLUMN } from '../../../ingest/relate/pairs/columns.ts'
import { NEARNESS_FIELDS, Nearness } from '../../../ingest/relate/pairs/nearness.ts'
import { pairsOf } from '../../../ingest/relate/pairs/pairs.ts'
import { Rough } from '../../../ingest/relate/pairs/rough.ts'
import { FIELDS } from '../../../ingest/relate/pairs/tie-fields.ts'
import { TieTrees } from '../../../ingest/relate/pairs/tie-trees.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { readyOf } from '../marked.ts'
import { tiedIn, tieOf } from './tied.ts'

const NEWS = `[云谷产业园|Park]一年记

[青石市|Place]提出“[一城一园|Strategy]”。

[东科学城|Park]和[云谷产业园|Park]各占一头。[强链行动|Strategy]也在路上。[云谷产业园|Park]迎来[河湾研究院|Institute]。

[远山水库|Project]蓄水了。`

function nearness(head: string, tail: string): Record<string, number> {
  const tied = tiedIn(NEWS)
  const values = new Nearness(tied.whole).of(tieOf(tied, head, tail))
  return Object.fromEntries(NEARNESS_FIELDS.map((field, i) => [field, values[i]!]))
}

describe('what lies between two names', () => {
  it('tells a member of a set from what is none', () => {
    expect(nearness('东科学城', '一城一园')).toMatchObject({ fitsSet: 2, setIsFilled: 1, headTitled: 0 })
    expect(nearness('河湾研究院', '一城一园')).toMatchObject({ fitsSet: 1, setIsFilled: 1 })
    expect(nearness('东科学城', '强链行动')).toMatchObject({ fitsSet: 0, setIsFilled: 0 })
  })
  it('counts the names of either type between the nearest mentions', () => {
    expect(nearness('河湾研究院', '一城一园')).toMatchObject({
      tailsBetween: 1,
      headsBetween: 0,
      mentionsApart: 5,
      tailsInParagraph: 1,
      headsInParagraph: 1,
    })
  })
  it('sees a phrase that stands for one of them', () => {
    const tied = tiedIn(
      '新闻\n\n[东园|Park]和[西园|Park]开园。上述两个园区落实[强链行动|Strategy]。[北园|Park]落实[强链行动|Strategy]。',
    )
    const pointed = (head: string) =>
      new Nearness(tied.whole).of(tieOf(tied, head, '强链行动'))[NEARNESS_FIELDS.indexOf('pointed')]
    expect(['东园', '西园', '北园'].map(pointed)).toEqual([1, 1, 0])
  })
  it('knows what the article is about', () => {
    expect(nearness('云谷产业园', '一城一园')).toMatchObject({
      headTitled: 1,
      headLed: 1,
      headRank: 0,
      tailTitled: 0,
      tailLed: 1,
      tailRank: 0,
    })
    expect(nearness('远山水库', '强链行动')).toMatchObject({ headLed: 0, tailRank: 1 })
    expect(nearness('东科学城', '强链行动')).toMatchObject({ headTitled: 0, headRank: 1 })
  })
})

describe('a work that no strategy stands near', () => {
  it('is asked about once, where it is named first, as one of SERVES', () => {
    const { by } = tieOf(tiedIn(NEWS), '远山水库', '强链行动')
    expect(by.map(({ candidate: { from, view } }) => [from, view.sentence.index])).toEqual([[FROM.afar, 5]])
  })
  it('shows the sentence that names the strategy, before it or behind it', () => {
    const scene = sceneOf(
      readyOf(`[远山水库|Project]蓄水\n\n[远山水库|Project]蓄水了。\n\n天晴。\n\n${NEWS}`),
    )
    const add: AddWeights = (features, from, to, into, at) => {
      if (features.subarray(from, to).includes(mix(206, 0))) into[at + SERVES_COLUMN]! += 3
    }
    const trees = new TieTrees({ fields: [...FIELDS], trees: [], own: COLUMNS.map(() => []) })
    const weights = { add, rough: new Rough(add), trees, thresholds: COLUMNS.map(() => 0.5) }
    const none = { relations: [], serves: [] }
    const { entities, sentences, text } = scene.article
    const said = pairsOf(scene, [...readingsOf(scene)], none, weights).serves.map(
      ({ head, tail, level, sentence }) => [
        entities[head]!.name,
        level,
        text.slice(sentences[sentence]!.start, sentences[sentence]!.end).includes(entities[tail]!.name),
      ],
    )
    expect(said).toContainEqual(['远山水库', 'section', true])
    expect(said.filter(([, , named]) => !named)).toEqual([])
  })
})
