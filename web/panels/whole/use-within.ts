import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { GraphColumns } from '../../../model/columns.ts'
import { api } from '../../requests/api.ts'
import { outsideOf } from '../../scene/whole-scene.ts'
import { useStore } from '../../state/state.ts'
import type { Shown } from '../time/use-outside.ts'

/** Leaves out of the whole graph what lies outside the period, as long as there is one. */
export function useWithin(columns: GraphColumns | null): Shown {
  const { period, set } = useStore()
  const within = useQuery({
    queryKey: ['within', period],
    queryFn: ({ signal }) => api.wholeWithin(period!, signal),
    enabled: columns !== null && period !== null,
  })
  const outside = useMemo(
    () => (columns && within.data && period ? outsideOf(columns, within.data) : new Set<string>()),
    [columns, within.data, period],
  )
  useEffect(() => {
    const now = useStore.getState().outside
    if (now.size > 0 || outside.size > 0) set({ outside })
  }, [outside, set])
  useEffect(() => () => set({ outside: new Set() }), [set])
  const all = columns?.ids.length ?? 0
  return {
    inside: columns ? columns.ids.filter((id) => !outside.has(id)).length : 0,
    all,
    pending: within.isFetching,
    error: within.error,
    again: () => void within.refetch(),
  }
}
