import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { GraphResponse } from '../../../model/api.ts'
import { api } from '../../api.ts'
import { merged, without } from '../../picture.ts'
import { useStore } from '../../state.ts'

/** The first picture, and what the address asks for beyond or instead of it. */
export function useFirst(): UseQueryResult<GraphResponse> {
  const first = useQuery({ queryKey: ['graph'], queryFn: () => api.graph() })
  const { wanted } = useStore()
  useEffect(() => {
    if (!first.data) return
    const { subgraph } = first.data
    const { graph, set } = useStore.getState()
    const base = new Set(subgraph.nodes.map((n) => n.id))
    if (!wanted) {
      set({ base, ...(graph.nodes.length === 0 ? { graph: subgraph } : {}) })
      return
    }
    let stale = false
    const { add, drop, only } = wanted
    const start = only.length > 0 ? { nodes: [], edges: [] } : without(subgraph, new Set(drop))
    const ids = only.length > 0 ? only : [...start.nodes.map((n) => n.id), ...add]
    const asked = add.length + only.length > 0
    // where the server cannot say, the first picture is better than none
    const more = asked ? api.subgraph(ids).catch(() => null) : Promise.resolve(null)
    void more.then((answer) => {
      if (!stale) set({ base, wanted: null, graph: answer ? merged(start, answer.subgraph) : start })
    })
    return () => {
      stale = true
    }
  }, [first.data, wanted])
  return first
}
