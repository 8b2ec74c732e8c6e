/** What is laid side by side: in the address, as `compare=a,b`. */
import { MOST_COMPARED } from '../../model/comparison.ts'
import type { Attended } from './attended.ts'

export function comparedFrom(params: URLSearchParams): readonly string[] {
  const ids = [...new Set(params.get('compare')?.split(',').filter(Boolean))]
  return ids.length >= 2 && ids.length <= MOST_COMPARED ? ids : []
}

export function comparedTo(ids: readonly string[], params: URLSearchParams): void {
  if (ids.length > 0) params.set('compare', ids.join(','))
}

/** Whether it is seen: what is chosen lies over it, and a graph file or the whole graph is no place for it. */
export const isComparing = ({
  compared,
  chosen,
  view,
  file,
  whole,
}: Pick<Attended, 'compared' | 'chosen'> & { view: string; file: string; whole: boolean }): boolean =>
  compared.length > 0 && chosen === null && view === 'explore' && file === '' && !whole
