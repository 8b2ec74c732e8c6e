import type { RefObject } from 'react'
import { useStore } from '../state/state.ts'
import { say } from '../words/words.ts'

/** The element that a stage draws in. */
export function StageHolder({ holder }: { holder: RefObject<HTMLDivElement | null> }) {
  const language = useStore((s) => s.language)
  return (
    <div
      className="stage"
      ref={holder}
      data-testid="stage"
      role="img"
      aria-label={say(language, 'graphOf')}
      style={{ background: 'var(--paper)' }}
    />
  )
}
