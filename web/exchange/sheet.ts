/** Tables as files: CSV, and XLSX by a library that loads when it is wanted. */
import { piece } from '../requests/pieces.ts'
import { csvOfRows } from './csv.ts'

export type Cell = string | number
export interface Sheet {
  name: string
  columns: { title: string; width: number }[]
  rows: Cell[][]
}

export const csvOf = ({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string =>
  csvOfRows([columns.map(({ title }) => title), ...rows])

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
