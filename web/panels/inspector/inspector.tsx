import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from '../../state.ts'
import { say } from '../../words.ts'
import { EdgePage } from './edge-page.tsx'
import { EntityPage } from './entity-page.tsx'
import { Grip } from './grip.tsx'
import '../controls.css'
import './inspector.css'

/** What is chosen, and the sentences behind it. */
export function Inspector() {
  const { chosen, language, set } = useStore()
  const panel = useRef<HTMLElement>(null)
  const id = chosen?.id
  useEffect(() => {
    const before = document.activeElement
    // whoever came by keyboard goes on in here, and comes back to where they were
    if (!id || !(before instanceof Element) || !before.matches(':focus-visible, .inspector *')) return
    panel.current?.focus()
    return () => {
      if (document.activeElement === document.body && before.isConnected) (before as HTMLElement).focus()
    }
  }, [id])
  if (!chosen) return null
  return (
    <aside
      className="inspector"
      data-testid="inspector"
      aria-label={say(language, 'evidence')}
      tabIndex={-1}
      ref={panel}
    >
      <Grip />
      <button
        type="button"
        className="close"
        data-testid="close-inspector"
        aria-label={say(language, 'close')}
        onClick={() => set({ chosen: null })}
      >
        <X size={16} aria-hidden="true" />
      </button>
      {chosen.kind === 'node' ? (
        <EntityPage key={chosen.id} id={chosen.id} />
      ) : (
        <EdgePage key={chosen.id} from={chosen.from} to={chosen.to} type={chosen.type} />
      )}
    </aside>
  )
}
