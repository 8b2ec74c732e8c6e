import { useEffect, useState } from 'react'
import { nameOf } from '../../scene/scene.ts'
import { useStore } from '../../state/state.ts'

/** Whether the glyphs of all names have come: drawn before, they would stay boxes. */
export function useFonts(): boolean {
  const graph = useStore((s) => s.graph)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const text = [...new Set(graph.nodes.map(nameOf).join(''))].join('')
    if (!text) return
    let stale = false
    Promise.all([
      document.fonts.load('500 12px "Noto Sans SC Variable"', text),
      document.fonts.load('500 12px "Inter Variable"', 'A'),
    ])
      .catch(() => {})
      .then(() => !stale && setReady(true))
    return () => {
      stale = true
    }
  }, [graph])
  return ready
}
