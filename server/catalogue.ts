/** What is kept in memory of the store: the names to search, rebuilt when the store changed. */
import type { Reads } from './reads.ts'
import { type SearchIndex, searchIndexOf } from './search.ts'

const PAGE = 5_000
/** Milliseconds between two looks at whether another process changed the store. */
const PATIENCE = 2_000

export interface Catalogue {
  search(): Promise<SearchIndex>
}

/** @param now milliseconds */
export function catalogueOf(reads: Reads, now: () => number = Date.now): Catalogue {
  let built: { index: Promise<SearchIndex>; print: string } | null = null
  let looked = Number.NEGATIVE_INFINITY

  async function build(): Promise<SearchIndex> {
    const articles = []
    for (let skip = 0; ; skip += PAGE) {
      const page = await reads.articles(skip, PAGE)
      articles.push(...page.map(({ id, title, date, source }) => ({ id, title, date, source })))
      if (page.length < PAGE) break
    }
    return searchIndexOf(await reads.allEntities(), articles)
  }

  return {
    async search() {
      if (built && now() - looked < PATIENCE) return built.index
      const print = JSON.stringify(await reads.counts())
      looked = now()
      if (built?.print !== print) {
        const index = build()
        built = { index, print }
        // a failed build is not kept
        index.catch(() => {
          built = null
        })
      }
      return built!.index
    },
  }
}
