import { useInfiniteQuery } from '@tanstack/react-query'
import { type ComparedItemsRequest, MOST_ITEMS } from '../../../model/comparison.ts'
import { api } from '../../requests/api.ts'

const PAGE = 100

/** Which list of a comparison. */
export type Place = Omit<ComparedItemsRequest, 'offset' | 'most'>

/** A list of a comparison: what came with it, and what follows once it is asked for. */
export function useItems<T>({ items: first, total }: { items: readonly T[]; total: number }, place: Place) {
  const { ids, row, stage, metric, column } = place
  const most = Math.min(total, MOST_ITEMS)
  const pages = useInfiniteQuery({
    queryKey: ['compared', ids.join(), row, stage ?? 'all', metric ?? 'all', column],
    enabled: false,
    initialPageParam: first.length,
    queryFn: ({ pageParam, signal }) =>
      api.comparedItems({ ...place, offset: pageParam, most: PAGE }, signal),
    getNextPageParam: (last, all) => {
      const seen = all.reduce((sum, { items }) => sum + items.length, first.length)
      return seen < most && last.items.length > 0 ? seen : undefined
    },
  })
  const items = [...first, ...(pages.data?.pages.flatMap((page) => page.items as T[]) ?? [])]
  return {
    items,
    /** How many come next. */
    next: Math.min(PAGE, most - items.length),
    /** How many are only counted. */
    beyond: total - most,
    loading: pages.isFetching,
    error: pages.error,
    more: () => void pages.fetchNextPage(),
  }
}
