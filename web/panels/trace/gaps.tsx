import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EntityBrief, GapsResponse, TraceEntity } from '../../../model/api.ts'
import { type EntityType, STATUSES } from '../../../model/ontology.ts'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { say, typeWord } from '../../words/words.ts'
import { Dot, Trouble } from '../parts.tsx'
import { Waiting } from '../waiting.tsx'
import { GapsExport } from './export-menu.tsx'
import { Filters, isWide } from './filters.tsx'

const PAGE = 60

/** 断链 of the whole graph. */
export function Gaps() {
  const { language, lens } = useStore()
  const [types, setTypes] = useState<EntityType[]>([])
  const [limit, setLimit] = useState(PAGE)
  const gaps = useQuery({
    queryKey: ['gaps', { ...lens, group: '' }, types, limit],
    queryFn: ({ signal }) => api.gaps(lens, types, limit, signal),
    placeholderData: keepPreviousData,
  })
  if (gaps.isPending) return <Waiting />
  if (gaps.isError)
    return (
      <div className="page">
        <Trouble error={gaps.error} retry={() => void gaps.refetch()} />
      </div>
    )
  const { entities, total, strategies, strategyTotal, facets } = gaps.data
  const left = Math.max(total - entities.length, strategyTotal - strategies.length)
  return (
    <div className={`page trace${gaps.isPlaceholderData ? ' stale' : ''}`} data-testid="gaps">
      <GapsHead gaps={gaps.data} />
      <Filters facets={facets} group={false} />
      <Types coverage={gaps.data.coverage} types={types} onChange={setTypes} />
      <div className="offers">
        <section>
          <h3>
            {say(language, 'untied')} · {total}
          </h3>
          {total === 0 && (
            <p className="muted">
              {say(language, isWide(lens) && types.length === 0 ? 'noGaps' : 'noGapsHere')}
            </p>
          )}
          <GapRows items={entities} />
        </section>
        <section>
          <h3>
            {say(language, 'bare')} · {strategyTotal}
          </h3>
          {strategyTotal === 0 && <p className="muted">{say(language, 'noGaps')}</p>}
          <GapRows items={strategies} />
        </section>
      </div>
      {left > 0 && limit < 500 && (
        <button type="button" onClick={() => setLimit(Math.min(500, limit + 200))}>
          {say(language, 'showMore', { n: Math.min(left, 500 - limit, 200) })}
        </button>
      )}
    </div>
  )
}

function GapsHead({ gaps }: { gaps: GapsResponse }) {
  const { language, set } = useStore()
  return (
    <header className="trace-head">
      <div>
        <h2>{say(language, 'allGaps')}</h2>
        <p className="muted">{say(language, 'allGapsHint')}</p>
      </div>
      <div className="actions">
        <GapsExport gaps={gaps} />
        <button type="button" onClick={() => set({ traced: '', chosen: null })}>
          {say(language, 'traceOther')}
        </button>
      </div>
    </header>
  )
}

function Types({
  coverage,
  types,
  onChange,
}: {
  coverage: GapsResponse['coverage']
  types: readonly EntityType[]
  onChange(types: EntityType[]): void
}) {
  const language = useStore((s) => s.language)
  const toggle = (type: EntityType) =>
    onChange(types.includes(type) ? types.filter((own) => own !== type) : [...types, type])
  return (
    <div className="chips">
      {coverage
        .filter(({ total }) => total > 0)
        .map(({ type, total, tied }) => (
          <button
            type="button"
            key={type}
            data-testid={`gap-type-${type}`}
            aria-pressed={types.includes(type)}
            onClick={() => toggle(type)}
          >
            <Dot type={type} /> {typeWord(type, language, total - tied)} {total - tied}
          </button>
        ))}
    </div>
  )
}

function GapRows({ items }: { items: readonly (EntityBrief | TraceEntity)[] }) {
  const { language, chosen, set } = useStore()
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            data-testid="gap-row"
            aria-pressed={chosen?.id === item.id}
            onClick={() => set({ chosen: { kind: 'node', id: item.id } })}
          >
            <Dot type={item.type} /> <span>{item.name}</span>
            <span className="muted">
              {[
                'stage' in item && item.stage ? STATUSES[item.stage][language] : '',
                ('districts' in item && item.districts[0]?.name) || (item.beside ?? ''),
                say(language, 'articlesOf', { n: item.articleCount }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
