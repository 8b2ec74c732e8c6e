import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import type { RawArticle } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'
import { decodeText } from './decode.ts'
import { articleOfPage } from './html.ts'
import { articleOfRecord, recordsOfJson, recordsOfTable } from './tables.ts'

export interface ReadFailure {
  file: string
  message: string
  hint: string
}
export interface ReadOptions {
  /** field → column, for tables and JSON. */
  map?: Record<string, string>
  /** Bytes of one file at most; 50 MB unless told. */
  maxBytes?: number
  /** Addresses of private networks may be read. */
  allowPrivate?: boolean
}
export type ReadItem = { article: RawArticle } | { failure: ReadFailure }

const KINDS = new Set([
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.json',
  '.jsonl',
  '.ndjson',
  '.csv',
  '.tsv',
])
const LIMIT = 50 * 2 ** 20

/** Articles of files and folders in the order of their names; what can't be read is told and the rest goes on. */
export async function* readArticles(paths: string[], options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  for (const path of paths) {
    if (!existsSync(path)) {
      yield { failure: { file: path, message: 'does not exist.', hint: 'Check the path.' } }
      continue
    }
    for (const { file, name } of await filesOf(path)) {
      try {
        for (const article of await articlesOf(file, name, options)) yield { article }
      } catch (error) {
        yield { failure: failureOf(name, error) }
      }
    }
  }
}

function failureOf(file: string, error: unknown): ReadFailure {
  if (error instanceof KnownError) return { file, message: error.message, hint: error.hint ?? '' }
  const { code, message } = error as NodeJS.ErrnoException
  if (code) return { file, message: `can not be read: ${message}`, hint: 'Check its permissions.' }
  throw error
}

/** Files below a path by name; names are relative to the path given, so the same folder gives the same graph anywhere. */
async function filesOf(path: string): Promise<{ file: string; name: string }[]> {
  const info = await stat(path)
  if (!info.isDirectory()) return [{ file: path, name: basename(path) }]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter(
      (entry) =>
        entry.isFile() && KINDS.has(extname(entry.name).toLowerCase()) && !entry.name.startsWith('.'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ file, name: relative(path, file).split(sep).join('/') }))
}

async function articlesOf(file: string, name: string, options: ReadOptions): Promise<RawArticle[]> {
  const kind = extname(file).toLowerCase()
  const { size } = await stat(file)
  const limit = options.maxBytes ?? LIMIT
  if (size === 0) throw new KnownError('file-empty', 'is empty.', 400, { hint: 'Leave it out.' })
  if (size > limit)
    throw new KnownError('file-too-large', `is larger than ${Math.round(limit / 2 ** 20)} MB.`, 400, {
      hint: 'Split it into articles.',
    })
  if (!KINDS.has(kind))
    throw new KnownError('file-kind', `is of a kind that is not read (${kind || 'no ending'}).`, 400, {
      hint: `Read are ${[...KINDS].join(' ')}`,
    })
  const text = decodeText(await readFile(file))
  if (text.trim() === '') throw new KnownError('file-empty', 'holds no text.', 400, { hint: 'Leave it out.' })
  const records = (rows: Record<string, unknown>[]) =>
    rows.map((row, i) => articleOfRecord(row, `${name}#${i + 1}`, options.map))
  switch (kind) {
    case '.html':
    case '.htm':
    case '.xhtml':
      return [articleOfPage(text, name)]
    case '.jsonl':
    case '.ndjson':
      return records(recordsOfJson(text, true))
    case '.json':
      return records(recordsOfJson(text, false))
    case '.csv':
      return records(recordsOfTable(text, ','))
    case '.tsv':
      return records(recordsOfTable(text, '\t'))
    case '.md':
    case '.markdown':
      return [articleOfMarkdown(text, name)]
    default:
      return [{ file: name, text }]
  }
}

/** Markdown as text: front matter to fields, marks of layout out. */
function articleOfMarkdown(text: string, file: string): RawArticle {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text.replace(/\r\n/g, '\n'))
  const fields = Object.fromEntries(
    (front?.[1] ?? '')
      .split('\n')
      .map((line) => /^(\w+):\s*["']?(.*?)["']?\s*$/.exec(line))
      .filter((m) => m !== null)
      .map((m) => [m[1]!, m[2]!]),
  )
  const body = text
    .replace(/\r\n/g, '\n')
    .slice(front?.[0].length ?? 0)
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*+]|\d+\.)\s+/gm, '')
    .replace(/(\*\*|__)(.*?)\1/g, '$2')
    .replace(/^>\s?/gm, '')
  return front ? articleOfRecord({ ...fields, text: body }, file) : { file, text: body }
}
