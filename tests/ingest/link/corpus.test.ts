import { describe, expect, it } from 'vitest'
import { linkCorpus } from '../../../ingest/link/corpus.ts'
import { link } from '../../../ingest/link/link.ts'
import { divisionAt } from '../../../ingest/link/places.ts'
import { linkedOf } from '../marked.ts'

const articles = (marked: readonly string[]) =>
  marked.map((text, i) => ({ ...link(linkedOf(text)), id: String(i) }))
/** For each article the ids of the entities of this name or alias. */
const idsOf = (marked: readonly string[], name: string): (string | undefined)[] => {
  const linked = articles(marked)
  const { entityIds } = linkCorpus(linked)
  return linked.map(
    (article, a) => entityIds[a]![article.entities.findIndex((e) => e.aliases.includes(name))],
  )
}
const JINAN = '[济南市|Place]动员。[市中区|Place]行动。'
const ZAOZHUANG = '[枣庄市|Place]动员。[市中区|Place]行动。'
const NEIJIANG = '[内江市|Place]动员。[市中区|Place]行动。'

describe('one name over many articles', () => {
  it('is one thing in one city', () => {
    const [a, b] = idsOf([JINAN, '[济南|Place]报道:[市中|Place]再发力,[市中区|Place]提速。'], '市中区')
    expect(a).toBe(b)
  })

  it('is two things in two cities', () =>
    expect(new Set(idsOf([JINAN, ZAOZHUANG, NEIJIANG], '市中区')).size).toBe(3))

  it('keeps a district apart of which no text says where it lies', () => {
    const [a, b] = idsOf([JINAN, '[市中区|Place]动员。'], '市中区')
    expect(a).not.toBe(b)
  })

  it.each([
    ['高新区', '[合肥市|Place]的[高新区|Park]开会。', '[西安市|Place]的[高新区|Park]开会。'],
    ['市委', '[合肥市|Place]动员,[市委|Organization]部署。', '[西安市|Place]动员,[市委|Organization]部署。'],
    ['周远', '[合肥市|Place]的[周远|Person]说。', '[西安市|Place]的[周远|Person]说。'],
    ['中央商务区', '[合肥市|Place]建设[中央商务区|Strategy]。', '[西安市|Place]建设[中央商务区|Strategy]。'],
    ['中央厨房', '[合肥市|Place]的[中央厨房|Project]投产。', '[西安市|Place]的[中央厨房|Project]投产。'],
  ])('%s of Hefei is not that of Xi’an', (name, hefei, xian) => {
    const [a, b, again] = idsOf([hefei, xian, hefei.replace('。', '!')], name)
    expect(a).not.toBe(b)
    expect(a).toBe(again)
  })

  it.each([
    [
      'with and without its city',
      '[合肥市委|Organization]部署。',
      '[合肥市|Place]动员,[市委|Organization]部署。',
    ],
    [
      'with and without 国家, a ministry',
      '[合肥市|Place]获[国家科技部|Organization]支持。',
      '[西安市|Place]与[科技部|Organization]会商。',
    ],
    [
      'with and without its province',
      '[山东启明研究院|Institute]揭牌。',
      '[济南市|Place]有[启明研究院|Institute]。',
    ],
    [
      'with and without its legal form',
      '[启明智能科技有限公司|Company]投产。',
      '[西安市|Place]引进[启明智能科技|Company]。',
    ],
    [
      'by a short form that one article explains',
      '[启衡精密仪器公司|Company](以下简称“[启衡仪器|Company]”)投产。',
      '[启衡仪器|Company]签约。',
    ],
    ['by either name of a road', '[国道104|Place]改建。', '[104国道|Place]改建。'],
    [
      'wherever it is spoken of, when it is a nation’s',
      '[合肥市|Place]参加[中国国际云江博览会|Event]。',
      '[西安市|Place]参加[中国国际云江博览会|Event]。',
    ],
  ])('is one thing %s', (_, one, other) => {
    const linked = articles([one, other])
    const { entityIds } = linkCorpus(linked)
    expect(entityIds[0]!.some((id) => entityIds[1]!.includes(id))).toBe(true)
  })

  it.each([
    ['a country', '越南', 'Place'],
    ['a region', '东南亚', 'Place'],
    ['a university', '华北电力大学', 'Institute'],
    ['a nation’s strategy', '一带一路建设', 'Strategy'],
  ])('is one thing wherever it is spoken of, as %s', (_, name, type) => {
    const [a, b] = idsOf(
      [`[合肥市|Place]的企业谈[${name}|${type}]。`, `[西安市|Place]的企业谈[${name}|${type}]。`],
      name,
    )
    expect(a).toBe(b)
  })

  it('is known in its own article alone where a number is all its name', () => {
    const [a, b] = idsOf(
      [
        '[合肥市|Place]的[启明产业园|Park]:[二期|Project]开工。',
        '[合肥市|Place]的[云帆仓|Project]:[二期|Project]开工。',
      ],
      '二期',
    )
    expect(a).not.toBe(b)
  })

  it.each([
    ['[绵阳市委|Organization]部署。', '[江油市委|Organization]部署。'],
    ['[万州区商务委|Organization]部署。', '[永川区商务委|Organization]部署。'],
    ['[德阳经开区|Park]开会。', '[罗江经开区|Park]开会。'],
    ['[珲春边境经济合作区|Park]开会。', '[和龙边境经济合作区|Park]开会。'],
    ['[合肥市文旅投集团|Company]签约。', '[西安市文旅投集团|Company]签约。'],
    ['[山西省文旅集团|Company]签约。', '[平遥县文旅集团|Company]签约。'],
    ['[南昌市|Place]学[抚州高新区|Park],[高新区|Park]去了人。', '[南昌高新区|Park]开会。'],
  ])('is two things where one lies in the other’s city, or both in one: %s %s', (one, other) => {
    const { entityIds } = linkCorpus(articles([one, other]))
    expect(entityIds[0]!.some((id) => entityIds[1]!.includes(id))).toBe(false)
  })

  it.each([
    ['[济南市人民医院|Organization]扩建。', '[济南市|Place]的[市人民医院|Organization]扩建。'],
    ['[合肥市文旅投集团|Company]签约。', '[合肥市|Place]的[文旅投|Company]签约。'],
    ['[合肥市|Place]的[高新区|Park]开会。', '[合肥高新区|Park]开会。'],
  ])('is one thing with and without its city: %s %s', (one, other) => {
    const { entityIds } = linkCorpus(articles([one, other]))
    expect(entityIds[0]!.some((id) => entityIds[1]!.includes(id))).toBe(true)
  })

  it('is two universities in two cities', () => {
    const { entities } = linkCorpus(
      articles(['[西安交通大学|Institute]签约。', '[上海交通大学|Institute]签约。']),
    )
    expect(entities).toHaveLength(2)
  })

  it('is a firm of its own in brackets', () => {
    const { entities } = linkCorpus(
      articles(['[启明科技(昆山)有限公司|Company]投产。', '[启明科技(长沙)有限公司|Company]投产。']),
    )
    expect(entities).toHaveLength(2)
  })

  it('has sets of different members apart', () => {
    const [a, b] = idsOf(
      [
        '[东进|Strategy]、[西拓|Strategy]“[两大战略|Strategy]”开局。',
        '[南美|Strategy]、[北起|Strategy]“[两大战略|Strategy]”开局。',
      ],
      '两大战略',
    )
    expect(a).not.toBe(b)
  })

  it('is the same in any order of the articles', () => {
    const all = articles([
      JINAN,
      ZAOZHUANG,
      '[合肥市委|Organization]部署。',
      '[合肥市|Place]动员,[市委|Organization]部署。',
      '[市委|Organization]部署。',
    ])
    const turned = [...all].reverse()
    expect(linkCorpus(turned).entities).toEqual(linkCorpus(all).entities)
    expect([...linkCorpus(turned).entityIds].reverse()).toEqual(linkCorpus(all).entityIds)
  })

  it.each([
    ['滁州市', ['[安徽滁州|Place]动员。', '[安徽滁州|Place]再动员,[滁州市|Place]提速。']],
    [
      '济南市市中区',
      [
        '[济南市|Place]报道:[市中区|Place]提速。',
        '[济南市市中区|Place]动员。',
        '[济南市|Place]的[市中|Place]。',
      ],
    ],
    ['北京市大兴区', ['[北京|Place]的[大兴区|Place]动员。', '[北京市大兴区|Place]提速。']],
    // nobody calls it otherwise
    ['合肥', ['[合肥|Place]动员。', '[合肥|Place]提速。']],
  ])('is called as on a map where a text calls it so: %s', (name, marked) => {
    const { entities } = linkCorpus(articles(marked))
    expect(entities.map((entity) => entity.name)).toContain(name)
  })

  it('says which district it is', () => {
    const { entities } = linkCorpus(articles([JINAN]))
    expect(entities.find((e) => e.name === '市中区')?.reasons).toContain('行政区划:山东省济南市市中区')
  })
})

describe('the division at the front of a name', () => {
  it.each([
    ['山东省济南市市中区', '山东省/济南市/市中区', 9],
    ['济南市中区', '山东省/济南市/市中区', 5],
    ['合肥高新区', '安徽省/合肥市', 2],
    ['内蒙古自治区', '内蒙古自治区', 6],
    ['启明科技', '', 0],
  ])('%s', (name, path, length) => {
    const found = divisionAt(name)
    expect(found?.length ?? 0).toBe(length)
    expect(found?.candidates.map((d) => [...d.within, d.name].join('/')) ?? ['']).toContain(path)
  })
})
