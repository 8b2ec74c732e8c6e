/** Tables as files: CSV by hand, XLSX by a library that loads when it is wanted. */
import { piece } from '../requests/pieces.ts'

export type Cell = string | number
export interface Sheet {
  name: string
  columns: { title: string; width: number }[]
  rows: Cell[][]
}

/** A text that a spreadsheet would run as a formula is kept a text. */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const csvCell = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell)
  const text = plain(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180; with a byte order mark, so that Excel reads it as UTF-8. */
export const csvOf = ({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string =>
  `\uFEFF${[columns.map(({ title }) => title), ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`

export async function xlsxOf(sheets: readonly Sheet[]): Promise<Blob> {
  const { default: write } = await piece(() => import('write-excel-file/universal'))
  return write(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const })),
        ...rows.map((row) =>
          row.map((value) =>
            typeof value === 'number'
              ? { value, type: Number }
              : { value, type: String, wrap: value.length > 30, alignVertical: 'top' as const },
          ),
        ),
      ],
    })),
  ).toBlob()
}
