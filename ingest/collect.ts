/** From sources to cleaned articles on the shelf; what a source said when it was last read need not be read again. */
import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import type { Article, RawArticle } from '../model/article.ts'
import { KnownError } from '../model/errors.ts'
import { ahead } from './ahead.ts'
import { cleanArticle } from './clean/clean.ts'
import { rulesFingerprint } from './fingerprint.ts'
import { sketchOf } from './fold/sketch.ts'
import { inOrder } from './in-order.ts'
import { articlesOf } from './read/parse.ts'
import { failureOf, type ReadFailure, type ReadOptions } from './read/read.ts'
import { knownOf, type Source, sourcesOf } from './read/source.ts'
import { type ItemRow, KEYS, SECTIONS, type SketchRow, type SourceRow, UNGATHERED } from './shelf/rows.ts'
import type { Change, Shelf } from './shelf/shelf.ts'

export interface Collected {
  /** Articles that the sources hold. */
  read: number
  /** Of these, in sources that are as they were. */
  unchanged: number
  /** Sources that now say something else than before. */
  changed: number
  /** Sources that had been read from these folders and are no longer there. */
  gone: string[]
  failures: ReadFailure[]
  passedOver: string[]
  /** Cleaned texts that the sources hold: what this call is about. */
  versions: Set<string>
}
export interface CollectOptions extends ReadOptions {
  /** Takes out what sources said that are gone. */
  removeGone?: boolean
  onRead?: (state: { read: number; source: string }) => void
}

/** Where a source that only the graph remembers is kept: by its display name. */
export const ORPHAN = '?/'
const BATCH = 200

/** Sources whose bytes are looked at ahead of the one that is read. */
const AHEAD = 16

export async function collect(
  shelf: Shelf,
  paths: readonly string[],
  options: CollectOptions = {},
): Promise<Collected> {
  const collected = nothing()
  const seen = new Set<string>()
  const reading = new Reading(shelf, options, collected)
  for await (const step of ahead(sourcesOf(paths, options), AHEAD, async (found) =>
    'source' in found ? reading.lookAt(found.source) : found,
  )) {
    if ('passedOver' in step) collected.passedOver.push(step.passedOver)
    else if ('missing' in step) collected.failures.push(failureOf(step.missing, step.error))
    else if (!seen.has(step.source.key)) {
      seen.add(step.source.key)
      await reading.take(step)
    }
  }
  await reading.flush()
  await forgetGone(shelf, paths, seen, options.removeGone === true, collected)
  return collected
}

interface Looked {
  source: Source
  key: string
  digest: string
  stamp: string
  known: SourceRow | undefined
}

class Reading {
  readonly #shelf: Shelf
  readonly #options: CollectOptions
  readonly #collected: Collected
  readonly #orphans: Promise<boolean>
  /** All but its bytes that decides what is read from a source. */
  readonly #way: string
  readonly #now: () => number
  #changes: Change[] = []
  #stamps: Change[] = []

  constructor(shelf: Shelf, options: CollectOptions, collected: Collected) {
    this.#shelf = shelf
    this.#options = options
    this.#collected = collected
    this.#now = options.now ?? Date.now
    this.#way = JSON.stringify([rulesFingerprint(), options.map ?? {}, options.maxBytes ?? 0])
    this.#orphans = shelf.any(KEYS.source(ORPHAN))
  }

  async lookAt(source: Source): Promise<Looked | { missing: string; error: KnownError }> {
    try {
      if (source.key === '-') {
        const digest = await digestOf(source, this.#way)
        return { source, key: `-${digest}`, digest, stamp: '', known: await this.#known(`-${digest}`) }
      }
      const { key } = source
      const [known, file] = await Promise.all([this.#known(key), source.stamp?.(this.#now()) ?? ''])
      const stamp = file && shortHash(`${this.#way} ${file}`)
      const same = known !== undefined && stamp !== '' && known.stamp === stamp
      return { source, key, digest: same ? known.digest : await digestOf(source, this.#way), stamp, known }
    } catch (error) {
      return { missing: source.name, error: knownOf(error) }
    }
  }

  #known(key: string): Promise<SourceRow | undefined> {
    return this.#shelf.get<SourceRow>(KEYS.source(key))
  }

  async take({ source, key, digest, stamp, known }: Looked): Promise<void> {
    const collected = this.#collected
    const tell = () => this.#options.onRead?.({ read: collected.read, source: source.name })
    if (known?.digest === digest) {
      collected.read += known.items
      collected.unchanged += known.items
      collected.failures.push(...known.failures)
      if (known.version) collected.versions.add(known.version)
      else
        for await (const [, { version }] of this.#shelf.rows<ItemRow>(KEYS.itemsOf(key)))
          collected.versions.add(version)
      if (stamp !== (known.stamp ?? ''))
        this.#stamps.push({ put: KEYS.source(key), value: { ...known, stamp } satisfies SourceRow })
      if (this.#stamps.length > 1_000) await this.flush()
      return tell()
    }
    const before = known ?? ((await this.#orphans) ? await adopt(this.#shelf, source.name, key) : undefined)
    const row: SourceRow = { digest, stamp, name: source.name, items: 0, failures: [] }
    const unchanged = collected.unchanged
    let raws: RawArticle[] = []
    let whole = true
    for await (const item of articlesOf(source, this.#options)) {
      if ('passedOver' in item) collected.passedOver.push(item.passedOver)
      else if ('missing' in item) {
        row.failures.push(failureOf(item.missing, item.error))
        if (item.missing === source.name) whole = false
      } else {
        raws.push(item.article)
        if (raws.length < BATCH) continue
        // until all of it is read: a run that is killed in between reads it again
        const value: SourceRow = { ...row, digest: '', stamp: '', items: before?.items ?? 0 }
        if (row.items === 0) this.#changes.push({ put: KEYS.source(key), value })
        await this.#shelve(key, row, raws, before)
        await this.flush()
        raws = []
        tell()
      }
    }
    collected.failures.push(...row.failures)
    // a source that can no longer be read keeps what it said
    if (before && row.items + raws.length === 0 && row.failures.length > 0) return
    await this.#shelve(key, row, raws, before)
    if (before)
      for await (const rest of this.#shelf.keys(KEYS.itemsOf(key)))
        if (Number(rest) < row.items) continue
        // what a source said beyond the place where it can no longer be read is kept
        else if (!whole) row.version = ''
        else this.#changes.push({ del: KEYS.itemsOf(key) + rest })
    this.#changes.push({ put: KEYS.source(key), value: row })
    if (this.#changes.length > 1_000) await this.flush()
    // what could not be read before has said nothing that this would be a change of
    const said = before?.items ?? 0
    if (said > 0 && collected.unchanged - unchanged < Math.max(said, row.items)) collected.changed++
    tell()
  }

  /** Puts articles on the shelf, cleaned. */
  async #shelve(
    key: string,
    row: SourceRow,
    raws: readonly RawArticle[],
    before: SourceRow | undefined,
  ): Promise<void> {
    const keys = raws.map((_, i) => KEYS.item(key, row.items + i))
    const known = before ? await this.#shelf.getMany<ItemRow>(keys) : []
    for (const [i, article] of raws.map(cleanArticle).entries()) {
      const version = versionOf(article)
      if (known[i]?.version === version) this.#collected.unchanged++
      this.#collected.versions.add(version)
      this.#changes.push(...changesOfVersion(version, article))
      this.#changes.push({ put: keys[i]!, value: { file: article.file, version } satisfies ItemRow })
      row.version = row.items + i === 0 ? version : ''
    }
    row.items += raws.length
    this.#collected.read += raws.length
  }

  async flush(): Promise<void> {
    const changes = this.#changes
    const stamps = this.#stamps
    this.#changes = []
    this.#stamps = []
    if (changes.length > 0) await this.#shelf.write([UNGATHERED, ...changes])
    await this.#shelf.write(stamps)
  }
}

export const changesOfVersion = (version: string, article: Article): Change[] => [
  { put: KEYS.version(version), value: { ...article, file: '' } },
  { put: KEYS.sketch(version), value: { ...sketchOf(article), text: article.id } satisfies SketchRow },
]

/** Names a cleaned text with all that its source says of it, wherever it lies. */
export function versionOf({ file: _, sources: __, variants: ___, ...article }: Article): string {
  return createHash('sha256').update(inOrder(article)).digest('hex').slice(0, 20)
}

/** What the graph alone remembers of a file becomes that file's own when it is met again. */
async function adopt(shelf: Shelf, name: string, key: string): Promise<SourceRow | undefined> {
  const orphan = ORPHAN + name
  const row = await shelf.get<SourceRow>(KEYS.source(orphan))
  if (!row) return undefined
  const changes: Change[] = [UNGATHERED, { del: KEYS.source(orphan) }]
  let number = 0
  for await (const [rest, item] of shelf.rows<ItemRow>(KEYS.itemsOf(orphan)))
    changes.push({ del: KEYS.itemsOf(orphan) + rest }, { put: KEYS.item(key, number++), value: item })
  changes.push({ put: KEYS.source(key), value: { ...row, digest: '', items: number } })
  await shelf.write(changes)
  return { ...row, digest: '', items: number }
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** SHA-256 of all that decides what is read from a source. @param way all of that but its bytes: the rules, its columns' names */
async function digestOf(source: Source, way: string): Promise<string> {
  const hash = createHash('sha256').update(way)
  for await (const chunk of source.open()) hash.update(chunk)
  return hash.digest('hex').slice(0, 32)
}

/** Files that were read below these folders and are not there now. */
async function forgetGone(
  shelf: Shelf,
  paths: readonly string[],
  seen: ReadonlySet<string>,
  remove: boolean,
  collected: Collected,
): Promise<void> {
  const folders = await foldersOf(paths)
  if (folders.length === 0) return
  for await (const [key, { name }] of shelf.rows<SourceRow>(SECTIONS.sources)) {
    if (seen.has(key) || !folders.some((folder) => key.startsWith(folder))) continue
    collected.gone.push(name)
    if (remove) await forget(shelf, key)
  }
}

async function foldersOf(paths: readonly string[]): Promise<string[]> {
  const folders: string[] = []
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (info?.isDirectory()) folders.push(`${await realpath(path)}${sep}`)
  }
  return folders
}

/** Takes out what a source said. */
async function forget(shelf: Shelf, key: string): Promise<void> {
  const changes: Change[] = [UNGATHERED, { del: KEYS.source(key) }]
  for await (const rest of shelf.keys(KEYS.itemsOf(key))) changes.push({ del: KEYS.itemsOf(key) + rest })
  await shelf.write(changes)
}

/** Forgets files, what lies below folders, and addresses, by where they lie or by what the graph calls them. */
export async function forgetPaths(shelf: Shelf, paths: readonly string[]): Promise<Collected> {
  const collected = nothing()
  for (const path of paths) {
    const place = /^https?:/i.test(path) ? path : await realpath(path).catch(() => resolve(path))
    let found = false
    for await (const [key, { name }] of shelf.rows<SourceRow>(SECTIONS.sources)) {
      if (key !== place && !key.startsWith(place + sep) && name !== path) continue
      found = true
      collected.gone.push(name)
      await forget(shelf, key)
    }
    if (!found) {
      const error = new KnownError('file-unknown', 'has not been read.', 404, {
        hint: 'Name it as it was read.',
      })
      collected.failures.push(failureOf(path, error))
    }
  }
  return collected
}

const nothing = (): Collected => ({
  read: 0,
  unchanged: 0,
  changed: 0,
  gone: [],
  failures: [],
  passedOver: [],
  versions: new Set(),
})
