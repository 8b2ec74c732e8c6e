import { X } from 'lucide-react'
import { type ReactNode, type RefCallback, useCallback, useEffect, useRef } from 'react'
import { SECOND_CLICK } from '../../browser/second-click.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Grip } from './grip.tsx'
import '../controls.css'
import './inspector.css'

interface SideParts {
  testid: string
  label: string
  /** What it shows: another one takes the focus of whoever came by keyboard. */
  shows: string
  /** Of its width, where it is not the inspector's. */
  usual?: number
  attach?: RefCallback<HTMLElement>
  close: () => void
  children: ReactNode
}

/** A panel in the inspector's place. */
export function Side({ testid, label, shows, usual, attach, close, children }: SideParts) {
  const language = useStore((s) => s.language)
  const panel = useRef<HTMLElement | null>(null)
  const hold = useCallback(
    (element: HTMLElement | null) => {
      panel.current = element
      return attach?.(element)
    },
    [attach],
  )
  // the second of a double click is meant for the node under the panel that the first one opened
  useEffect(() => {
    const own = panel.current!
    own.style.pointerEvents = 'none'
    const timer = setTimeout(() => {
      own.style.pointerEvents = ''
    }, SECOND_CLICK)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    const before = document.activeElement
    // whoever came by keyboard goes on in here, and comes back to where they were
    if (!shows || !(before instanceof Element) || !before.matches(':focus-visible, .inspector *')) return
    panel.current?.focus()
    return () => {
      if (document.activeElement === document.body && before.isConnected) (before as HTMLElement).focus()
    }
  }, [shows])
  return (
    <aside className={`inspector ${testid}`} data-testid={testid} aria-label={label} tabIndex={-1} ref={hold}>
      <Grip kept={testid} usual={usual} />
      <button
        type="button"
        className="close"
        data-testid={`close-${testid}`}
        aria-label={say(language, 'close')}
        onClick={close}
      >
        <X size={16} aria-hidden="true" />
      </button>
      {children}
    </aside>
  )
}
