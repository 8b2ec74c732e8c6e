/** What is kept in memory of the store: the names to search and the list of articles, rebuilt when the store changed. */
import type { ArticlesResponse } from '../model/api.ts'
import { columnsOf } from './columns.ts'
import type { Reads } from './reads.ts'
import { type SearchIndex, searchIndexOf } from './search.ts'
import { type GapsBasis, gapsBasisOf } from './trace-gaps.ts'
import { type Whole, wholeOf } from './whole.ts'
import { type Spoken, spokenOf } from './whole-spoken.ts'

const PAGE = 5_000
/** Milliseconds between two looks at whether another process changed the store. */
const PATIENCE = 2_000

export type ListedArticle = ArticlesResponse['articles'][number]

export interface Catalogue {
  search(): Promise<SearchIndex>
  /** Every entity and relation. */
  whole(): Promise<Whole>
  /** Of when its sentences speak; read when first asked for. */
  spoken(): Promise<Spoken>
  /** All of it with places as model/columns.ts has it, packed with gzip. */
  columns(): Promise<Uint8Array<ArrayBuffer>>
  /** What no text ties to a strategy; of all of it, what takes long is worked out once. */
  gaps(): Promise<GapsBasis>
  /** All articles, newest first. */
  articles(): Promise<readonly ListedArticle[]>
}

/** @param now milliseconds */
export function catalogueOf(reads: Reads, now: () => number = Date.now): Catalogue {
  const print = async () => JSON.stringify([await reads.counts(), await reads.edgeCount()])
  const articles = kept(() => allArticles(reads), print, now)
  const whole = kept(() => wholeOf(reads), print, now)
  return {
    articles,
    search: kept(async () => searchIndexOf(await reads.allEntities(), await articles()), print, now),
    whole,
    spoken: kept(
      async () =>
        spokenOf(
          reads,
          await whole(),
          (await articles()).map(({ id }) => id),
        ),
      print,
      now,
    ),
    gaps: kept(() => gapsBasisOf(reads), print, now),
    columns: kept(async () => columnsOf(await whole()), print, now),
  }
}

/** What was built, until the store's print is another one. */
function kept<T>(
  build: () => Promise<T>,
  printOf: () => Promise<string>,
  now: () => number,
): () => Promise<T> {
  let built: { thing: Promise<T>; print: string } | null = null
  let looked = Number.NEGATIVE_INFINITY
  return async () => {
    if (built && now() - looked < PATIENCE) return built.thing
    const print = await printOf()
    looked = now()
    if (built?.print !== print) {
      const thing = build()
      built = { thing, print }
      // a failed build is not kept
      thing.catch(() => {
        built = null
      })
    }
    return built!.thing
  }
}

async function allArticles(reads: Reads): Promise<ListedArticle[]> {
  const articles: ListedArticle[] = []
  for (let skip = 0; ; skip += PAGE) {
    const page = await reads.articles(skip, PAGE)
    articles.push(...page)
    if (page.length < PAGE) return articles
  }
}
