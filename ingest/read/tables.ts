/** Records one after the other, from text that need not be in memory as a whole. */
import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { KnownError } from '../../model/errors.ts'

type Row = Record<string, unknown>

/** Rows of a CSV or TSV by its header; quotes as RFC 4180 has them. @throws KnownError 'file-table' */
export async function* rowsOfTable(text: AsyncIterable<string>, tabs: boolean): AsyncGenerator<Row> {
  const parser = parse({
    columns: (header: string[]) => header.map((name) => name.trim()),
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
    for await (const row of parser) yield row as Row
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

/** One object a line. @throws KnownError 'file-json' that names the line */
export async function* rowsOfLines(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let rest = ''
  let number = 0
  for await (const piece of withoutBom(text)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      number++
      if (line.trim() !== '') yield rowOf(line, ` in line ${number}`)
    }
  }
  if (rest.trim() !== '') yield rowOf(rest, ` in line ${number + 1}`)
}

/** The objects of a JSON file: an array, one object, or the first array of objects inside it. @throws KnownError 'file-json' */
export function rowsOfJson(text: string): Row[] {
  const value = parsed(text.replace(/^\ufeff/, ''), '')
  return arrayIn(value) ?? [value as Row]
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

function rowOf(line: string, where: string): Row {
  const value = parsed(line, where)
  if (isRow(value)) return value
  throw new KnownError('file-json', `holds no object${where}.`, 400, {
    hint: 'One {…} a line, with its fields.',
  })
}

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
    yield first ? piece.replace(/^\ufeff/, '') : piece
    first = false
  }
}
