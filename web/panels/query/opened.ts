import type { OwnQuery, SavedQuery } from '../../../model/api.ts'
import type { OpenedQuery } from '../../state/draft.ts'

export interface Marked extends OpenedQuery {
  /** Whether the console's text is no longer the saved one. */
  changed: boolean
}
type Kept = OpenedQuery & { text: string }

export const keptQueries = (
  saved: readonly SavedQuery[] = [],
  own: readonly OwnQuery[] = [],
): readonly Kept[] => [
  ...saved.map(({ name, text }) => ({ own: false, name, text })),
  ...own.map(({ name, text }) => ({ own: true, name, text })),
]

const same = (a: OpenedQuery, b: OpenedQuery | null): boolean =>
  b !== null && a.own === b.own && a.name === b.name

/** The saved query that the text is, or that it was made of; null for none. */
export function markedOf(text: string, opened: OpenedQuery | null, kept: readonly Kept[]): Marked | null {
  const from = kept.find((query) => same(query, opened))
  const is = from?.text === text ? from : kept.find((query) => query.text === text)
  const one = is ?? from
  return one ? { own: one.own, name: one.name, changed: !is } : null
}

/** What an edited text is made of. @param replaced whether all of the text before it went at once */
export function openedAfter(
  text: string,
  replaced: boolean,
  opened: OpenedQuery | null,
  kept: readonly Kept[],
): OpenedQuery | null {
  const marked = markedOf(text, opened, kept)
  if (marked && !marked.changed) return { own: marked.own, name: marked.name }
  return replaced || text.trim() === '' ? null : opened
}
