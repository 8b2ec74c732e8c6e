import { X } from 'lucide-react'
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
  if (!chosen) return null
  return (
    <aside className="inspector" data-testid="inspector" aria-label={say(language, 'evidence')}>
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
