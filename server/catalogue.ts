/** What is kept in memory of the store: the names to search and the list of articles, rebuilt when the store changed. */
import type { ArticlesResponse } from '../model/api.ts'
import { type SearchIndex, searchIndexOf } from './find/search.ts'
import type { Reads } from './reads.ts'
import { type GapsBasis, gapsBasisOf } from './trace/gaps.ts'
import { gapTypes } from './trace/trace.ts'
import { columnsOf } from './whole/columns.ts'
import { type Spoken, spokenOf } from './whole/spoken.ts'
import { type Whole, wholeOf } from './whole/whole.ts'

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
  /** Builds what the first search, the first gaps and the first paths would wait for, one after the other. */
  ahead(): Promise<void>
}

/** One of each, of the last state of the graph alone: bounded by the graph. @param now milliseconds */
export function catalogueOf(reads: Reads, now: () => number = Date.now): Catalogue {
  const print = lookedAt(async () => JSON.stringify([await reads.counts(), await reads.edgeCount()]), now)
  const kept = <T>(build: () => Promise<T>) => untilAnother(build, print)
  const entities = kept(() => reads.allEntities())
  const articles = kept(() => allArticles(reads))
  const search = kept(async () => searchIndexOf(await entities(), await articles()))
  const whole = kept(async () => wholeOf(reads, await entities()))
  const gaps = kept(async () => gapsBasisOf(reads, await entities()))
  return {
    articles,
    search,
    whole,
    spoken: kept(async () =>
      spokenOf(
        reads,
        await whole(),
        (await articles()).map(({ id }) => id),
      ),
    ),
    gaps,
    columns: kept(async () => columnsOf(await whole())),
    async ahead() {
      await search()
      await (await gaps()).described(gapTypes)
      await whole()
    },
  }
}

/** What the store looks like, asked for at most once in a while. */
function lookedAt(printOf: () => Promise<string>, now: () => number): () => Promise<string> {
  let print: Promise<string> | null = null
  let looked = Number.NEGATIVE_INFINITY
  return () => {
    if (print && now() - looked < PATIENCE) return print
    const look = printOf()
    print = look
    looked = now()
    // a look that failed is taken again
    look.catch(() => {
      if (print === look) print = null
    })
    return look
  }
}

/** What was built, until the store's print is another one. */
function untilAnother<T>(build: () => Promise<T>, printOf: () => Promise<string>): () => Promise<T> {
  let built: { thing: Promise<T>; print: string } | null = null
  return async () => {
    const print = await printOf()
    if (built?.print === print) return built.thing
    const own = { thing: build(), print }
    built = own
    // a failed build is not kept
    own.thing.catch(() => {
      if (built === own) built = null
    })
    return own.thing
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
