import { ENTITY_TYPES, type EntityType } from '../../model/ontology.ts'
import { ApiError } from '../api.ts'
import { pathOf, shapeOf } from '../canvas/shapes.ts'
import { useStore } from '../state.ts'
import { say } from '../words.ts'

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

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const language = useStore((s) => s.language)
  const body = error instanceof ApiError ? error.body : null
  return (
    <div role="alert" className="error">
      <p>{body ? body.message : say(language, 'failed')}</p>
      {body?.hint && <p className="muted">{body.hint}</p>}
      {retry && (
        <button type="button" onClick={retry}>
          {say(language, 'retry')}
        </button>
      )}
    </div>
  )
}
