import { useEffect } from 'react'
import { isComparing } from '../../comparing.ts'
import type { Stage } from '../../stage.ts'
import { useStore } from '../../state.ts'

/** Tells the stage which of its margins lie under something that floats. */
export function useInset(stage: Stage | null): void {
  const open = useStore((s) => s.chosen !== null || isComparing(s))
  const layout = useStore((s) => s.layout)
  useEffect(() => {
    if (!stage) return
    const wide = innerWidth > 1100
    // lanes and years fill the stage to its corners, where the legend is
    const filled = layout === 'layers' || layout === 'time'
    stage.panels.headings = filled ? 76 : 0
    stage.view.inset = {
      top: filled ? 110 : 84,
      right: wide && open ? 440 : wide ? 110 : 40,
      bottom: 40,
      left: wide ? (filled ? 340 : 220) : 70,
    }
  }, [stage, open, layout])
}
