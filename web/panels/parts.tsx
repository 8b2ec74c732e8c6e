import { ENTITY_TYPES, type EntityType } from '../../model/ontology.ts'
import { ApiError } from '../api.ts'
import { pathOf, shapeOf } from '../canvas/shapes.ts'
import { useStore } from '../state.ts'
import { ERRORS_ZH } from '../words/errors.ts'
import { type Language, say } from '../words.ts'

/** A type's colour and shape as a small mark, as on the stage. */
export function Dot({ type }: { type: EntityType }) {
  const theme = useStore((s) => s.theme)
  return (
    <svg className="dot" viewBox="-7 -7 14 14" aria-hidden="true">
      <path
        d={pathOf(shapeOf(type), type === 'Person' ? 3.6 : 5.4)}
        fill={ENTITY_TYPES[type][theme]}
        fillRule="evenodd"
      />
    </svg>
  )
}

/** What went wrong in the person's language, and the server's own words where they say more. */
export function troubleIn(
  language: Language,
  error: unknown,
): { said: string; detail: string; hint: string } {
  if (!(error instanceof ApiError))
    // fetch rejects with a TypeError where nobody answers
    return {
      said: say(language, error instanceof TypeError ? 'unreachable' : 'failed'),
      detail: '',
      hint: '',
    }
  const { code, message, hint = '' } = error.body
  const zh = language === 'zh' ? ERRORS_ZH[code] : undefined
  return zh ? { said: zh, detail: message, hint } : { said: message, detail: '', hint }
}

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const language = useStore((s) => s.language)
  const { said, detail, hint } = troubleIn(language, error)
  return (
    <div role="alert" className="error" data-testid="trouble">
      <p>{said}</p>
      {(detail || hint) && <p className="muted">{[detail, hint].filter(Boolean).join(' ')}</p>}
      {retry && (
        <button type="button" onClick={retry}>
          {say(language, 'retry')}
        </button>
      )}
    </div>
  )
}
