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
