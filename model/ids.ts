/** How ids are written. They are derived from content, so the same articles give the same graph. */
import type { EdgeType } from './ontology.ts'

/** `${article}:3` is the fourth sentence. */
export const sentenceIdOf = (article: string, index: number): string => `${article}:${index}`

/** The article and the index that a sentence id names; index is -1 where it names none. */
export function sentenceOf(id: string): { article: string; index: number } {
  const at = id.lastIndexOf(':')
  const index = Number(id.slice(at + 1))
  return at < 0 || !Number.isInteger(index) ? { article: id, index: -1 } : { article: id.slice(0, at), index }
}

export const edgeIdOf = (type: EdgeType, from: string, to: string): string => `${type}:${from}:${to}`

/** The ends that an edge's id names: no edge starts at a sentence, so `from` holds no colon. Null where the id is not ours. */
export function endsOf(type: string, id: string): { from: string; to: string } | null {
  if (!id.startsWith(`${type}:`)) return null
  const rest = id.slice(type.length + 1)
  const at = rest.indexOf(':')
  return at < 0 ? null : { from: rest.slice(0, at), to: rest.slice(at + 1) }
}

/** What a type's entities are told apart by where they are too many to be held together: the first digit behind the type. */
export const entityShares = [...'0123456789abcdef'] as const
export const entityShareOf = (entity: string): string => entity[entity.indexOf('-') + 1]!
