import {
  RELATION_TYPES,
  type RelationType,
  SERVES,
  SERVES_LEVELS,
  type ServesLevel,
} from '../../model/ontology.ts'
import type { Language } from './words.ts'

/** The word for an edge's type; SERVES with its level. */
export function edgeWord(type: string, level: unknown, language: Language): string {
  if (type === 'SERVES') {
    const row = SERVES_LEVELS[level as ServesLevel]
    return row ? `${SERVES[language]} · ${row[language]}` : SERVES[language]
  }
  return RELATION_TYPES[type as RelationType]?.[language] ?? type
}
