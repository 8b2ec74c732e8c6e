import { ArrowLeft } from 'lucide-react'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { EdgePage } from './edge-page.tsx'
import { EntityPage } from './entity-page.tsx'
import { Side } from './side.tsx'

/** What is chosen, and the sentences behind it. */
export function Inspector() {
  const { chosen, compared, view, language, set } = useStore()
  if (!chosen) return null
  const close = () => set({ chosen: null })
  return (
    <Side testid="inspector" label={say(language, 'evidence')} shows={chosen.id} close={close}>
      {compared.length > 0 && view === 'explore' && (
        <button type="button" className="quiet back" data-testid="back-to-comparison" onClick={close}>
          <ArrowLeft size={14} aria-hidden="true" /> {say(language, 'backToComparison')}
        </button>
      )}
      {chosen.kind === 'node' ? (
        <EntityPage key={chosen.id} id={chosen.id} />
      ) : (
        <EdgePage key={chosen.id} from={chosen.from} to={chosen.to} type={chosen.type} />
      )}
    </Side>
  )
}
