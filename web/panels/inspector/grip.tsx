import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useState } from 'react'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'

const [NARROW, WIDE, USUAL] = [320, 560, 380]
const within = (width: number): number => Math.round(Math.min(WIDE, Math.max(NARROW, width)))

/** The edge of a panel in the inspector's place, to be dragged; arrow keys do as well. @param kept by which name its width is */
export function Grip({ kept, usual = USUAL }: { kept: string; usual?: number | undefined }) {
  const language = useStore((s) => s.language)
  const [width, setWidth] = useState(() => within(Number(localStorage.getItem(kept)) || usual))
  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--inspector', `${width}px`)
  }, [width])
  // what nobody chose is not kept: another window is wide enough for more
  const widen = (next: number) => {
    setWidth(within(next))
    localStorage.setItem(kept, String(within(next)))
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) widen(innerWidth - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') widen(width + 20)
    if (event.key === 'ArrowRight') widen(width - 20)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no line between paragraphs
    <div
      className="grip"
      role="separator"
      aria-orientation="vertical"
      aria-label={say(language, 'inspectorWidth')}
      aria-valuenow={width}
      aria-valuemin={NARROW}
      aria-valuemax={WIDE}
      tabIndex={0}
      data-testid="grip"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  )
}
