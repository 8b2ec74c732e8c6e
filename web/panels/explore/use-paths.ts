import { useCallback, useEffect, useState } from 'react'
import { api } from '../../requests/api.ts'
import type { Paths } from '../../state/paths.ts'
import { merged } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'
import { withTies } from './following.ts'

/** Answers the question for paths, wherever it came from: what they go through joins the picture. */
export function usePaths(): { failed: unknown; again: () => void } {
  const { paths, base, wanted } = useStore()
  const [trouble, setTrouble] = useState<{ of: Paths; error: unknown } | null>(null)
  const [tries, setTries] = useState(0)
  // what the address asks for would take the place of what joins the picture before it
  const ready = base.size > 0 && wanted === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with each try
  useEffect(() => {
    if (!paths || paths.answered || !ready) return
    const control = new AbortController()
    api
      .paths({ ids: [...paths.ends], ...paths.filters }, control.signal)
      .then(async ({ paths: found, subgraph }) => {
        const more = await withTies(subgraph, control.signal)
        if (control.signal.aborted) return
        const { graph, act } = useStore.getState()
        const at = Math.max(0, Math.min(paths.at, found.length - 1))
        act({ graph: merged(graph, more), paths: { ...paths, found, at, answered: true } }, true)
      })
      .catch((error: unknown) => !control.signal.aborted && setTrouble({ of: paths, error }))
    return () => control.abort()
  }, [paths, ready, tries])
  const again = useCallback(() => setTries((n) => n + 1), [])
  return { failed: trouble?.of === paths ? (trouble?.error ?? null) : null, again }
}
