/** Composition: reads paths into a graph. The graph is a function of the articles, so a rerun changes nothing. */
import { createHash } from 'node:crypto'
import type { RawArticle } from '../model/article.ts'
import { batchesOf } from '../model/batches.ts'
import type { GraphStore } from '../store/store.ts'
import { GraphWriter, ownerOf, type SyncReport, type Written } from '../store/sync.ts'
import { type Collected, type CollectOptions, collect, forgetPaths } from './collect.ts'
import { gather } from './gather.ts'
import type { Progress } from './progress.ts'
import { type ReadFailure, type ReadOptions, readArticles } from './read/read.ts'
import { restore, takeIn } from './restore.ts'
import { goneFrom, settle } from './settle.ts'
import { type BlockRow, KEYS, SECTIONS } from './shelf/rows.ts'
import { type Change, Shelf } from './shelf/shelf.ts'
import type { Reader } from './steps.ts'
import type { Tagger } from './tagger.ts'
import { tidy } from './tidy.ts'
import { understand } from './understand.ts'

export interface IngestReport {
  /** Articles that the paths held. */
  read: number
  /** Of these, already in the graph as they are. */
  unchanged: number
  /** Files that now say something else than before. */
  replaced: number
  /** Printings of all articles that are folded into others. */
  folded: number
  failures: ReadFailure[]
  /** Files of other kinds in the folders and archives. */
  passedOver: string[]
  /** Files that these folders held before and do not now. */
  gone: string[]
  /** Whether what they said was taken out. */
  removed: boolean
  /** Articles in the graph now. */
  articles: number
  graph: SyncReport
  milliseconds: number
}

export interface IngestOptions extends Omit<CollectOptions, 'onRead'> {
  onProgress?: (progress: Progress) => void
  tagger?: Tagger
  /**
   * Reads beside the rules. null: the rules alone, also for articles that a reader had a say in;
   * absent: articles that are in the graph stay as they were read.
   */
  reader?: Reader | null
  /** Folder that keeps what has been read; without one it is made from the graph, and gone at the end. */
  shelf?: string
  /** Threads that understand articles; told by the machine unless given. */
  workers?: number
}

/** Reads files, folders, archives and addresses; what can't be read is reported and the rest goes on. */
export function ingestPaths(
  store: GraphStore,
  paths: string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  const { onProgress = () => {} } = options
  return run(store, options, (shelf) =>
    collect(shelf, paths, {
      ...options,
      onRead: ({ read, source }) => onProgress({ phase: 'read', done: read, total: 0, label: source }),
    }),
  )
}

/** Takes out what these files, folders or addresses said. */
export function removePaths(
  store: GraphStore,
  paths: string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  return run(store, { ...options, removeGone: true }, (shelf) => forgetPaths(shelf, paths))
}

async function run(
  store: GraphStore,
  options: IngestOptions,
  change: (shelf: Shelf) => Promise<Collected>,
): Promise<IngestReport> {
  const began = performance.now()
  const { onProgress = () => {}, removeGone = false } = options
  await store.prepare()
  const letGo = await store.hold()
  let shelf: Shelf | undefined
  try {
    shelf = await Shelf.open(options.shelf)
    await agree(shelf, store, onProgress)
    const { unchanged, changed, versions, ...collected } = await change(shelf)
    tidy()
    const { articles, folded } = await gather(shelf, onProgress)
    tidy()
    const { again } = await understand(shelf, articles, {
      ...options,
      named: versions,
      onUnderstood: (done, total, label) => onProgress({ phase: 'understand', done, total, label }),
    })
    tidy()
    const graph = await write(shelf, store, articles, onProgress)
    return {
      ...collected,
      unchanged: Math.max(0, unchanged - again),
      replaced: changed,
      folded,
      removed: removeGone,
      articles: articles.length,
      graph,
      milliseconds: Math.round(performance.now() - began),
    }
  } finally {
    await shelf?.close()
    await letGo()
  }
}

/** → ids of the articles that a run that has begun to write takes out. */
const PENDING = 'pending'
const SETTLED = 'settled'

interface Settled {
  /** Digest of all articles' ids and digests in the store. */
  articles: string
  counts: string
  /** Digest of all that was settled; the same again needs no work. */
  folds: string
}

/**
 * Makes sure that the shelf knows what is in the store. A run that was cut off while it wrote is mended from the shelf, and
 * keeps what others wrote since; where the store was changed by others, the store is what is true.
 */
async function agree(
  shelf: Shelf,
  store: GraphStore,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const settled = await shelf.get<Settled>(SETTLED)
  const pending = await shelf.get<string[]>(PENDING)
  const now = await stateOf(store)
  if (settled && !pending && settled.articles === now.articles && settled.counts === now.counts) return
  if (pending) await takeIn(shelf, recordsOf(store, await unknownOf(shelf, now.ids, pending)))
  else await restore(shelf, recordsOf(store, now.ids))
  for (const section of [SECTIONS.blocks, SECTIONS.stated, SECTIONS.touched, SECTIONS.written])
    await shelf.clear(section)
  const owners = new Set<string>()
  let done = 0
  for (const [kind, mark] of [
    ['nodes', 'n'],
    ['edges', 'e'],
  ] as const) {
    let batch: Change[] = []
    for await (const [id, digest] of store.inventory(kind)) {
      const owner = ownerOf(mark + id)
      batch.push({ put: KEYS.written(owner, mark + id), value: digest })
      // what is in the store but no longer said must be found when it is settled
      if (owner.startsWith('=')) batch.push({ put: KEYS.touched(owner.slice(1)), value: 1 })
      else if (!owner.startsWith('~') && !owners.has(owner)) {
        owners.add(owner)
        batch.push({ put: KEYS.block(owner), value: { digest: '', edges: [] } satisfies BlockRow })
      }
      done++
      if (batch.length >= 5_000) {
        await shelf.write(batch)
        batch = []
        onProgress({ phase: 'mend', done, total: 0, label: kind })
      }
    }
    await shelf.write(batch)
  }
  const value: Settled = { articles: now.articles, counts: now.counts, folds: '' }
  await shelf.write([{ del: PENDING }, { put: SETTLED, value }], true)
}

/** Articles of the store that no run with this shelf has put there. @param going those that the run that was cut off takes out */
async function unknownOf(shelf: Shelf, ids: readonly string[], going: readonly string[]): Promise<string[]> {
  const known = new Set(going)
  for (const section of [SECTIONS.folds, SECTIONS.understood])
    for await (const id of shelf.keys(section)) known.add(id)
  return ids.filter((id) => !known.has(id))
}

async function stateOf(store: GraphStore): Promise<{ ids: string[]; articles: string; counts: string }> {
  const hash = createHash('sha256')
  const ids: string[] = []
  for (const { id, digest } of await store.read('article-digests')) {
    ids.push(String(id))
    hash.update(`${id} ${digest}\n`)
  }
  return { ids, articles: hash.digest('hex'), counts: JSON.stringify(await store.read('counts')) }
}

async function* recordsOf(store: GraphStore, ids: readonly string[]): AsyncGenerator<string> {
  for (const batch of batchesOf(ids, 200))
    for (const { record } of await store.read('article-records', { ids: batch })) yield String(record)
}

async function write(
  shelf: Shelf,
  store: GraphStore,
  articles: readonly string[],
  onProgress: (progress: Progress) => void,
): Promise<SyncReport> {
  const writer = new GraphWriter(store, writtenOn(shelf))
  const folds = await digestOfFolds(shelf, articles)
  const settled = await shelf.get<Settled>(SETTLED)
  if (settled?.folds === folds) return writer.report
  await shelf.write([{ put: PENDING, value: await goneFrom(shelf, articles) }], true)
  await settle(shelf, writer, articles, { onProgress })
  await writer.finish()
  const { articles: now, counts } = await stateOf(store)
  const value: Settled = { articles: now, counts, folds }
  await shelf.write([{ del: PENDING }, { put: SETTLED, value }], true)
  return writer.report
}

/** Of all that decides the graph: which articles, from which sources, understood how. */
async function digestOfFolds(shelf: Shelf, articles: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const ids of batchesOf(articles, 500)) {
    for (const keyOf of [KEYS.fold, KEYS.understood])
      for (const [i, row] of (await shelf.getMany<{ digest: string }>(ids.map(keyOf))).entries())
        hash.update(`${ids[i]} ${row?.digest}\n`)
  }
  return hash.digest('hex')
}

const writtenOn = (shelf: Shelf): Written => ({
  async of(owner) {
    const there = new Map<string, string>()
    for await (const [item, digest] of shelf.rows<string>(KEYS.writtenBy(owner))) there.set(item, digest)
    return there
  },
  note: (changes) =>
    shelf.write(
      changes.map(({ owner, item, digest }) =>
        digest === null
          ? { del: KEYS.written(owner, item) }
          : { put: KEYS.written(owner, item), value: digest },
      ),
    ),
})

/** All articles of the paths, what could not be read and what was passed over: for what fits in memory. */
export async function readAll(
  paths: string[],
  options: ReadOptions = {},
): Promise<{ raws: RawArticle[]; failures: ReadFailure[]; passedOver: string[] }> {
  const raws: RawArticle[] = []
  const failures: ReadFailure[] = []
  const passedOver: string[] = []
  for await (const item of readArticles(paths, options)) {
    if ('article' in item) raws.push(item.article)
    else if ('failure' in item) failures.push(item.failure)
    else passedOver.push(item.passedOver)
  }
  return { raws, failures, passedOver }
}
