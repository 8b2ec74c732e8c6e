import { useEffect } from 'react'
import type { Stage } from '../../canvas/stage.ts'
import { useStore } from '../../state/state.ts'
import { expand, togglePins } from './following.ts'

export const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** What is chosen or selected, as ids of nodes. */
function chosenIds(): string[] {
  const { chosen, selected } = useStore.getState()
  return [...new Set([...selected, ...(chosen?.kind === 'node' ? [chosen.id] : [])])]
}

/** ⌘Z and ⇧⌘Z, in every view. */
export function undoByKey(event: KeyboardEvent): void {
  const key = event.key.toLowerCase()
  if (!(event.metaKey || event.ctrlKey) || (key !== 'z' && key !== 'y')) return
  event.preventDefault()
  const { undo, redo } = useStore.getState()
  key === 'y' || event.shiftKey ? redo() : undo()
}

/** The keys of the graph: E expand, H hide, P pin, F fit, + and -. */
export function useKeys(stage: Stage | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (typing(event.target)) return
      if (event.metaKey || event.ctrlKey || event.altKey) return
      const { hide } = useStore.getState()
      const key = event.key.toLowerCase()
      const ids = chosenIds()
      if (key === 'f') stage?.view.fit()
      else if (key === 'e') for (const id of ids) void expand(id)
      else if (key === 'h' && ids.length > 0) hide(...ids)
      else if (key === 'p' && ids.length > 0) togglePins(ids)
      else if (key === '+' || key === '=') stage?.view.zoom(true)
      else if (key === '-') stage?.view.zoom(false)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [stage])
}
