/** Records one after the other, from text that need not be in memory as a whole. */
import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { KnownError } from '../../model/errors.ts'

type Row = Record<string, unknown>

/** Rows of a CSV or TSV by its header; quotes as RFC 4180 has them. @param most characters of a row @throws KnownError 'file-table' */
export async function* rowsOfTable(
  text: AsyncIterable<string>,
  tabs: boolean,
  most: number,
): AsyncGenerator<Row> {
  let empty: Row = {}
  const parser = parse({
    columns: (header: string[]) => {
      const names = header.map((name) => name.trim())
      empty = Object.fromEntries(names.map((name) => [name, '']))
      return names
    },
    max_record_size: most,
    delimiter: tabs ? '\t' : [',', ';', '\t'],
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  })
  const source = Readable.from(withoutBom(text))
  source.on('error', (error) => parser.destroy(error)).pipe(parser)
  try {
    // a row may end early
    for await (const row of parser) yield { ...empty, ...(row as Row) }
  } catch (cause) {
    if (cause instanceof KnownError) throw cause
    const { message, lines } = cause as CsvError & { lines?: number }
    throw new KnownError(
      'file-table',
      `is not a table that can be read${lines ? ` (line ${lines})` : ''}: ${message}`,
      400,
      {
        hint: 'Quotes within a cell are doubled; save it as CSV again.',
        cause,
      },
    )
  }
}

/** One object a line; in place of a line that is none, 'file-json', which names it. @param most characters of a line @throws KnownError 'file-too-large' */
export async function* rowsOfLines(
  text: AsyncIterable<string>,
  most: number,
): AsyncGenerator<Row | KnownError> {
  let number = 0
  for await (const line of linesOf(text, most)) {
    number++
    if (line.trim() !== '') yield rowOf(line, ` in line ${number}`)
  }
}

async function* linesOf(text: AsyncIterable<string>, most: number): AsyncGenerator<string> {
  let parts: string[] = []
  let size = 0
  let number = 1
  for await (const piece of withoutBom(text)) {
    const [first = '', ...more] = piece.split('\n')
    parts.push(first)
    size += first.length
    if (size > most)
      throw new KnownError('file-too-large', `holds more than ${most} characters in line ${number}.`, 400, {
        hint: 'Split it into articles, one a line.',
      })
    if (more.length === 0) continue
    yield parts.join('')
    const last = more.pop()!
    yield* more
    number += more.length + 1
    parts = [last]
    size = last.length
  }
  yield parts.join('')
}

/** The objects of a JSON file: an array, one object, or the first array of objects inside it. @throws KnownError 'file-json' */
export function rowsOfJson(text: string): Row[] {
  const value = parsed(text.replace(/^\ufeff/, ''), '')
  const rows = arrayIn(value) ?? (isRow(value) ? [value] : [])
  if (rows.length > 0 || Array.isArray(value)) return rows
  throw noObject('')
}

function arrayIn(value: unknown): Row[] | null {
  if (Array.isArray(value))
    return value.length === 0 || isRow(value[0]) ? (value as Row[]).filter(isRow) : null
  if (!isRow(value)) return null
  for (const inner of Object.values(value)) {
    const found = typeof inner === 'object' && inner !== null ? arrayIn(inner) : null
    if (found && found.length > 0) return found
  }
  return null
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function rowOf(line: string, where: string): Row | KnownError {
  try {
    const value = parsed(line, where)
    return isRow(value) ? value : noObject(where)
  } catch (error) {
    if (error instanceof KnownError) return error
    throw error
  }
}

const noObject = (where: string) =>
  new KnownError('file-json', `holds no object${where}.`, 400, {
    hint: 'An article is an object {…} with its fields.',
  })

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new KnownError('file-json', `is not JSON${where}: ${(cause as Error).message}`, 400, {
      hint: 'Mend that line or leave it out.',
      cause,
    })
  }
}

async function* withoutBom(text: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true
  for await (const piece of text) {
    // Excel's own line that names the delimiter
    yield first ? piece.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '') : piece
    first = false
  }
}
