import { useEffect, useRef } from 'react'
import { ENTITY_TYPES, type EntityType } from '../../model/ontology.ts'
import { PieceError } from '../requests/pieces.ts'
import { AGAIN, answers, mayEnd, passes, troubleIn } from '../requests/trouble.ts'
import { pathOf, shapeOf } from '../scene/shapes.ts'
import { useStore } from '../state/state.ts'
import { say } from '../words/words.ts'
import { Reload } from './reload.tsx'

/** A type's colour and shape as a small mark, as on the stage. @param plain the shape alone, where colours mean something else */
export function Dot({ type, plain = false }: { type: EntityType; plain?: boolean }) {
  const theme = useStore((s) => s.theme)
  return (
    <svg className="dot" viewBox="-7 -7 14 14" aria-hidden="true">
      <path
        d={pathOf(shapeOf(type), type === 'Person' ? 3.6 : 5.4)}
        fill={plain ? 'var(--muted)' : ENTITY_TYPES[type][theme]}
        fillRule="evenodd"
      />
    </svg>
  )
}

/** What went wrong; a database's own words stand apart. @param at where, if anywhere */
export function Said({ error, at = '' }: { error: unknown; at?: string }) {
  const language = useStore((s) => s.language)
  const { said, hint, quoted } = troubleIn(language, error)
  return (
    <>
      <p>
        {at && <strong>{say(language, 'placeOf', { at })}</strong>}
        {said}
      </p>
      {hint && <p className="muted">{hint}</p>}
      {quoted && (
        <p className="muted">
          {say(language, 'inItsWords')}
          <q lang="en">{quoted}</q>
        </p>
      )}
    </>
  )
}

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const language = useStore((s) => s.language)
  const latest = useRef(retry)
  latest.current = retry
  const waits = passes(error)
  useEffect(() => {
    if (!waits) return
    // what is said stays on the screen until there is an answer: a whole try would take its place each time
    const timer = setInterval(
      () => latest.current && void answers().then((yes) => yes && latest.current?.()),
      AGAIN,
    )
    return () => clearInterval(timer)
  }, [waits])
  return (
    <div role="alert" className="error" data-testid="trouble">
      <Said error={error} />
      {waits && retry && <p className="muted">{say(language, 'goesOn')}</p>}
      {error instanceof PieceError ? (
        <Reload />
      ) : (
        retry &&
        mayEnd(error) && (
          <button type="button" onClick={retry}>
            {say(language, 'retry')}
          </button>
        )
      )}
    </div>
  )
}
