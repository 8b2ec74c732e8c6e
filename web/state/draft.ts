/** The query that is being written: kept by this tab until it is closed, so that a reload loses none of it. It is never run unasked. */

/** A saved query that the console was opened with: a user's own, or one of those that come with it. */
export interface OpenedQuery {
  own: boolean
  name: string
}

export interface Draft {
  /** The text in the query console, null before there is any, and the saved query that it came from. */
  draft: string | null
  openedQuery: OpenedQuery | null
  /** What was typed for the parameters of queries, by their names. */
  filled: Readonly<Record<string, string>>
}

// the address would have to change with each letter, which browsers allow only so often
const KEY = 'draft'
export const NO_DRAFT: Draft = { draft: null, openedQuery: null, filled: {} }

export const draftOf = ({ draft, openedQuery, filled }: Draft): Draft => ({ draft, openedQuery, filled })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @returns what was kept as far as it can be read: another version may have written it */
export function draftFrom(kept: string | null): Draft {
  let said: unknown
  try {
    said = JSON.parse(kept ?? '')
  } catch {
    return NO_DRAFT
  }
  if (!isRecord(said) || typeof said.draft !== 'string') return NO_DRAFT
  const { draft, openedQuery: opened, filled } = said
  return {
    draft,
    openedQuery:
      isRecord(opened) && typeof opened.own === 'boolean' && typeof opened.name === 'string'
        ? { own: opened.own, name: opened.name }
        : null,
    filled: Object.fromEntries(
      Object.entries(isRecord(filled) ? filled : {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
  }
}

export const keptDraft = (): Draft => draftFrom(sessionStorage.getItem(KEY))

/** @param follow calls with each change of the state */
export function keepDraft(follow: (heard: (now: Draft, before: Draft) => void) => void): void {
  follow((now, before) => {
    if (now.draft === before.draft && now.openedQuery === before.openedQuery && now.filled === before.filled)
      return
    try {
      sessionStorage.setItem(KEY, JSON.stringify(draftOf(now)))
    } catch {
      // a text that is too large for the browser is only not kept
    }
  })
}
