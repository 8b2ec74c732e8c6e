/** A comparison a page at a time: the first of each list, then what follows in one of them. */
import {
  type ComparedItems,
  type ComparedItemsRequest,
  type ComparedMetric,
  type Comparison,
  type Counted,
  FEW_ITEMS,
} from '../../model/comparison.ts'
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

const cutTo =
  (most: number) =>
  <C extends Counted<unknown>>(list: C): C => ({ ...list, items: list.items.slice(0, most) })

const metricCutTo = (most: number) => (metric: ComparedMetric) => ({
  ...metric,
  cells: metric.cells.map(cutTo(most)),
})

/** With so many items in each of its lists. */
export function firstOf(comparison: Comparison, most: number): Comparison {
  const cut = cutTo(most)
  const { articles, rows, metrics, common } = comparison
  return {
    ...comparison,
    articles: articles.map(cut),
    rows: rows.map((row) => ({ ...row, cells: row.cells.map(cut) })),
    metrics: { ...metrics, items: cut(metrics).items.map(metricCutTo(most)) },
    common: cut(common),
  }
}

/** What a list holds from there on; nothing where there is no such list. */
export function itemsOf(
  comparison: Comparison,
  { offset, most, ...place }: ComparedItemsRequest,
): ComparedItems {
  return { items: listOf(comparison, place).slice(offset, offset + most) }
}

function listOf(
  { articles, rows, metrics, common }: Comparison,
  { row, stage, metric, column }: Omit<ComparedItemsRequest, 'offset' | 'most'>,
): ComparedItems['items'] {
  if (row === 'common') return common.items
  // each with the first of its facts: what follows of them is a list of its own
  if (row === 'metrics' && metric === undefined) return metrics.items.map(metricCutTo(FEW_ITEMS))
  const cells: readonly Counted<ComparedItems['items'][number]>[] | undefined =
    row === 'articles'
      ? articles
      : row === 'metrics'
        ? metrics.items.find(({ key }) => key === metric)?.cells
        : rows.find((own) => own.kind === row && own.stage === stage)?.cells
  return cells?.[column]?.items ?? []
}
