import { expect, it } from 'vitest'
import { ENTITY_TYPES, RELATION_TYPES, SERVES_LEVELS, STATUSES } from '../../model/ontology.ts'
import { say, WORDS } from '../../web/words.ts'

it('has a word in both languages for everything', () => {
  const rows = [WORDS, ENTITY_TYPES, RELATION_TYPES, STATUSES, SERVES_LEVELS].flatMap((table) =>
    Object.entries(table as Record<string, { zh: string; en: string }>),
  )
  expect(rows.filter(([, { zh, en }]) => !zh.trim() || !en.trim()).map(([key]) => key)).toEqual([])
})

it('fills values in', () => {
  expect(say('zh', 'paragraph', { n: 3 })).toBe('第 3 段')
})
