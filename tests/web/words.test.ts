import { expect, it } from 'vitest'
import { ENTITY_TYPES, RELATION_TYPES, SERVES_LEVELS, STATUSES } from '../../model/ontology.ts'
import { EXPLORE_WORDS } from '../../web/words/explore.ts'
import { FIND_WORDS } from '../../web/words/find.ts'
import { GUIDE_WORDS } from '../../web/words/guide.ts'
import { QUERY_WORDS } from '../../web/words/query.ts'
import { READ_WORDS } from '../../web/words/read.ts'
import { TIME_WORDS } from '../../web/words/time.ts'
import { TRACE_WORDS } from '../../web/words/trace.ts'
import { say, WORDS } from '../../web/words.ts'

it('has a word in both languages for everything', () => {
  const rows = [WORDS, ENTITY_TYPES, RELATION_TYPES, STATUSES, SERVES_LEVELS].flatMap((table) =>
    Object.entries(table as Record<string, { zh: string; en: string }>),
  )
  expect(rows.filter(([, { zh, en }]) => !zh.trim() || !en.trim()).map(([key]) => key)).toEqual([])
})

it('fills values in', () => {
  expect(say('zh', 'paragraph', { n: 3 })).toBe('第 3 段')
  expect([1, 2].map((n) => say('en', 'articlesOf', { n }))).toEqual(['1 article', '2 articles'])
})

it('says no word in two places', () => {
  const tables = [EXPLORE_WORDS, FIND_WORDS, GUIDE_WORDS, QUERY_WORDS, READ_WORDS, TIME_WORDS, TRACE_WORDS]
  const keys = tables.flatMap((table) => Object.keys(table))
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})
