import { useQuery } from '@tanstack/react-query'
import type { EntityDetail } from '../../../model/api.ts'
import { ENTITY_TYPES } from '../../../model/ontology.ts'
import { useNarrow } from '../../browser/narrow.ts'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { PagedEvidence } from '../evidence/paged.tsx'
import { expand } from '../explore/following.ts'
import { Dot, Trouble } from '../parts.tsx'
import { Neighbourhood } from '../phone/neighbourhood.tsx'
import { Facts } from './facts.tsx'
import { Names } from './names.tsx'
import { Relations } from './relations.tsx'
import { Stages } from './stages.tsx'

export function EntityPage({ id }: { id: string }) {
  const language = useStore((s) => s.language)
  const narrow = useNarrow()
  const entity = useQuery({ queryKey: ['entity', id], queryFn: () => api.entity(id) })
  if (entity.isPending) return <p role="status">{say(language, 'loading')}</p>
  if (entity.isError) return <Trouble error={entity.error} retry={() => void entity.refetch()} />
  const { name, type, articleCount, mentionCount, firstDate, lastDate, statuses, facts } = entity.data
  const span = firstDate && (firstDate === lastDate ? firstDate : `${firstDate} – ${lastDate}`)
  return (
    <>
      <div className="kind">
        <Dot type={type} /> {ENTITY_TYPES[type][language]}
      </div>
      <h2>{name}</h2>
      <p className="muted">
        {say(language, 'articlesOf', { n: articleCount })} ·{' '}
        {say(language, 'mentionsOf', { n: mentionCount })}
        {span && ` · ${span}`}
      </p>
      <Actions entity={entity.data} />
      {narrow && <Neighbourhood entity={entity.data} />}
      <Names entity={entity.data} />
      {statuses.length > 0 && <Stages statuses={statuses} />}
      {facts.length > 0 && <Facts facts={facts} />}
      <Relations entity={entity.data} />
      <PagedEvidence entity={id} />
    </>
  )
}

function Actions({ entity: { id, type } }: { entity: EntityDetail }) {
  const { language, view, whole, set, hide } = useStore()
  const narrow = useNarrow()
  return (
    <div className="actions">
      <button
        type="button"
        className="primary"
        data-testid="trace-this"
        onClick={() => set({ view: 'trace', traced: id, ...(narrow ? { chosen: null } : {}) })}
      >
        {say(language, type === 'Strategy' ? 'traceWho' : 'traceThis')}
      </button>
      {narrow ? null : view === 'explore' ? (
        // the whole graph holds all of it already, and has a button of its own for what is round it
        !whole && (
          <>
            <button type="button" data-testid="expand-this" onClick={() => void expand(id)}>
              {say(language, 'expand')}
            </button>
            <button type="button" onClick={() => hide(id)}>
              {say(language, 'hide')}
            </button>
          </>
        )
      ) : (
        <button type="button" data-testid="show-in-graph" onClick={() => set({ view: 'explore' })}>
          {say(language, 'backToGraph')}
        </button>
      )}
    </div>
  )
}
