/** A comparison a page at a time: the first of each list, then what follows in one of them. */
import type { ComparedItems, ComparedItemsRequest, Comparison } from '../../model/comparison.ts'
import type { Reads } from '../reads.ts'
import type { Whole } from '../whole/whole.ts'
import { compare } from './compare.ts'

/** The last comparison over a state of the graph: its pages are asked for one after the other. */
const last = new WeakMap<Whole, { key: string; made: Promise<Comparison> }>()

/** @param ids each once, and in the whole graph */
export function compared(reads: Reads, whole: Whole, ids: readonly string[]): Promise<Comparison> {
  const key = ids.join('\n')
  const known = last.get(whole)
  if (known?.key === key) return known.made
  const made = compare(reads, whole, ids)
  last.set(whole, { key, made })
  made.catch(() => last.get(whole)?.made === made && last.delete(whole))
  return made
}

/** With so many items in each of its lists. */
export function firstOf(comparison: Comparison, most: number): Comparison {
  const cut = <C extends { items: readonly unknown[] }>(cell: C): C => ({
    ...cell,
    items: cell.items.slice(0, most),
  })
  const { articles, rows, common } = comparison
  return {
    ...comparison,
    articles: articles.map(cut),
    rows: rows.map((row) => ({ ...row, cells: row.cells.map(cut) })),
    common: cut(common),
  }
}

/** What a list holds from there on; nothing where there is no such list. */
export function itemsOf(
  { articles, rows, common }: Comparison,
  { row, stage, column, offset, most }: ComparedItemsRequest,
): ComparedItems {
  const cells =
    row === 'articles' ? articles : rows.find((own) => own.kind === row && own.stage === stage)?.cells
  const list: ComparedItems['items'] = row === 'common' ? common.items : (cells?.[column]?.items ?? [])
  return { items: list.slice(offset, offset + most) }
}
