import type { EntityDetail } from '../../../model/api.ts'
import { useStore } from '../../state/state.ts'
import { reasonIn } from '../../words/reasons.ts'
import { say } from '../../words/words.ts'

/** What else it is called, and why all of these are one thing. */
export function Names({ entity: { aliases, reasons } }: { entity: EntityDetail }) {
  const language = useStore((s) => s.language)
  if (aliases.length === 0 && reasons.length === 0) return null
  return (
    <div className="names">
      {aliases.length > 0 && (
        <p>
          <span className="muted">{say(language, 'aliases')}</span> {aliases.join('、')}
        </p>
      )}
      {reasons.length > 0 && (
        <details>
          <summary>{say(language, 'whyOne')}</summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reasonIn(language, reason)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
