import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Stage } from '../../../canvas/stage.ts'
import type { Spot } from '../../../state/picture.ts'
import { useStore } from '../../../state/state.ts'

export type SelectMode = 'rectangle' | 'lasso'

/** Whether a point lies in a polygon (even-odd). */
export function holds(polygon: readonly Spot[], x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [a, b] = [polygon[i]!, polygon[j]!]
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

const cornersOf = (a: Spot, b: Spot): Spot[] => [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }]

/** Takes the pointer while a rectangle or a lasso is drawn; Shift held on the stage draws a rectangle without the tool. */
export function SelectLayer({
  stage,
  mode,
  done,
}: {
  stage: Stage
  mode: SelectMode | null
  done: () => void
}) {
  const [trail, setTrail] = useState<Spot[]>([])
  /** The pointer that draws with Shift held; null where none does. */
  const [held, setHeld] = useState<number | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setTrail([])
      setHeld(null)
      done()
    }
    const container = stage.sigma.getContainer()
    // where a menu closed under it the pointer has entered nothing yet, though it is on a node
    const onNode = ({ clientX, clientY }: MouseEvent) =>
      stage.attention.hovered !== null || stage.nodeUnder({ x: clientX, y: clientY }) !== null
    // Shift and a drag that starts on no node
    const onDown = (event: globalThis.PointerEvent) => {
      if (!event.shiftKey || onNode(event)) return
      event.stopPropagation()
      const rect = container.getBoundingClientRect()
      setTrail([{ x: event.clientX - rect.left, y: event.clientY - rect.top }])
      setHeld(event.pointerId)
    }
    const onMouse = (event: MouseEvent) => {
      if (event.shiftKey && !onNode(event)) event.stopPropagation()
    }
    container.addEventListener('pointerdown', onDown, { capture: true })
    container.addEventListener('mousedown', onMouse, { capture: true })
    addEventListener('keydown', onKey)
    return () => {
      container.removeEventListener('pointerdown', onDown, { capture: true })
      container.removeEventListener('mousedown', onMouse, { capture: true })
      removeEventListener('keydown', onKey)
    }
  }, [stage, done])

  const drawing = mode ?? (held === null ? null : 'rectangle')
  useEffect(() => {
    const layer = box.current
    if (!layer || drawing === null) return
    // let go over a panel or beside the window, it is let go all the same
    if (held !== null) layer.setPointerCapture(held)
    // what lies over the stage takes no wheel from it
    const onWheel = (event: WheelEvent) => stage.sigma.getMouseCaptor().handleWheel(event)
    layer.addEventListener('wheel', onWheel, { passive: false })
    return () => layer.removeEventListener('wheel', onWheel)
  }, [stage, drawing, held])
  const spotOf = (event: PointerEvent): Spot => {
    const rect = box.current!.getBoundingClientRect()
    return { x: event.clientX - rect.left, y: event.clientY - rect.top }
  }
  const polygon = drawing === 'rectangle' && trail.length > 1 ? cornersOf(trail[0]!, trail.at(-1)!) : trail
  const finish = (event: PointerEvent) => {
    if (event.type === 'pointerup' && polygon.length > 2) {
      const ids = stage.within((x, y) => holds(polygon, x, y))
      const { selected, picking, set } = useStore.getState()
      set({ selected: new Set(event.shiftKey || picking ? [...selected, ...ids] : ids), chosen: null })
    }
    setTrail([])
    setHeld(null)
    done()
  }
  if (!drawing) return null
  return (
    <div
      ref={box}
      className="select-layer"
      data-testid="select-layer"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setTrail([spotOf(event)])
      }}
      onPointerMove={(event) => {
        if (event.buttons !== 0 && trail.length > 0) setTrail([...trail, spotOf(event)])
      }}
      onPointerUp={finish}
      onPointerCancel={finish}
    >
      <svg aria-hidden="true">
        <polygon points={polygon.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
    </div>
  )
}
