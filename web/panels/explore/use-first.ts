import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { GraphResponse } from '../../../model/api.ts'
import type { Subgraph } from '../../../model/graph.ts'
import { api } from '../../requests/api.ts'
import { tell } from '../../requests/doing.ts'
import { GoneError } from '../../requests/trouble.ts'
import { merged, without } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'

/** The first picture, and what the address asks for beyond or instead of it. */
export function useFirst(): UseQueryResult<GraphResponse> {
  const first = useQuery({ queryKey: ['graph'], queryFn: () => api.graph() })
  const { wanted } = useStore()
  useEffect(() => {
    if (!first.data) return
    const { subgraph } = first.data
    const { graph, selected } = useStore.getState()
    // none of it is a person's step
    const show = useStore.setState
    const base = idsOf(subgraph)
    if (!wanted && graph.nodes.length > 0) return show({ base })
    const { add, drop, only } = wanted ?? { add: [], drop: [], only: [] }
    const start = only.length > 0 ? { nodes: [], edges: [] } : without(subgraph, new Set(drop))
    const there = idsOf(start)
    const named = [...new Set([...add, ...only, ...selected])].filter((id) => !there.has(id))
    if (named.length === 0) return show({ base, wanted: null, graph: start })
    let stale = false
    const arrive = (shown: Subgraph) => {
      const drawn = idsOf(shown)
      const left = new Set([...selected].filter((id) => drawn.has(id)))
      show({ base, wanted: null, graph: shown, selected: left })
      return named.filter((id) => !drawn.has(id)).length
    }
    api
      .subgraph([...there, ...named])
      .then((answer) => {
        if (stale) return
        const gone = arrive(merged(start, answer.subgraph))
        if (gone > 0) tell(new GoneError(gone))
      })
      .catch((error: unknown) => {
        if (stale) return
        // where the server cannot say, the first picture is better than none
        arrive(start)
        tell(error, () => show({ wanted: wanted ?? { add: [], drop, only }, selected }))
      })
    return () => {
      stale = true
    }
  }, [first.data, wanted])
  return first
}

const idsOf = ({ nodes }: Subgraph): Set<string> => new Set(nodes.map(({ id }) => id))
