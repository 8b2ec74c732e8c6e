/** Names of one article that the rules of linking keep apart. */
import { join as path } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { type Joins, type JoinsFile, join, joinsOf } from '../../../ingest/join/join.ts'
import { FIELDS, pairsOf } from '../../../ingest/join/resembling.ts'
import { Trees } from '../../../ingest/learned/trees.ts'
import { unzipped } from '../../../ingest/learned/zipped.ts'
import { link } from '../../../ingest/link/link.ts'
import { segment } from '../../../ingest/segment.ts'
import { openTagger } from '../../../ingest/tagger.ts'
import type { Linked, Mention } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'

const tagger = openTagger()
/** Linked by the rules, with the names that are given wherever they stand, longest first. */
function linked(text: string, names: Record<string, EntityType>): Linked {
  const article = segment(cleanArticle({ file: 'a.txt', text: `一则消息\n${text}` }), tagger)
  const mentions: Mention[] = []
  const taken = new Set<number>()
  for (const name of Object.keys(names).sort((a, b) => b.length - a.length))
    for (let at = article.text.indexOf(name); at >= 0; at = article.text.indexOf(name, at + 1)) {
      if (taken.has(at)) continue
      for (let i = at; i < at + name.length; i++) taken.add(i)
      const end = at + name.length
      const sentence = article.sentences.findIndex((s) => s.start <= at && s.end >= end)
      mentions.push({
        start: at,
        end,
        text: name,
        type: names[name]!,
        sentence,
        confidence: 0.8,
        rule: 'test',
      })
    }
  return link({ ...article, mentions: mentions.sort((a, b) => a.start - b.start) })
}

/** Trees that say of every pair that it is one thing, or of none. */
const says = (one: boolean): Joins => ({ trees: new Trees([[-1, one ? 9 : -9]]), bound: 0.6 })
const FILE = path(import.meta.dirname, '../../../ingest/join/weights.json.gz')
const file = unzipped<JoinsFile>(FILE)

const TEXT = '青湖县诗城文旅小镇昨天开工。诗城文旅小镇由远航置业投资。小镇里还有书院。'
const NAMES: Record<string, EntityType> = {
  青湖县诗城文旅小镇: 'Park',
  诗城文旅小镇: 'Project',
  远航置业: 'Company',
}

describe('joining what the rules keep apart', () => {
  it('sees pairs of which one name may be short for the other, whatever their types', () => {
    const article = linked(TEXT, NAMES)
    const { entities } = article
    expect(pairsOf(article).map((p) => `${entities[p.short]!.name} → ${entities[p.long]!.name}`)).toEqual([
      '诗城文旅小镇 → 青湖县诗城文旅小镇',
    ])
  })

  it('makes one entity of them, with all forms and mentions, and says why', () => {
    const apart = linked(TEXT, NAMES)
    const { entities, entityOf } = join(apart, says(true))
    expect(entities.map((e) => e.name)).toEqual(['青湖县诗城文旅小镇', '远航置业'])
    const [town, firm] = entities
    expect(town!.aliases).toEqual(expect.arrayContaining(['青湖县诗城文旅小镇', '诗城文旅小镇']))
    expect(town!.mentions).toEqual([0, 1])
    expect(town!.reasons.at(-1)).toMatch(/^诗城文旅小镇 → 青湖县诗城文旅小镇\(上下文,1\.00\)$/)
    expect(entityOf).toEqual([0, 0, firm!.index])
  })

  it('keeps them apart where nothing says that they are one', () => {
    const apart = linked(TEXT, NAMES)
    expect(join(apart, says(false))).toBe(apart)
  })

  it('lets what stood for either stand for the one', () => {
    const apart = linked('青湖产业园开工。该园区占地百亩。青湖园也动了。', {
      青湖产业园: 'Park',
      青湖园: 'Project',
    })
    const { entities, anaphors } = join(apart, says(true))
    expect(entities).toHaveLength(1)
    expect(anaphors.map((a) => a.entities)).toEqual([[0]])
  })

  it('keeps a road and the tunnel below it apart', () => {
    const apart = linked('青岭路隧道通车。青岭路两侧种了花。', { 青岭路隧道: 'Project', 青岭路: 'Place' })
    expect(join(apart, says(true)).entities).toHaveLength(2)
  })

  it('keeps a zone that is known by its name from one that lies in it', () => {
    const apart = linked('两江新区提速。两江协同创新区开园。', { 两江新区: 'Park', 两江协同创新区: 'Park' })
    expect(join(apart, says(true)).entities).toHaveLength(2)
  })

  it('keeps a city from the county that is called after it, and a trade from a firm', () => {
    const county = linked('南昌提速。南昌县也提速。', { 南昌县: 'Place', 南昌: 'Place' })
    expect(join(county, says(true)).entities).toHaveLength(2)
    const firm = linked('新材料产业壮大。启明新材料投产。', { 启明新材料: 'Company', 新材料: 'Industry' })
    expect(join(firm, says(true)).entities).toHaveLength(2)
  })

  it('keeps a quarter from the district that its characters are of', () => {
    const apart = linked('北京市大兴区提速。园区分南北两片,北区先建。', {
      北京市大兴区: 'Place',
      北区: 'Place',
    })
    expect(join(apart, says(true)).entities).toHaveLength(2)
  })

  it('keeps names apart that are as long and begin with other words', () => {
    const names: Record<string, EntityType> = { 桃村工业区: 'Park', 柳村工业区: 'Park', 工业区: 'Park' }
    const apart = linked('柳村工业区扩建。桃村工业区开园。工业区里建了厂房。', names)
    expect(join(apart, says(true)).entities).toHaveLength(2)
  })

  it('keeps a firm that is known by its short name from its daughters', () => {
    const apart = linked('中国铁路西安局集团有限公司与国铁集团签约。', {
      中国铁路西安局集团有限公司: 'Company',
      国铁集团: 'Company',
    })
    expect(join(apart, says(true)).entities).toHaveLength(2)
  })

  it('keeps a list from the last that it lists', () => {
    const apart = linked('服务提升老城、跨江发展战略。落实跨江发展战略。', {
      '提升老城、跨江发展战略': 'Strategy',
      跨江发展战略: 'Strategy',
    })
    expect(join(apart, says(true)).entities).toHaveLength(2)
  })

  it('takes the type of the surer name', () => {
    const apart = linked(TEXT, NAMES)
    const mentions = apart.mentions.map((m) => (m.type === 'Project' ? { ...m, confidence: 0.95 } : m))
    expect(join({ ...apart, mentions }, says(true)).entities[0]!.type).toBe('Project')
  })

  it('leaves persons, honours and events to the rules', () => {
    const apart = linked('王小青和王小青青来了。', { 王小青: 'Person', 王小青青: 'Person' })
    expect(pairsOf(apart)).toEqual([])
  })

  it('gives the same every time, and ends on thousands of names', () => {
    const many = Array.from({ length: 2000 }, (_, i) => `青湖${String.fromCharCode(0x4e00 + i)}产业园`)
    const apart = linked(`${many.join('、')}开工。`, Object.fromEntries(many.map((name) => [name, 'Park'])))
    expect(join(apart, says(true))).toEqual(join(apart, says(true)))
  }, 60_000)

  it('refuses what was learned by other fields', () => {
    expect(() => joinsOf({ ...file, fields: FIELDS.slice(1) })).toThrow(/npm run train/)
  })
})
