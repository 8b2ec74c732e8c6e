import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ENTITY_TYPES, RELATION_TYPES, SERVES_LEVELS, STATUSES } from '../../../model/ontology.ts'
import { savedQueries } from '../../../store/queries.ts'
import { ERRORS_ZH } from '../../../web/words/errors.ts'
import { keyWord } from '../../../web/words/key-word.ts'
import { periodWord } from '../../../web/words/period-word.ts'
import { reasonIn } from '../../../web/words/reasons.ts'
import { say, typeWord, WORDS } from '../../../web/words/words.ts'

it('has a word in both languages for everything', () => {
  const rows = [WORDS, ENTITY_TYPES, RELATION_TYPES, STATUSES, SERVES_LEVELS].flatMap((table) =>
    Object.entries(table as Record<string, { zh: string; en: string }>),
  )
  expect(rows.filter(([, { zh, en }]) => !zh.trim() || !en.trim()).map(([key]) => key)).toEqual([])
})

it('sets Chinese with the marks of Chinese', () => {
  const tables = [WORDS, ENTITY_TYPES, RELATION_TYPES, STATUSES, SERVES_LEVELS]
  const words = [
    ...tables.flatMap((table) => Object.values(table).map(({ zh }: { zh: string }) => zh)),
    ...Object.values(ERRORS_ZH),
    ...savedQueries().map(({ title }) => title.zh),
  ]
  const half = /[\p{Script=Han}”}…] ?[,;:?!()]|[,;:?!()][\p{Script=Han}“{]/u
  expect(words.filter((word) => half.test(word))).toEqual([])
})

it('calls several things of a type what several are called', () => {
  expect([1, 0, 2].map((n) => typeWord('Company', 'en', n))).toEqual(['Company', 'Companies', 'Companies'])
  expect(typeWord('Person', 'en')).toBe('People')
  expect(typeWord('Company', 'zh')).toBe('企业')
})

it('fills values in', () => {
  expect(say('zh', 'paragraph', { n: 3 })).toBe('第 3 段')
  expect([1, 2].map((n) => say('en', 'articlesOf', { n }))).toEqual(['1 article', '2 articles'])
  expect(say('en', 'pathNumber', { n: 2, steps: 1 })).toBe('Path 2 · 1 step')
  expect(say('en', 'showGraphOf', { n: 1, m: 0 })).toBe('Show as graph (1 node, 0 edges)')
})

it.each([
  ['3 篇文章同名或同简称', 'the same name or short form in 3 articles', '3 篇文章同名或同简称'],
  [
    '行政区划:山东省济南市长清区',
    'administrative division: 山东省济南市长清区',
    '行政区划：山东省济南市长清区',
  ],
  ['西兴 → 西兴战略(简称)', '西兴 → 西兴战略 (short form)', '西兴 → 西兴战略（简称）'],
  [
    '山东省科学院 → 齐鲁工业大学(山东省科学院)(上下文,0.68)',
    '山东省科学院 → 齐鲁工业大学(山东省科学院) (context, 0.68)',
    '山东省科学院 → 齐鲁工业大学(山东省科学院)（上下文，0.68）',
  ],
  [
    '科技城 → 南湖科技城(前缀省略,就近)',
    '科技城 → 南湖科技城 (beginning left out, the nearest one)',
    '科技城 → 南湖科技城（前缀省略，就近）',
  ],
  [
    '科技城 未合并:南湖科技城、北湖科技城 都有可能(前缀省略 0.9)',
    '科技城 not joined: 南湖科技城、北湖科技城 are all possible (beginning left out, 0.9)',
    '科技城 未合并：南湖科技城、北湖科技城 都有可能（前缀省略 0.9）',
  ],
  ['别的理由', '别的理由', '别的理由'],
])('says why names are one: %s', (reason, english, chinese) => {
  expect(reasonIn('en', reason)).toBe(english)
  expect(reasonIn('zh', reason)).toBe(chinese)
})

it('says no word in two places', async () => {
  const folder = new URL('../../../web/words/', import.meta.url)
  const tables = await Promise.all(readdirSync(folder).map((file) => import(new URL(file, folder).href)))
  const keys = tables
    .flatMap((exported: Record<string, object>) => Object.entries(exported))
    .flatMap(([name, table]) => (name.endsWith('_WORDS') ? Object.keys(table) : []))
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  expect([...keys].sort()).toEqual(Object.keys(WORDS).sort())
})

it.each([
  ['', '', ''],
  ['2020-11', '2020-11', '2020-11'],
  ['2020-01/2020-09', '2020-01 – 2020-09', '2020-01 – 2020-09'],
  ['2019/..', '2019 起', 'from 2019'],
  ['../2020-11-30', '截至 2020-11-30', 'up to 2020-11-30'],
])('says the period %s in words', (period, zh, en) => {
  expect([periodWord(period, 'zh'), periodWord(period, 'en')]).toEqual([zh, en])
})

it.each([
  ['under_construction', '在建', 'under construction'],
  ['Company', '企业', 'Company'],
  ['LOCATED_IN', '位于', 'located in'],
  ['purpose', '为此', 'purpose'],
  ['toString', undefined, undefined],
  ['济南市', undefined, undefined],
])('calls the key %s by its word', (key, zh, en) => {
  expect([keyWord(key, 'zh'), keyWord(key, 'en')]).toEqual([zh, en])
})
