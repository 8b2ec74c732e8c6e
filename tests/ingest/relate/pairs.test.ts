import { describe, expect, it } from 'vitest'
import { annotate } from '../../../ingest/pipeline.ts'
import { candidatesOf } from '../../../ingest/relate/pairs/candidates.ts'
import { COLUMNS } from '../../../ingest/relate/pairs/columns.ts'
import { pairWeightsOf } from '../../../ingest/relate/pairs/pairs.ts'
import { FIELDS } from '../../../ingest/relate/pairs/tie-fields.ts'
import { proposalsAt, wholeOf } from '../../../ingest/relate/pairs/whole.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { relate, relateByRules } from '../../../ingest/relate/relate.ts'
import { relationsOf } from '../../../ingest/relate/relations.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { openTagger } from '../../../ingest/tagger.ts'
import { relationAllows } from '../../../model/ontology.ts'
import { linkedOf, readyOf } from '../marked.ts'

const NEWS = `[青石市|Place]推进[强链行动|Strategy]

[青石市|Place]围绕[强链行动|Strategy],引进[远山科技公司|Company]和[河湾研究院|Institute]。[远山科技公司|Company]投资建设的[云谷产业园|Park]位于[白石区|Place],主攻[新材料|Industry]。
园区负责人[王一鸣|Person]说,[云谷产业园|Park]已获评[省级示范园区|Honor]。`

const pairsIn = (source: string): string[] => {
  const scene = sceneOf(readyOf(source))
  const readings = [...readingsOf(scene)]
  const whole = wholeOf(scene, readings, relationsOf(scene, readings), [])
  const name = (e: number) => scene.article.entities[e]!.name
  return [...candidatesOf(whole)].map((c) => `${name(c.head)} ${name(c.tail)}`)
}

describe('pairs that are asked about', () => {
  it('are of names in one sentence, and of a name with what its sentence is read under', () => {
    const pairs = pairsIn(NEWS)
    expect(pairs).toContain('远山科技公司 云谷产业园')
    // the district of the sentence before, the strategy of the title
    expect(pairs).toContain('云谷产业园 青石市')
    expect(pairs).toContain('云谷产业园 强链行动')
  })
  it('grow with the text and not with its square', () => {
    const names = (n: number) =>
      `[强链行动|Strategy],[绿谷行动|Strategy]。\n\n天晴。\n\n${Array.from({ length: n }, (_, i) => `[远山${i}公司|Company]、[云谷${i}园区|Park]`).join('、')}`
    const [few, many] = [pairsIn(names(60)).length, pairsIn(names(600)).length]
    expect(many).toBeLessThan(few * 12)
  })
})

describe('two who are said to be tied again and again', () => {
  const saidIn = (times: number) => {
    const scene = sceneOf(linkedOf('[启明科技|Company]与[远山集团|Company]签约。'.repeat(times)))
    const readings = [...readingsOf(scene)]
    const whole = wholeOf(scene, readings, relationsOf(scene, readings), [])
    const at = scene.article.sentences.map(({ index }) => proposalsAt(whole, 0, 1, index))
    return at.map((all) => all.map(({ sentence }) => sentence))
  }
  it('are seen by all that the rules say of them', () => {
    expect(saidIn(3)).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
    ])
  })
  it('are seen in a long text by what is said near, so that time does not grow with its square', () => {
    const said = saidIn(600)
    expect(said).toHaveLength(600)
    expect(Math.max(...said.map((all) => all.length))).toBeLessThan(100)
    for (const [sentence, all] of said.entries()) expect(all).toContain(sentence)
  })
})

describe('a place inside the name of another', () => {
  const text =
    '合肥市蜀山区再添金字招牌\n合肥市有四个区。近年来,合肥市蜀山区先后获评“中国创新百强区”,合肥市蜀山区还聚焦新能源汽车产业。'
  const { entities, relations } = annotate({ file: 'a.txt', text }, openTagger())
  const of = (name: string) =>
    [...new Set(relations.filter((r) => entities[r.head]!.name === name).map((r) => r.type))].sort()
  it('neither wins nor does what the longer name is said to', () => {
    expect(of('合肥市蜀山区')).toEqual(['AWARDED', 'FOCUSES_ON', 'LOCATED_IN'])
    expect(of('合肥市')).toEqual([])
  })
})

describe('a strategy that stands before what serves it', () => {
  it('is served, as surely as its rule says', () => {
    const { serves } = relate(readyOf('开工三条路,服务[强链行动|Strategy]的[青石铁路港|Park]建成投用。'))
    expect(serves.map(({ rule, level }) => [rule, level])).toEqual([['attribute', 'stated']])
    expect(serves[0]!.confidence).toBeGreaterThanOrEqual(0.85)
  })
})

describe('statements by what was learned', () => {
  const article = relate(readyOf(NEWS))
  const lines = article.relations.map(
    (r) => `${article.entities[r.head]!.name} ${r.type} ${article.entities[r.tail]!.name}`,
  )
  it('hold what is plainly said', () => {
    expect(lines).toContain('远山科技公司 DEVELOPS 云谷产业园')
    expect(lines).toContain('云谷产业园 LOCATED_IN 白石区')
    expect(lines).toContain('云谷产业园 AWARDED 省级示范园区')
  })
  it('stand in a sentence that names one of the two at least, with a share as confidence', () => {
    for (const { head, tail, sentence, confidence } of article.relations) {
      const named = [head, tail].some((e) =>
        article.entities[e]!.mentions.some((m) => article.mentions[m]!.sentence === sentence),
      )
      const meant = article.anaphors.some(
        (a) => a.sentence === sentence && (a.entities.includes(head) || a.entities.includes(tail)),
      )
      expect(named || meant).toBe(true)
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })
  it('are such as the ontology allows, each once a sentence', () => {
    for (const r of article.relations)
      expect(relationAllows(r.type, article.entities[r.head]!.type, article.entities[r.tail]!.type)).toBe(
        true,
      )
    const keys = article.relations.map((r) => `${r.head} ${r.type} ${r.tail} ${r.sentence}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('leave out what the rules propose and nothing speaks for', () => {
    const ruled = relateByRules(readyOf(NEWS)).relations.length
    expect(ruled).toBeGreaterThan(0)
    const kept = article.relations.filter((r) => r.rule !== 'learned').length
    expect(kept).toBeLessThanOrEqual(ruled)
  })
  it('come out the same each time', () => {
    expect(relate(readyOf(NEWS)).relations).toEqual(article.relations)
  })
})

describe('weights of pairs', () => {
  it('are refused where they were learned for other relations or fields', () => {
    const file = {
      about: '',
      columns: COLUMNS.slice(1),
      fields: [...FIELDS],
      trees: [],
      own: [],
      thresholds: [],
      step: 1,
      features: '',
      counts: '',
      cells: '',
      numbers: '',
    }
    expect(() => pairWeightsOf(file)).toThrow('npm run train')
    expect(() => pairWeightsOf({ ...file, columns: [...COLUMNS], fields: ['sum'] })).toThrow('npm run train')
  })
})
