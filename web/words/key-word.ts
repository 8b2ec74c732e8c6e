import { ENTITY_TYPES, RELATION_TYPES, SERVES_LEVELS, STATUSES } from '../../model/ontology.ts'
import type { Language } from './words.ts'

type Said = Readonly<Record<string, Readonly<Record<Language, string>>>>
const TABLES: readonly Said[] = [STATUSES, ENTITY_TYPES, RELATION_TYPES, SERVES_LEVELS]

/** What a stage, a type or a level is called, by the key that the graph has of it; undefined for any other text. */
export const keyWord = (key: string, language: Language): string | undefined =>
  TABLES.find((table) => Object.hasOwn(table, key))?.[key]?.[language]
