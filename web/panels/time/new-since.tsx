import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useId, useState } from 'react'
import type { NewResponse } from '../../../model/api.ts'
import { edgeIdOf } from '../../../model/ids.ts'
import { api } from '../../requests/api.ts'
import { doing } from '../../requests/doing.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Dot, Trouble } from '../parts.tsx'

/** What nothing before a date had: articles, names, ties to strategies. */
export function NewSince() {
  const { language } = useStore()
  const [typed, setTyped] = useState('')
  const id = useId()
  const timeline = useQuery({ queryKey: ['timeline'], queryFn: () => api.timeline() })
  const since = typed || usualOf(timeline.data?.published ?? [])
  const fresh = useQuery({
    queryKey: ['new', since],
    queryFn: ({ signal }) => api.newSince(since, signal),
    enabled: since !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <div className="float new-since" data-testid="new-since">
      <div className="choice">
        <label htmlFor={id}>{say(language, 'since')}</label>
        <input
          id={id}
          type="date"
          data-testid="since-date"
          value={since.length === 10 ? since : ''}
          onChange={(e) => setTyped(e.target.value)}
        />
      </div>
      {since === '' && <p className="muted">{say(language, 'nothingDated')}</p>}
      {fresh.isError && <Trouble error={fresh.error} retry={() => void fresh.refetch()} />}
      {fresh.data && <Fresh fresh={fresh.data} />}
    </div>
  )
}

/** The day of the newest article, or the first day of its year where that is all that is known. */
function usualOf(published: readonly { time: string }[]): string {
  const newest = published.at(-1)?.time ?? ''
  return newest === '' ? '' : newest.length === 10 ? `${newest.slice(0, 8)}01` : `${newest.slice(0, 4)}-01-01`
}

function Fresh({ fresh }: { fresh: NewResponse }) {
  const { language, set, act } = useStore()
  const { articles, entities, serves } = fresh
  const nothing = fresh.articleTotal + fresh.entityTotal + fresh.servesTotal === 0
  if (nothing) return <p className="muted">{say(language, 'nothingNew')}</p>
  return (
    <>
      <button
        type="button"
        data-testid="draw-new"
        disabled={entities.length === 0}
        onClick={() =>
          void doing(async (signal) => {
            const { subgraph } = await api.subgraph(
              entities.map(({ id }) => id),
              signal,
            )
            act({ graph: subgraph, period: null })
            set({ timeOpen: true })
          })
        }
      >
        {say(language, 'drawNew')}
      </button>
      <Group word="newServes" total={fresh.servesTotal}>
        {serves.map(({ from, to, date }) => (
          <li key={from.id + to.id}>
            <button
              type="button"
              onClick={() =>
                set({
                  chosen: {
                    kind: 'edge',
                    id: edgeIdOf('SERVES', from.id, to.id),
                    from: from.id,
                    to: to.id,
                    type: 'SERVES',
                  },
                })
              }
            >
              <Dot type={from.type} /> {from.name} → {to.name}
              <span className="muted">{date}</span>
            </button>
          </li>
        ))}
      </Group>
      <Group word="newEntities" total={fresh.entityTotal}>
        {entities.map(({ id, name, type }) => (
          <li key={id}>
            <button
              type="button"
              data-testid="new-entity"
              onClick={() => set({ chosen: { kind: 'node', id } })}
            >
              <Dot type={type} /> {name}
            </button>
          </li>
        ))}
      </Group>
      <Group word="newArticles" total={fresh.articleTotal}>
        {articles.map(({ id, title, date }) => (
          <li key={id}>
            <button
              type="button"
              data-testid="new-article"
              onClick={() => set({ view: 'read', article: id, sentence: '' })}
            >
              <FileText size={13} aria-hidden="true" /> {title}
              <span className="muted">{date}</span>
            </button>
          </li>
        ))}
      </Group>
    </>
  )
}

function Group({
  word,
  total,
  children,
}: {
  word: 'newServes' | 'newEntities' | 'newArticles'
  total: number
  children: React.ReactNode
}) {
  const language = useStore((s) => s.language)
  if (total === 0) return null
  return (
    <section>
      <h3>
        {say(language, word)} · {total}
      </h3>
      <ul>{children}</ul>
    </section>
  )
}
