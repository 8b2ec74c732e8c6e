import { useEffect } from 'react'
import type { Stage } from '../../canvas/stage.ts'
import { useStore } from '../../state/state.ts'

/** Tells the stage which of its margins lie under something that floats; a panel at its right edge is measured. */
export function useInset(stage: Stage | null): void {
  const layout = useStore((s) => s.layout)
  useEffect(() => {
    if (!stage) return
    const wide = innerWidth > 1100
    // lanes and years fill the stage to its corners, where the legend is
    const filled = layout === 'layers' || layout === 'time'
    stage.panels.headings = filled ? 76 : 0
    stage.view.inset = {
      top: filled ? 110 : 84,
      right: wide ? 110 : 40,
      bottom: 40,
      left: wide ? (filled ? 340 : 220) : 70,
    }
  }, [stage, layout])
}
