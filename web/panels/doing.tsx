import { X } from 'lucide-react'
import { useEffect } from 'react'
import { stopAll, useDoing } from '../requests/doing.ts'
import { useStore } from '../state/state.ts'
import { say } from '../words/words.ts'
import { Trouble } from './parts.tsx'

/** Milliseconds that a note can be read for. */
const WHILE = 6_000

/** What runs, with how to stop it; what went wrong, with how to try again. */
export function DoingNote() {
  const language = useStore((s) => s.language)
  const { running, failed, said } = useDoing()
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => useDoing.setState({ said: null }), WHILE)
    return () => clearTimeout(timer)
  }, [said])
  if (running.length > 0)
    return (
      <div className="float working" role="status" data-testid="doing">
        {say(language, 'loading')}
        <button type="button" data-testid="stop" onClick={stopAll}>
          {say(language, 'cancel')}
        </button>
      </div>
    )
  if (!failed)
    // a place that is there before its words are: else they are not read out
    return (
      <div className={said ? 'float working undone said' : ''} role="status" data-testid="noted">
        {said && say(language, said)}
      </div>
    )
  return (
    <div className="float working undone" data-testid="undone">
      <Trouble error={failed.error} {...(failed.again ? { retry: failed.again } : {})} />
      <button
        type="button"
        className="plain"
        aria-label={say(language, 'close')}
        onClick={() => useDoing.setState({ failed: null })}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
