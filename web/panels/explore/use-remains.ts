import { useEffect, useRef } from 'react'
import type { Stage } from '../../canvas/stage.ts'
import { api } from '../../requests/api.ts'
import { onceThere } from '../../requests/trouble.ts'
import { useStore } from '../../state/state.ts'

/** Tells the stage how many neighbours of each node are not drawn: the badge of what remains. */
export function useRemains(stage: Stage | null): void {
  const { graph, file } = useStore()
  const degrees = useRef(new Map<string, number>())
  useEffect(() => {
    if (!stage) return
    // a file knows of no more than it holds
    if (file) return stage.remain(new Map())
    const control = new AbortController()
    const show = () => {
      const near = new Map<string, Set<string>>(graph.nodes.map(({ id }) => [id, new Set()]))
      for (const { from, to } of graph.edges) {
        near.get(from)?.add(to)
        near.get(to)?.add(from)
      }
      stage.remain(
        new Map(
          [...near].flatMap(([id, others]) => {
            const more = (degrees.current.get(id) ?? 0) - others.size
            return more > 0 ? [[id, more] as const] : []
          }),
        ),
      )
    }
    const unknown = graph.nodes.map((n) => n.id).filter((id) => !degrees.current.has(id))
    if (unknown.length === 0) show()
    else
      onceThere(() => api.degrees(unknown.slice(0, 5_000)), control.signal)
        .then(({ degrees: more }) => {
          for (const [id, count] of Object.entries(more)) degrees.current.set(id, count)
          if (!control.signal.aborted) show()
        })
        .catch(() => {})
    return () => control.abort()
  }, [stage, graph, file])
}
