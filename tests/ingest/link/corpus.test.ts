import { describe, expect, it } from 'vitest'
import { linkCorpus } from '../../../ingest/link/corpus.ts'
import { link } from '../../../ingest/link/link.ts'
import { divisionAt } from '../../../ingest/link/places.ts'
import { linkedOf } from '../marked.ts'

const articles = (marked: readonly string[]) => marked.map((text) => link(linkedOf(text)))
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
