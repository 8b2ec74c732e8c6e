import { useEffect, useRef } from 'react'
import { SECOND_CLICK } from '../../browser/second-click.ts'
import type { Stage } from '../../canvas/stage.ts'
import { isComparing } from '../../state/comparing.ts'
import { useStore } from '../../state/state.ts'

/** Keeps what is chosen or compared, and all of the picture where it was shown, clear of the panel that tells of it. */
export function useRoom(stage: Stage | null): void {
  const { chosen, compared, places } = useStore()
  const comparing = isComparing(useStore())
  const open = chosen !== null || comparing
  const ids = !chosen
    ? comparing
      ? compared
      : []
    : chosen.kind === 'node'
      ? [chosen.id]
      : [chosen.from, chosen.to]
  const key = ids.join()
  const placed = ids.some((id) => places.has(id))
  useEffect(() => {
    if (!stage || !key || !placed) return
    let timer = setTimeout(make, SECOND_CLICK)
    // what joins the picture just then is gone to first
    function make() {
      const left = stage!.view.travels
      if (left > 0) timer = setTimeout(make, left)
      else stage!.view.makeRoom(key.split(','))
    }
    return () => clearTimeout(timer)
  }, [stage, key, placed])

  const was = useRef(false)
  useEffect(() => {
    const closed = was.current && !open
    was.current = open
    if (closed) stage?.view.takeBack()
  }, [stage, open])
}
