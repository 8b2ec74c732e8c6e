/** Queries that the person saved, in this browser. */
export interface MyQuery {
  name: string
  text: string
}

const KEY = 'queries'

export function myQueries(): MyQuery[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept)
      ? kept.filter((q): q is MyQuery => typeof q?.name === 'string' && typeof q?.text === 'string')
      : []
  } catch {
    // what another program wrote there is none of ours
    return []
  }
}

const keep = (queries: readonly MyQuery[]): MyQuery[] => {
  localStorage.setItem(KEY, JSON.stringify(queries))
  return [...queries]
}

/** One of the same name is replaced. */
export const saveMyQuery = (query: MyQuery): MyQuery[] =>
  keep([query, ...myQueries().filter(({ name }) => name !== query.name)])

export const removeMyQuery = (name: string): MyQuery[] => keep(myQueries().filter((own) => own.name !== name))
