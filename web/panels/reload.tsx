import { useState } from 'react'
import { reload } from '../requests/pieces.ts'
import { useStore } from '../state/state.ts'
import { say } from '../words/words.ts'

/** Loads the page anew when asked, and only where it is there to load. */
export function Reload() {
  const language = useStore((s) => s.language)
  const [state, setState] = useState<'' | 'asking' | 'unreachable'>('')
  return (
    <>
      <button
        type="button"
        data-testid="reload"
        disabled={state === 'asking'}
        onClick={() => {
          setState('asking')
          void reload().then((answers) => answers || setState('unreachable'))
        }}
      >
        {say(language, 'reload')}
      </button>
      {state === 'unreachable' && <p role="status">{say(language, 'unreachable')}</p>}
    </>
  )
}
