import { describe, expect, it } from 'vitest'
import type { EntityType } from '../../../model/ontology.ts'
import { type SearchableEntity, searchIndexOf } from '../../../server/find/search.ts'

const entity = (
  name: string,
  type: EntityType,
  pinyin: string,
  initials: string,
  aliases: string[] = [],
  articleCount = 1,
): SearchableEntity => ({ id: name, name, type, pinyin, initials, aliases, articleCount })

const ENTITIES = [
  entity('中央活力区', 'Strategy', 'zhongyanghuoliqu', 'zyhlq', ['活力新区'], 9),
  entity('中央商埠区', 'Strategy', 'zhongyangshangbuqu', 'zysbq', [], 5),
  entity('市中区', 'Place', 'shizhongqu', 'szq', ['济南市市中区', '市中'], 20),
  entity('积成集成电路研究院', 'Institute', 'jichengjichengdianluyanjiuyuan', 'jcjcdlyjy', [
    '集成电路研究院',
  ]),
  entity('重庆高新区', 'Place', 'chongqinggaoxinqu', 'cqgxq'),
  entity('BOE科技', 'Company', 'BOEkeji'.toLowerCase(), 'boekj'),
  entity('“蓝海”计划', 'Strategy', 'lanhaijihua', 'lhjh'),
]
const ARTICLES = [
  { id: 'a2', title: '中央活力区再添项目', date: '2024-02-01', source: '' },
  { id: 'a1', title: '高新区开工', date: '2023-02-01', source: '' },
]
const index = await searchIndexOf(ENTITIES, ARTICLES)
const first = (query: string) => index.entities(query, { limit: 10 })[0]

describe('search', () => {
  it.each([
    ['中央', '中央活力区', 'name'],
    ['活力区', '中央活力区', 'name'],
    ['zyhlq', '中央活力区', 'initials'],
    ['zhongyang', '中央活力区', 'pinyin'],
    ['Zhōng Yāng', '中央活力区', 'pinyin'],
    ['中央活力區', '中央活力区', 'name'],
    ['活力新區', '中央活力区', 'alias'],
    ['积体电路', null, null],
    ['積體電路研究院', '积成集成电路研究院', 'alias'],
    ['济南市市中区', '市中区', 'alias'],
    ['重庆', '重庆高新区', 'name'],
    ['ＢＯＥ', 'BOE科技', 'name'],
    ['蓝海计划', '“蓝海”计划', 'name'],
    ['「蓝 海」计划', '“蓝海”计划', 'name'],
    ['中央 商埠', '中央商埠区', 'name'],
    ['不存在的名字', null, null],
    ['忠阳火力区', '中央活力区', 'pinyin'],
    ['肿', null, null],
    ['', null, null],
    ['   ', null, null],
    ['\n', null, null],
  ])('for %j finds %j by its %s', (query, name, kind) => {
    const hit = first(query)
    expect([hit?.name ?? null, hit?.why.kind ?? null]).toEqual([name, kind])
  })

  it('puts what an alias spells whole before what a name begins with, and keeps that the second time', async () => {
    const some = await searchIndexOf(
      [
        entity('中央活力区项目', 'Strategy', 'zhongyanghuoliquxiangmu', 'zyhlqxm', [], 9),
        entity('济南中央活力区', 'Strategy', 'jinanzhongyanghuoliqu', 'jnzyhlq', ['中央活力区']),
      ],
      [],
    )
    for (const _ of [1, 2])
      expect(some.entities('zhongyanghuoliqu', { limit: 5 }).map(({ name }) => name)).toEqual([
        '济南中央活力区',
        '中央活力区项目',
      ])
  })

  it('puts exact before prefix before substring before pinyin, then the most written about', async () => {
    const some = await searchIndexOf(
      [
        entity('新云湖', 'Place', 'xinyunhu', 'xyh', [], 99),
        entity('云湖', 'Place', 'yunhu', 'yh', [], 1),
        entity('云湖区', 'Place', 'yunhuqu', 'yhq', [], 2),
        entity('云湖城', 'Place', 'yunhucheng', 'yhc', [], 3),
      ],
      [],
    )
    const names = (query: string) => some.entities(query, { limit: 10 }).map(({ name }) => name)
    expect(names('云湖')).toEqual(['云湖', '云湖城', '云湖区', '新云湖'])
    expect(names('yunhu')).toEqual(['云湖', '云湖城', '云湖区', '新云湖'])
  })

  it('keeps to the types asked for and to the limit', () => {
    expect(index.entities('中', { types: ['Place'], limit: 10 }).map(({ name }) => name)).toEqual(['市中区'])
    expect(index.entities('中', { limit: 2 })).toHaveLength(2)
  })

  it('finds articles by title', () => {
    expect(index.articles('高新', 5).map(({ id }) => id)).toEqual(['a1'])
  })

  it('finds among 100,000 names, also one character that most of them have', async () => {
    const parts = ['云', '湖', '科', '创', '城', '海', '星', '机', '器', '园']
    const many = Array.from({ length: 100_000 }, (_, i) => {
      const name = `${[...String(i)].map((digit) => parts[Number(digit)]).join('')}区`
      return entity(name, 'Park', `pinyin${i}`, `p${i}`, [`${name}园区`, `甲${name}`], i % 50)
    })
    const big = await searchIndexOf(many, [])
    expect(big.entities('云湖科', { limit: 20 })).toHaveLength(20)
    expect(big.entities('区', { limit: 20 })).toHaveLength(20)
  })
})
