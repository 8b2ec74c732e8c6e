/** Every word of the interface, in both languages. */
import { ENTITY_TYPES, type EntityType } from '../../model/ontology.ts'
import { COMMON_WORDS } from './common.ts'
import { COMPARE_WORDS } from './compare.ts'
import { EXPLORE_WORDS } from './explore.ts'
import { FIND_WORDS } from './find.ts'
import { GUIDE_WORDS } from './guide.ts'
import { QUERY_WORDS } from './query.ts'
import { READ_WORDS } from './read.ts'
import { TIME_WORDS } from './time.ts'
import { TRACE_WORDS } from './trace.ts'

export type Language = 'zh' | 'en'

export const WORDS = {
  ...EXPLORE_WORDS,
  ...COMPARE_WORDS,
  ...TRACE_WORDS,
  ...READ_WORDS,
  ...FIND_WORDS,
  ...GUIDE_WORDS,
  ...QUERY_WORDS,
  ...TIME_WORDS,
  ...COMMON_WORDS,
} as const satisfies Record<string, Record<Language, string>>

export type Word = keyof typeof WORDS

/** A word with its values filled in; `{s}` is the plural's s where n is not one, `{s:m}` where m is not. */
export function say(language: Language, word: Word, values: Record<string, string | number> = {}): string {
  return fill(WORDS[word][language], values)
}

export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)(?::(\w+))?\}/g, (_, key: string, of = 'n') =>
    key === 's' ? (values[of] === 1 ? '' : 's') : String(values[key] ?? ''),
  )

/** What things of a type are called where several are listed or counted: one alone is one. */
export const typeWord = (type: EntityType, language: Language, n = 2): string =>
  language === 'en' && n !== 1 ? ENTITY_TYPES[type].several : ENTITY_TYPES[type][language]
