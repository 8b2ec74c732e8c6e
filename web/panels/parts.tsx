import { Fragment } from 'react'
import type { Evidence } from '../../model/api.ts'
import { ENTITY_TYPES, type EntityType, SERVES_LEVELS } from '../../model/ontology.ts'
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

interface Mark {
  start: number
  end: number
  entity: string
  type: EntityType
}

/** Text with its entities underlined in their colours; where marks overlap the longest is drawn. */
export function Marked({
  text,
  offset,
  marks,
  onPick,
}: {
  text: string
  offset: number
  marks: readonly Mark[]
  onPick?: (entity: string) => void
}) {
  const theme = useStore((s) => s.theme)
  const outer = [...marks]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(
      (m, i, all) =>
        !all
          .slice(0, i)
          .some(
            (o) =>
              o.start <= m.start && o.end >= m.end && !(o.start === m.start && o.end === m.end && o === m),
          ),
    )
  const parts: React.ReactNode[] = []
  let at = 0
  for (const m of outer) {
    const [from, to] = [m.start - offset, m.end - offset]
    if (from < at || to > text.length) continue
    parts.push(<Fragment key={`t${at}`}>{text.slice(at, from)}</Fragment>)
    const style = { '--c': ENTITY_TYPES[m.type][theme] } as React.CSSProperties
    parts.push(
      onPick ? (
        <button type="button" className="name" key={m.start} style={style} onClick={() => onPick(m.entity)}>
          {text.slice(from, to)}
        </button>
      ) : (
        <mark key={m.start} style={style}>
          {text.slice(from, to)}
        </mark>
      ),
    )
    at = to
  }
  parts.push(<Fragment key="end">{text.slice(at)}</Fragment>)
  return <>{parts}</>
}

export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const { language, set } = useStore()
  return (
    <div>
      {evidence.map((e) => (
        <blockquote className="evidence" key={e.sentence} data-testid="evidence">
          <p>
            <Marked text={e.text} offset={e.start} marks={e.marks} />
          </p>
          <footer>
            {e.level && <span className="level">{SERVES_LEVELS[e.level][language]}</span>}
            <span>{e.article.source || e.article.title}</span>
            <span>{e.article.date || say(language, 'noDate')}</span>
            <span>{say(language, 'paragraph', { n: e.paragraph })}</span>
            <button type="button" onClick={() => set({ view: 'read', article: e.article.id, chosen: null })}>
              {say(language, 'openArticle')}
            </button>
          </footer>
        </blockquote>
      ))}
    </div>
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
