/** From gathered articles to their layers, over the cores where there are many; every batch is kept as it is done. */
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { Article } from '../model/article.ts'
import { batchesOf } from '../model/batches.ts'
import { entityTypes } from '../model/ontology.ts'
import { ahead } from './ahead.ts'
import { rulesFingerprint } from './fingerprint.ts'
import { articleOf } from './gather.ts'
import { linkableOf } from './link/corpus.ts'
import { annotateClean, STEPS } from './pipeline.ts'
import { type FoldRow, KEYS, type Layers, type LinkRow, type UnderstoodRow } from './shelf/rows.ts'
import type { Change, Shelf } from './shelf/shelf.ts'
import type { Reader } from './steps.ts'
import { openTagger, type Tagger } from './tagger.ts'

export interface UnderstandOptions {
  /** As `IngestOptions.reader`. */
  reader?: Reader | null
  tagger?: Tagger
  /** Cleaned texts that the call is about; all unless given. */
  named?: ReadonlySet<string>
  /** Threads that understand; told by the machine unless given. 0: this one. */
  workers?: number
  onUnderstood?: (done: number, total: number, file: string) => void
}

/** Articles below which a thread does not pay: it loads the dictionary first. */
const FEW = 150
/** Articles a batch: what a kill can cost. */
const BATCH = 50

/** @returns ids of the articles that were understood in this run, and how many of them not for the first time */
export async function understand(
  shelf: Shelf,
  articles: readonly string[],
  options: UnderstandOptions = {},
): Promise<{ understood: number; again: number }> {
  const todo: string[] = []
  let again = 0
  for (const ids of batchesOf(articles, 500)) {
    const rows = await shelf.getMany<FoldRow>(ids.map(KEYS.fold))
    const known = await shelf.getMany<UnderstoodRow>(ids.map(KEYS.understood))
    for (const [i, id] of ids.entries()) {
      if (isCurrent(known[i], rows[i]!, options)) continue
      if (known[i]) again++
      todo.push(id)
    }
  }
  let done = 0
  if (todo.length > 0) options.onUnderstood?.(0, todo.length, '')
  const batches = [...batchesOf(todo, BATCH)]
  const step = openStep(todo.length, options)
  try {
    const start = async (batch: string[]) => {
      const rows = (await shelf.getMany<FoldRow>(batch.map(KEYS.fold))).map((row) => row!)
      const texts = await Promise.all(rows.map((row) => articleOf(shelf, row)))
      return { batch, rows, layers: await step.understand(texts.map(bare)) }
    }
    for await (const { batch, rows, layers } of ahead(batches, step.ahead, start)) {
      const changes: Change[] = []
      for (const [i, id] of batch.entries()) changes.push(...changesOf(id, rows[i]!.said, layers[i]!))
      await shelf.write(changes)
      done += batch.length
      if (!options.reader) options.onUnderstood?.(done, todo.length, rows.at(-1)!.printings[0]!.files[0]!)
    }
  } finally {
    await step.close()
  }
  return { understood: todo.length, again }
}

function isCurrent(
  known: UnderstoodRow | undefined,
  row: FoldRow,
  { reader, named }: UnderstandOptions,
): boolean {
  if (!known || known.said !== row.said) return false
  // a reader is asked, or its say taken back, for what the call names: it may cost money
  const asked = reader !== undefined && (!named || row.printings.some(({ version }) => named.has(version)))
  const current = known.rules === rulesFingerprint()
  if (known.readBy !== '') return !asked || (current && known.readBy === reader?.id)
  return current && !(asked && reader)
}

/** What is kept of an article's layers: they, and what linking needs of them, by type. */
export function changesOf(id: string, said: string, layers: Layers, rules = rulesFingerprint()): Change[] {
  const { district, entities } = linkableOf({ ...layers, tokens: [] })
  const digest = createHash('sha256').update(JSON.stringify(layers)).digest('hex').slice(0, 24)
  const understood: UnderstoodRow = { said, rules, readBy: layers.readBy ?? '', digest }
  const changes: Change[] = [
    { put: KEYS.understood(id), value: understood },
    { put: KEYS.layers(id), value: layers },
  ]
  for (const type of entityTypes) {
    const own = entities.filter((entity) => entity.type === type)
    const mentions = own.map(({ index }) => layers.entities[index]!.mentions.length)
    if (own.length === 0) changes.push({ del: KEYS.link(type, id) }, { del: KEYS.ids(id, type) })
    else {
      const value: LinkRow = { id, district, date: layers.date, entities: own, mentions }
      changes.push({ put: KEYS.link(type, id), value })
    }
  }
  return changes
}

/** Takes what was understood of an article off the shelf. */
export const forgetOf = (id: string): Change[] => [
  { del: KEYS.understood(id) },
  { del: KEYS.layers(id) },
  ...entityTypes.flatMap((type) => [{ del: KEYS.link(type, id) }, { del: KEYS.ids(id, type) }]),
]

const bare = ({ frame: _, sources: __, variants: ___, ...article }: Article): Article => article

interface Step {
  ahead: number
  understand(articles: Article[]): Promise<Layers[]>
  close(): Promise<void>
}

function openStep(count: number, { reader, tagger, workers, onUnderstood }: UnderstandOptions): Step {
  const threads = workers ?? Math.min(2, availableParallelism() - 1)
  if (!reader && !tagger && threads > 0 && count >= FEW) return pooled(threads)
  let own = tagger
  let done = 0
  const one = async (article: Article): Promise<Layers> => {
    const steps = (await reader?.stepsFor(article)) ?? STEPS
    own ??= openTagger()
    const { tokens: _, ...layers } = annotateClean(article, own, steps)
    return layers
  }
  return {
    ahead: 1,
    async understand(articles) {
      const layers: Layers[] = []
      for await (const result of ahead(articles, reader?.ahead ?? 1, one)) {
        layers.push(result)
        done++
        // a reader takes its time: a whole batch would be a long silence
        if (reader) onUnderstood?.(done, count, result.file)
      }
      return layers
    },
    async close() {},
  }
}

function pooled(threads: number): Step {
  const pool = new Piscina<Article[], Layers[]>({
    filename: new URL('./understand-worker.ts', import.meta.url).href,
    execArgv: ['--import', import.meta.resolve('tsx')],
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 },
  })
  return {
    ahead: threads + 1,
    understand: (articles) => pool.run(articles),
    close: () => pool.destroy(),
  }
}
