import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { outsideOf } from './months.ts'

/** What one request may ask for. */
const MOST = 5_000

/** How much of the graph the period leaves. */
export interface Shown {
  inside: number
  all: number
  pending: boolean
  error: Error | null
  again: () => void
}

/** Leaves out of the graph what lies outside the period, as long as there is one. @returns how many nodes stay */
export function useOutside(): Shown {
  const { graph, period, set } = useStore()
  const ids = useMemo(() => graph.nodes.map(({ id }) => id).slice(0, MOST), [graph.nodes])
  const activity = useQuery({
    queryKey: ['activity', ids],
    queryFn: ({ signal }) => api.activity(ids, signal),
    enabled: period !== null && ids.length > 0,
    // a graph that grew is filtered anew; what was known holds until then
    placeholderData: (before) => before,
  })
  const outside = useMemo(
    () => (period && activity.data ? outsideOf(activity.data, period) : new Set<string>()),
    [period, activity.data],
  )
  useEffect(() => {
    const now = useStore.getState().outside
    if (now.size > 0 || outside.size > 0) set({ outside })
  }, [outside, set])
  // another view shows all again
  useEffect(() => () => set({ outside: new Set() }), [set])
  return {
    inside: ids.filter((id) => !outside.has(id)).length,
    all: graph.nodes.length,
    pending: activity.isFetching && !activity.data,
    error: activity.error,
    again: () => void activity.refetch(),
  }
}
