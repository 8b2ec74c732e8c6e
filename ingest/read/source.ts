/** What a path on the command line stands for: files, folders, globs, addresses, standard input. */
import { createReadStream, type Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { KnownError } from '../../model/errors.ts'
import { type FetchOptions, fetchPage } from './fetch.ts'
import { type Kind, kindOfName, kindOfType } from './kinds.ts'

/** One file or page that holds articles. */
export interface Source {
  /** Where it lies: an absolute path or an address. Two sources have two keys. */
  key: string
  /** What the graph calls it: relative to the path given, so the same folder gives the same graph anywhere. */
  name: string
  kind?: Kind
  /** The charset that the server declares. */
  charset?: string
  url?: string
  /** Where it can be read at any place, not from its beginning only. */
  path?: string
  /** Changes whenever its bytes do; '' where that is not sure. */
  stamp?(now: number): Promise<string>
  /** Its bytes from the beginning; may be called again. */
  open(): AsyncIterable<Uint8Array>
}
export type Found = { source: Source } | { missing: string; error: KnownError } | { passedOver: string }

export interface SourceOptions extends FetchOptions {
  stdin?: AsyncIterable<Uint8Array>
  /** Milliseconds since 1970. */
  now?: () => number
}

/** In the order given, folders by name. */
export async function* sourcesOf(
  paths: readonly string[],
  options: SourceOptions = {},
): AsyncGenerator<Found> {
  for (const path of paths) {
    try {
      if (path === '-') yield { source: await standardInput(options) }
      else if (/^https?:\/\//i.test(path)) yield { source: await page(path, options) }
      else yield* local(path)
    } catch (error) {
      yield { missing: path, error: knownOf(error) }
    }
  }
}

export function knownOf(error: unknown): KnownError {
  if (error instanceof KnownError) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (!code) throw error
  return new KnownError('file-unreadable', `can not be read: ${message}`, 400, {
    hint: 'Check its permissions.',
    cause: error,
  })
}

async function* local(path: string): AsyncGenerator<Found> {
  const info = await infoOf(path)
  if (!info) {
    if (!isDynamicPattern(path))
      throw new KnownError('file-missing', 'does not exist.', 400, { hint: 'Check the path.' })
    const found = await glob(path.split(sep).join('/'), { absolute: true, expandDirectories: false })
    if (found.length === 0)
      throw new KnownError('file-missing', 'matches no file.', 400, { hint: 'Check the pattern.' })
    const base = resolve(
      path
        .split(sep)
        .join('/')
        .split('/')
        .slice(0, -1)
        .filter((part) => !isDynamicPattern(part))
        .join('/') || (path.startsWith('/') ? '/' : '.'),
    )
    for (const file of found.sort()) yield { source: await fileSource(file, nameBelow(base, file)) }
  } else if (!info.isDirectory()) {
    yield { source: await fileSource(path, basename(path)) }
  } else {
    const folder = await realpath(path)
    for await (const file of below(folder)) {
      const name = nameBelow(folder, file)
      // no link is followed below a folder: this is where it lies
      if (kindOfName(name)) yield { source: sourceOfFile(file, name) }
      else yield { passedOver: name }
    }
  }
}

const nameBelow = (folder: string, file: string): string => {
  const name = relative(folder, file).split(sep).join('/')
  return name.startsWith('../') ? basename(file) : name
}

async function infoOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return null
    throw error
  }
}

/** Files by name, folder by folder, hidden ones and links out. */
async function* below(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* below(path)
    else if (entry.isFile()) yield path
  }
}

const fileSource = async (path: string, name: string): Promise<Source> =>
  sourceOfFile(await realpath(path), name)

const sourceOfFile = (path: string, name: string): Source => ({
  key: path,
  name,
  path,
  stamp: (now) => stampOf(path, now),
  open: () => createReadStream(path, { highWaterMark: 2 ** 18 }),
})

/** Milliseconds in which two changes of a file may have one time. */
const TICK = 2_000

/** Size, times and place of a file. It is sure only some time after a change: another one in the same tick would not show. */
async function stampOf(path: string, now: number): Promise<string> {
  const { size, mtimeNs, ctimeNs, ctimeMs, ino, dev } = await stat(path, { bigint: true })
  return now - Number(ctimeMs) < TICK ? '' : [size, mtimeNs, ctimeNs, ino, dev].join(' ')
}

/** Bytes of standard input at most. */
const STDIN = 200 * 2 ** 20

async function standardInput({ stdin = process.stdin }: SourceOptions): Promise<Source> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    size += chunk.length
    if (size > STDIN)
      throw new KnownError('file-too-large', `is larger than ${STDIN / 2 ** 20} MB.`, 400, {
        hint: 'Give a file.',
      })
    chunks.push(chunk)
  }
  return held('-', 'stdin', Buffer.concat(chunks))
}

async function page(address: string, options: SourceOptions): Promise<Source> {
  const { url, bytes, type } = await fetchPage(address, options)
  const kind = kindOfType(type)
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1]
  return { ...held(address, address, bytes), url, ...(kind ? { kind } : {}), ...(charset ? { charset } : {}) }
}

export const held = (key: string, name: string, bytes: Uint8Array): Source => ({
  key,
  name,
  async *open() {
    yield bytes
  },
})
