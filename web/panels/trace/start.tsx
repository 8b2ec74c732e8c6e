import { useQuery } from '@tanstack/react-query'
import type { EntityBrief, GapsResponse } from '../../../model/api.ts'
import { ENTITY_TYPES } from '../../../model/ontology.ts'
import { api } from '../../requests/api.ts'
import { GAPS } from '../../state/attended.ts'
import { WIDE } from '../../state/lens.ts'
import { useStore } from '../../state/state.ts'
import { say, typeWord } from '../../words/words.ts'
import { Dot, Trouble } from '../parts.tsx'
import { Waiting } from '../waiting.tsx'

/** Where tracing begins: how much is tied at all, and what is worth tracing. */
export function TraceStart() {
  const language = useStore((s) => s.language)
  const gaps = useQuery({
    queryKey: ['gaps', WIDE, [], 12],
    queryFn: ({ signal }) => api.gaps(WIDE, [], 12, signal),
  })
  const graph = useQuery({ queryKey: ['graph'], queryFn: () => api.graph() })
  if (gaps.isPending || graph.isPending) return <Waiting />
  if (gaps.isError || graph.isError)
    return (
      <div className="page">
        <Trouble
          error={gaps.error ?? graph.error}
          retry={() => void Promise.all([gaps.refetch(), graph.refetch()])}
        />
      </div>
    )
  if (graph.data.totals.articles === 0) return <div className="notice">{say(language, 'empty')}</div>
  const below = graph.data.subgraph.nodes
    .filter((node) => node.labels.some((label) => label === 'Project' || label === 'Park'))
    .map(({ id, properties }) => ({
      id,
      name: String(properties.name),
      type: properties.type as EntityBrief['type'],
      articleCount: Number(properties.articleCount ?? 0),
    }))
    // by what stands beside each
    .sort((a, b) => b.articleCount - a.articleCount)
    .slice(0, 12)
  return (
    <div className="page trace trace-start">
      <p className="lead">{say(language, 'traceHint')}</p>
      <Coverage coverage={gaps.data.coverage} />
      <div className="offers">
        <Offers
          title={say(language, 'mostServed')}
          items={gaps.data.served.slice(0, 12).map((strategy) => ({
            ...strategy,
            note: [strategy.beside, say(language, 'headsOf', { n: strategy.heads })]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
        <Offers
          title={say(language, 'fromBelow')}
          items={below.map((item) => ({
            ...item,
            note: say(language, 'articlesOf', { n: item.articleCount }),
          }))}
        />
      </div>
    </div>
  )
}

/** By type, how many a chain ties to a strategy; the rest are gaps. */
function Coverage({ coverage }: { coverage: GapsResponse['coverage'] }) {
  const { language, theme, set } = useStore()
  return (
    <section className="coverage" data-testid="coverage">
      <h3>{say(language, 'coverage')}</h3>
      <ul>
        {coverage
          .filter(({ total }) => total > 0)
          .map(({ type, total, tied }) => (
            <li key={type}>
              <span>
                <Dot type={type} /> {typeWord(type, language)}
              </span>
              <span className="meter" aria-hidden="true">
                <span style={{ width: `${(tied / total) * 100}%`, background: ENTITY_TYPES[type][theme] }} />
              </span>
              <span className="muted">{say(language, 'tiedOf', { tied, total })}</span>
            </li>
          ))}
      </ul>
      <button type="button" data-testid="all-gaps" onClick={() => set({ traced: GAPS })}>
        {say(language, 'allGaps')}
      </button>
    </section>
  )
}

function Offers({ title, items }: { title: string; items: (EntityBrief & { note: string })[] }) {
  const set = useStore((s) => s.set)
  if (items.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="rows">
        {items.map(({ id, name, type, note }) => (
          <li key={id}>
            <button type="button" data-testid="trace-offer" onClick={() => set({ traced: id })}>
              <Dot type={type} /> <span>{name}</span> <span className="muted">{note}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
