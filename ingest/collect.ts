/** From sources to cleaned articles on the shelf; what a source said when it was last read need not be read again. */
import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Article, RawArticle } from '../model/article.ts'
import { KnownError } from '../model/errors.ts'
import { cleanArticle } from './clean/clean.ts'
import { rulesFingerprint } from './fingerprint.ts'
import { sketchOf } from './fold/sketch.ts'
import { articlesOf } from './read/parse.ts'
import { failureOf, type ReadFailure, type ReadOptions } from './read/read.ts'
import { knownOf, type Source, sourcesOf } from './read/source.ts'
import { type ItemRow, KEYS, SECTIONS, type SketchRow, type SourceRow } from './shelf/rows.ts'
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

export async function collect(
  shelf: Shelf,
  paths: readonly string[],
  options: CollectOptions = {},
): Promise<Collected> {
  const collected = nothing()
  const seen = new Set<string>()
  for await (const found of sourcesOf(paths, options)) {
    if ('passedOver' in found) collected.passedOver.push(found.passedOver)
    else if ('missing' in found) collected.failures.push(failureOf(found.missing, found.error))
    else {
      if (seen.has(found.source.key)) continue
      seen.add(found.source.key)
      await collectSource(shelf, found.source, options, collected)
    }
  }
  await forgetGone(shelf, paths, seen, options.removeGone === true, collected)
  return collected
}

async function collectSource(
  shelf: Shelf,
  source: Source,
  options: CollectOptions,
  collected: Collected,
): Promise<void> {
  let digest: string
  try {
    digest = await digestOf(source, options)
  } catch (error) {
    collected.failures.push(failureOf(source.name, knownOf(error)))
    return
  }
  const key = source.key === '-' ? `-${digest}` : source.key
  const known = await shelf.get<SourceRow>(KEYS.source(key))
  if (known && known.digest === digest) {
    collected.read += known.items
    collected.unchanged += known.items
    collected.failures.push(...known.failures)
    for await (const [, { version }] of shelf.rows<ItemRow>(KEYS.itemsOf(key)))
      collected.versions.add(version)
    options.onRead?.({ read: collected.read, source: source.name })
    return
  }
  const before = known ?? (await adopt(shelf, source.name, key))
  const row: SourceRow = { digest, name: source.name, items: 0, failures: [] }
  // until all of it is read: a run that is killed in between reads it again
  await shelf.write([{ put: KEYS.source(key), value: { ...row, digest: '', items: before?.items ?? 0 } }])
  const unchanged = collected.unchanged
  let pending: RawArticle[] = []
  const flush = async () => {
    collected.unchanged += await shelve(shelf, key, row.items - pending.length, pending, collected.versions)
    pending = []
    options.onRead?.({ read: collected.read + row.items, source: source.name })
  }
  for await (const item of articlesOf(source, options)) {
    if ('passedOver' in item) collected.passedOver.push(item.passedOver)
    else if ('missing' in item) row.failures.push(failureOf(item.missing, item.error))
    else {
      row.items++
      pending.push(item.article)
      if (pending.length >= BATCH) await flush()
    }
  }
  // a source that can no longer be read keeps what it said
  const failed = row.items === 0 && row.failures.length > 0
  collected.failures.push(...row.failures)
  if (failed && before) return
  await flush()
  const surplus: Change[] = []
  for await (const rest of shelf.keys(KEYS.itemsOf(key)))
    if (Number(rest) >= row.items) surplus.push({ del: KEYS.itemsOf(key) + rest })
  await shelf.write([...surplus, { put: KEYS.source(key), value: row }])
  collected.read += row.items
  if (before && collected.unchanged - unchanged < Math.max(before.items, row.items)) collected.changed++
}

/** Puts articles on the shelf, cleaned. @returns how many of them it had as they are */
async function shelve(
  shelf: Shelf,
  source: string,
  from: number,
  raws: readonly RawArticle[],
  seen: Set<string>,
): Promise<number> {
  const articles = raws.map(cleanArticle)
  const versions = articles.map(versionOf)
  const items = await shelf.getMany<ItemRow>(articles.map((_, i) => KEYS.item(source, from + i)))
  const changes: Change[] = []
  for (const [i, article] of articles.entries()) {
    const version = versions[i]!
    seen.add(version)
    changes.push(...changesOfVersion(version, article))
    changes.push({
      put: KEYS.item(source, from + i),
      value: { file: article.file, version } satisfies ItemRow,
    })
  }
  await shelf.write(changes)
  return items.filter((item, i) => item?.version === versions[i]).length
}

export const changesOfVersion = (version: string, article: Article): Change[] => [
  { put: KEYS.version(version), value: { ...article, file: '' } },
  { put: KEYS.sketch(version), value: { ...sketchOf(article), text: article.id } satisfies SketchRow },
]

/** Names a cleaned text with all that its source says of it, wherever it lies. */
export function versionOf({ file: _, sources: __, variants: ___, ...article }: Article): string {
  return createHash('sha256').update(JSON.stringify(article)).digest('hex').slice(0, 20)
}

/** What the graph alone remembers of a file becomes that file's own when it is met again. */
async function adopt(shelf: Shelf, name: string, key: string): Promise<SourceRow | undefined> {
  const orphan = ORPHAN + name
  const row = await shelf.get<SourceRow>(KEYS.source(orphan))
  if (!row) return undefined
  const changes: Change[] = [{ del: KEYS.source(orphan) }]
  let number = 0
  for await (const [rest, item] of shelf.rows<ItemRow>(KEYS.itemsOf(orphan)))
    changes.push({ del: KEYS.itemsOf(orphan) + rest }, { put: KEYS.item(key, number++), value: item })
  changes.push({ put: KEYS.source(key), value: { ...row, digest: '', items: number } })
  await shelf.write(changes)
  return { ...row, digest: '', items: number }
}

/** SHA-256 of all that decides what is read from a source: its bytes, its columns' names, the rules. */
async function digestOf(source: Source, { map, maxBytes }: CollectOptions): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([rulesFingerprint(), map ?? {}, maxBytes ?? 0]))
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
    if (info?.isDirectory()) folders.push(`${await realpath(path)}/`)
  }
  return folders
}

/** Takes out what a source said. */
async function forget(shelf: Shelf, key: string): Promise<void> {
  const changes: Change[] = [{ del: KEYS.source(key) }]
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
      if (key !== place && !key.startsWith(`${place}/`) && name !== path) continue
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
