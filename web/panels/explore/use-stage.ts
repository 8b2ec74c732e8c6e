import { type RefObject, useEffect, useState } from 'react'
import { isTouched } from '../../browser/narrow.ts'
import { Stage } from '../../canvas/stage.ts'
import type { Chosen } from '../../state/attended.ts'
import type { Spot } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'
import { expand } from './following.ts'

declare global {
  interface Window {
    /** For tests that click on the canvas. */
    __quanmai?: { ready: boolean; nodeAt: Stage['nodeAt']; edgeAt: Stage['edgeAt']; stage: Stage }
  }
}

export interface NodeMenuAt extends Spot {
  id: string
}

/** With Shift or ⌘, or while they are selected one by one, a node joins the selection or leaves it. */
function choose(next: Chosen, more: boolean): void {
  const { chosen, selected, picking, set } = useStore.getState()
  // a finger that misses a node takes none of the others away
  if (picking && next?.kind !== 'node') return
  if ((!more && !picking) || next?.kind !== 'node') {
    set({ chosen: next, selected: new Set() })
    return
  }
  const all = new Set(selected)
  if (chosen?.kind === 'node') all.add(chosen.id)
  if (!all.delete(next.id)) all.add(next.id)
  set({ selected: all, chosen: null })
}

/** A stage in this element for as long as it is there. */
export function useStage(
  holder: RefObject<HTMLElement | null>,
  onMenu: (at: NodeMenuAt) => void,
): Stage | null {
  const [stage, setStage] = useState<Stage | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one stage for the element's life
  useEffect(() => {
    const made = new Stage(holder.current!, {
      choose,
      // two quick taps on one node are two taps, while each of them selects
      expand: (id) => (useStore.getState().picking ? choose({ kind: 'node', id }, true) : void expand(id)),
      hoverless: () => useStore.getState().picking && isTouched(),
      moved: (id, at) => {
        const { places, pinned, act } = useStore.getState()
        // what was put somewhere by hand is meant to stay there
        act({ places: new Map(places).set(id, at), pinned: new Set(pinned).add(id) })
      },
      menu: (id, at) => onMenu({ id, ...at }),
    })
    setStage(made)
    let timer = 0
    const hold = () => {
      // one that nobody moved shows all of it, on any screen
      const camera = made.view.untouched ? null : made.view.camera
      if (made.scene.order > 0) useStore.getState().set({ camera })
    }
    const keepCamera = () => {
      clearTimeout(timer)
      timer = window.setTimeout(hold, 400)
    }
    made.sigma.getCamera().on('updated', keepCamera)
    return () => {
      clearTimeout(timer)
      hold()
      made.end()
      delete window.__quanmai
      setStage(null)
    }
  }, [])
  return stage
}
