/** From the bytes of a source to its articles, by its kind. */
import type { RawArticle } from '../../model/article.ts'
import { KnownError } from '../../model/errors.ts'
import { entriesOf } from './archive.ts'
import { decodeStream, decodeText } from './decode.ts'
import { articleOfDocx } from './docx.ts'
import { articleOfPage } from './html.ts'
import { ENDINGS, endingOf, isCompound, type Kind, kindOfBytes, kindOfName, TABLES } from './kinds.ts'
import { articleOfMarkdown } from './markdown.ts'
import { articleOfMhtml } from './mhtml.ts'
import { articleOfPdf } from './pdf.ts'
import { articleOfRecord } from './records.ts'
import { knownOf, type Source } from './source.ts'
import { rowsOfJson, rowsOfLines, rowsOfTable } from './tables.ts'

export interface ParseOptions {
  /** field → column, for tables and JSON. */
  map?: Record<string, string>
  /** Bytes of one article's file, characters of a row at most; 50 MB unless told. Tables are read row by row and have no limit. */
  maxBytes?: number
}
export type Parsed = { article: RawArticle } | { missing: string; error: KnownError } | { passedOver: string }

const LIMIT = 50 * 2 ** 20
/** Characters that a row may have in any case. */
const LEAST = 2 ** 20
/** Archives within archives. */
const DEPTH = 3

/** What can't be read is told and the rest goes on. */
export async function* articlesOf(
  source: Source,
  options: ParseOptions = {},
  depth = 0,
): AsyncGenerator<Parsed> {
  try {
    const named = source.kind ?? kindOfName(source.name)
    if (named === 'zip')
      yield* unpacked(source.path ?? (await bytesOf(source, options)), source, options, depth)
    else if (named && TABLES.has(named)) yield* rows(source, named, options)
    else yield* whole(source, named, options, depth)
  } catch (error) {
    yield { missing: source.name, error: isOverflow(error) ? nested(error) : knownOf(error) }
  }
}

const isOverflow = (error: unknown): error is RangeError =>
  error instanceof RangeError && /call stack/.test(error.message)

const nested = (cause: RangeError) =>
  new KnownError('file-nested', 'is nested too deeply.', 400, { hint: 'Save its text as .txt.', cause })

async function* whole(
  source: Source,
  named: Kind | undefined,
  options: ParseOptions,
  depth: number,
): AsyncGenerator<Parsed> {
  const { name, charset } = source
  const bytes = await bytesOf(source, options)
  const seen = kindOfBytes(bytes)
  // .docx begins as every zip does; a .md that begins with a brace is no JSON
  const packed = seen === 'docx' || seen === 'pdf' || seen === 'zip' || seen === 'mhtml'
  const kind = packed || seen === 'page' || named === undefined ? (seen ?? named ?? 'text') : named
  if (named === undefined && seen === undefined && endingOf(name) && !source.url)
    throw new KnownError('file-kind', `is of a kind that is not read (${endingOf(name)}).`, 400, {
      hint: `Read are ${Object.keys(ENDINGS).join(' ')}`,
    })
  if (isCompound(bytes))
    throw new KnownError('file-old-word', 'is an old or locked Office file.', 400, {
      hint: 'Save it as .docx without a password.',
    })
  const known = source.url ? { url: source.url } : {}
  if (kind === 'zip') yield* unpacked(bytes, source, options, depth)
  else if (TABLES.has(kind)) yield* rows(source, kind, options)
  else if (kind === 'pdf') yield { article: { ...known, ...(await articleOfPdf(bytes, name)) } }
  else if (kind === 'docx')
    yield { article: { ...known, ...(await articleOfDocx(bytes, name, options.maxBytes ?? LIMIT)) } }
  else if (kind === 'mhtml') yield { article: { ...known, ...(await articleOfMhtml(bytes, name)) } }
  else {
    const text = decodeText(bytes, charset)
    if (text.trim() === '')
      throw new KnownError('file-empty', 'holds no text.', 400, { hint: 'Leave it out.' })
    if (kind === 'json') yield* records(rowsOfJson(text), name, options)
    else if (kind === 'page') yield { article: { ...known, ...articleOfPage(text, name) } }
    else if (kind === 'markdown') yield { article: { ...known, ...articleOfMarkdown(text, name) } }
    else yield { article: { ...known, file: name, text } }
  }
}

async function* unpacked(
  from: string | Uint8Array,
  source: Source,
  options: ParseOptions,
  depth: number,
): AsyncGenerator<Parsed> {
  if (depth >= DEPTH)
    throw new KnownError('file-zip', 'is packed in too many archives.', 400, { hint: 'Unpack it.' })
  let seen = false
  for await (const item of entriesOf(from, source.key, source.name, options.maxBytes ?? LIMIT)) {
    seen = true
    if ('source' in item) yield* articlesOf(item.source, options, depth + 1)
    else yield item
  }
  if (!seen) throw new KnownError('file-empty', 'holds no files.', 400, { hint: 'Leave it out.' })
}

async function* rows(source: Source, kind: Kind, options: ParseOptions): AsyncGenerator<Parsed> {
  const text = decodeStream(source.open())
  const most = Math.max(options.maxBytes ?? LIMIT, LEAST)
  yield* records(
    kind === 'jsonl' ? rowsOfLines(text, most) : rowsOfTable(text, kind === 'tsv', most),
    source.name,
    options,
  )
}

/** Rows that can not be read until a table is taken for none. */
const UNTOLD = 100

function itemOf(
  record: Record<string, unknown> | KnownError,
  row: string,
  map: ParseOptions['map'],
): { article: RawArticle } | { missing: string; error: KnownError } {
  if (record instanceof KnownError) return { missing: row, error: record }
  try {
    return { article: articleOfRecord(record, row, map) }
  } catch (error) {
    if (error instanceof KnownError) return { missing: row, error }
    throw error
  }
}

async function* records(
  list: AsyncIterable<Record<string, unknown> | KnownError> | Iterable<Record<string, unknown>>,
  name: string,
  { map }: ParseOptions,
): AsyncGenerator<Parsed> {
  let number = 0
  let found = false
  const before: { missing: string; error: KnownError }[] = []
  for await (const record of list) {
    const row = `${name}#${++number}`
    const item = itemOf(record, row, map)
    if ('missing' in item && item.error.code !== 'row-empty' && !found) {
      before.push(item)
      if (before.length >= UNTOLD) break
      continue
    }
    if ('article' in item && !found) {
      found = true
      yield* before.splice(0)
    }
    yield item
  }
  // a table without a text column, or without any row that can be read, is told once
  if (before.length > 0) throw before[0]!.error
  if (number === 0) throw new KnownError('file-empty', 'holds no rows.', 400, { hint: 'Leave it out.' })
}

async function bytesOf(source: Source, { maxBytes = LIMIT }: ParseOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source.open()) {
    size += chunk.length
    if (size > maxBytes)
      throw new KnownError('file-too-large', `is larger than ${Math.round(maxBytes / 2 ** 20)} MB.`, 400, {
        hint: 'Split it into articles.',
      })
    chunks.push(chunk)
  }
  if (size === 0) throw new KnownError('file-empty', 'is empty.', 400, { hint: 'Leave it out.' })
  return Buffer.concat(chunks)
}
