/** What the rules say of a text whose names are marked, as lines that a table can hold. */
import { relate, relateByRules } from '../../../ingest/relate/relate.ts'
import type { Annotated } from '../../../model/article.ts'
import { readyOf } from '../marked.ts'

export const related = (source: string): Annotated => relateByRules(readyOf(source))

/** What is said of it with what was learned. */
export const relatedAsLearned = (source: string): Annotated => relate(readyOf(source))

/** `甲 TYPE 乙`, each once, sorted; only of one type where asked. */
export function statedIn(source: string, type?: string): string[] {
  const { relations, entities } = related(source)
  const lines = relations
    .filter((r) => type === undefined || r.type === type)
    .map((r) => `${entities[r.head]!.name} ${r.type} ${entities[r.tail]!.name}`)
  return [...new Set(lines)].sort()
}

/** `甲 level 乙`, sorted. */
export function servingIn(source: string): string[] {
  const { serves, entities } = related(source)
  return serves.map((s) => `${entities[s.head]!.name} ${s.level} ${entities[s.tail]!.name}`).sort()
}
