import { useStore } from '../state/state.ts'
import { say } from '../words/words.ts'

/** Stands where a view will be. */
export function Waiting() {
  const language = useStore((s) => s.language)
  return (
    <div className="notice" role="status">
      {say(language, 'loading')}
    </div>
  )
}
