/** Composition: reads paths into a graph. The graph is a function of the articles, so a rerun changes nothing. */
import type { Annotated, RawArticle } from '../model/article.ts'
import type { GraphStore } from '../store/store.ts'
import { type SyncReport, syncGraph } from '../store/sync.ts'
import { ahead } from './ahead.ts'
import { cleanArticle } from './clean/clean.ts'
import { linkCorpus } from './link/corpus.ts'
import { annotateClean, RULES } from './pipeline.ts'
import type { Progress } from './progress.ts'
import { project } from './project.ts'
import { type ReadFailure, type ReadOptions, readArticles } from './read/read.ts'
import { fromRecord } from './record.ts'
import type { Reader } from './steps.ts'
import { openTagger, type Tagger } from './tagger.ts'

export interface IngestReport {
  /** Articles that the paths held. */
  read: number
  /** Of these, already in the graph as they are. */
  unchanged: number
  /** Articles taken out because their file now says something else. */
  replaced: number
  failures: ReadFailure[]
  /** Articles in the graph now. */
  articles: number
  graph: SyncReport
  milliseconds: number
}

export interface IngestOptions extends ReadOptions {
  onProgress?: (progress: Progress) => void
  tagger?: Tagger
  /**
   * Reads beside the rules. null: the rules alone, also for articles that a reader had a say in;
   * absent: articles that are in the graph stay as they were read.
   */
  reader?: Reader | null
}

/** Reads files and folders; what can't be read is reported and the rest goes on. */
export async function ingestPaths(
  store: GraphStore,
  paths: string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  const began = performance.now()
  const { raws, failures } = await readAll(paths, options)
  await store.prepare()
  const known = new Map<string, Annotated>()
  for (const row of await store.read('article-records'))
    known.set(String(row.id), fromRecord(String(row.record)))

  const articles = new Map<string, Annotated>()
  let tagger = options.tagger
  // opened where there is something to tag: loading its dictionary takes a while
  const taggerOf = () => {
    tagger ??= openTagger()
    return tagger
  }
  let unchanged = 0
  const { reader } = options
  const begin = async (raw: RawArticle) => {
    const article = cleanArticle(raw)
    const old = known.get(article.id)
    const same =
      old !== undefined &&
      old.title === article.title &&
      old.date === article.date &&
      old.source === article.source &&
      (reader === undefined || old.readBy === reader?.id)
    return {
      article,
      old: same ? old : null,
      steps: same ? null : ((await reader?.stepsFor(article)) ?? null),
    }
  }
  let done = 0
  for await (const { article, old, steps } of ahead(raws, reader?.ahead ?? 1, begin)) {
    const twin = articles.get(article.id)
    // the same text in two files is one article, under the name that sorts first
    const file = [article.file, twin?.file].filter((f) => f !== undefined).sort()[0]!
    if (old) unchanged += twin ? 0 : 1
    const annotated = old ?? annotateClean(article, taggerOf(), steps ?? RULES)
    articles.set(article.id, { ...annotated, file })
    options.onProgress?.({ done: ++done, total: raws.length, label: article.file })
  }
  const files = new Set(raws.map((raw) => raw.file))
  let replaced = 0
  for (const [id, article] of known) {
    if (articles.has(id)) continue
    if (files.has(article.file)) replaced++
    else articles.set(id, article)
  }

  const all = [...articles.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const graph = await syncGraph(store, project(all, linkCorpus(all)))
  return {
    read: raws.length,
    unchanged,
    replaced,
    failures,
    articles: all.length,
    graph,
    milliseconds: Math.round(performance.now() - began),
  }
}

/** All articles of the paths, and what could not be read. */
export async function readAll(
  paths: string[],
  options: ReadOptions = {},
): Promise<{ raws: RawArticle[]; failures: ReadFailure[] }> {
  const raws: RawArticle[] = []
  const failures: ReadFailure[] = []
  for await (const item of readArticles(paths, options)) {
    if ('article' in item) raws.push(item.article)
    else if ('failure' in item) failures.push(item.failure)
  }
  return { raws, failures }
}
