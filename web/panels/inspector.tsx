import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ENTITY_TYPES, STATUSES } from '../../model/ontology.ts'
import { api } from '../api.ts'
import { edgeWord } from '../scene.ts'
import { useStore } from '../state.ts'
import { say } from '../words.ts'
import { Dot, EvidenceList, Trouble } from './parts.tsx'

export function Inspector() {
  const { chosen, language, set } = useStore()
  if (!chosen) return null
  return (
    <aside className="inspector" data-testid="inspector" aria-label={say(language, 'evidence')}>
      <button
        type="button"
        className="close"
        aria-label={say(language, 'close')}
        onClick={() => set({ chosen: null })}
      >
        ×
      </button>
      {chosen.kind === 'node' ? (
        <EntityPage key={chosen.id} id={chosen.id} />
      ) : (
        <EdgePage key={chosen.id} from={chosen.from} to={chosen.to} type={chosen.type} />
      )}
    </aside>
  )
}

function EntityPage({ id }: { id: string }) {
  const { language, set, merge, hide } = useStore()
  const [limit, setLimit] = useState(8)
  const entity = useQuery({ queryKey: ['entity', id], queryFn: () => api.entity(id) })
  const evidence = useQuery({
    queryKey: ['evidence', id, limit],
    queryFn: () => api.evidence(id, { limit }),
    placeholderData: (old) => old,
  })
  if (entity.isPending) return <p role="status">{say(language, 'loading')}</p>
  if (entity.isError) return <Trouble error={entity.error} retry={() => void entity.refetch()} />
  const { name, type, aliases, articleCount, mentionCount, facts, statuses, relationCounts } = entity.data
  const others = aliases.filter((alias) => alias !== name)
  return (
    <>
      <div className="kind">
        <Dot type={type} /> {ENTITY_TYPES[type][language]}
      </div>
      <h2>{name}</h2>
      <p className="muted">
        {articleCount} {say(language, 'articles')} · {mentionCount} {say(language, 'mentions')}
      </p>
      {others.length > 0 && (
        <p className="muted">
          {say(language, 'aliases')}: {others.join('、')}
        </p>
      )}
      <div className="actions">
        <button
          type="button"
          className="primary"
          data-testid="trace-this"
          onClick={() => set({ view: 'trace', traced: id })}
        >
          {say(language, 'traceThis')}
        </button>
        <button
          type="button"
          onClick={() =>
            void api.neighbours(id).then(({ subgraph }) => {
              merge(subgraph)
              set({ view: 'explore' })
            })
          }
        >
          {say(language, 'expand')}
        </button>
        <button type="button" onClick={() => hide(id)}>
          {say(language, 'hide')}
        </button>
      </div>
      {statuses.length > 0 && (
        <>
          <h3>{say(language, 'statuses')}</h3>
          <table>
            <tbody>
              {statuses.map((s) => (
                <tr key={s.id}>
                  <td>{STATUSES[s.status][language]}</td>
                  <td className="muted">{s.date || s.evidence.article.date}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {facts.length > 0 && (
        <>
          <h3>{say(language, 'facts')}</h3>
          <table>
            <tbody>
              {facts.map((f) => (
                <tr key={f.id} title={f.evidence.text}>
                  <td>{f.metric}</td>
                  <td>
                    {f.value}
                    {f.unit}
                  </td>
                  <td className="muted">{f.period}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {relationCounts.length > 0 && (
        <>
          <h3>{say(language, 'relations')}</h3>
          <table>
            <tbody>
              {relationCounts.map((r) => (
                <tr key={r.type + r.direction}>
                  <td>
                    {r.direction === 'out' ? '→' : '←'} {edgeWord(r.type, '', language)}
                  </td>
                  <td>{r.count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <h3>{say(language, 'evidence')}</h3>
      {evidence.isError && <Trouble error={evidence.error} />}
      {evidence.data && <EvidenceList evidence={evidence.data.evidence} />}
      {evidence.data && evidence.data.total > evidence.data.evidence.length && (
        <button type="button" onClick={() => setLimit(limit + 20)}>
          {say(language, 'more')}
        </button>
      )}
    </>
  )
}

function EdgePage({ from, to, type }: { from: string; to: string; type: string }) {
  const { language, set } = useStore()
  const [a, b] = [
    useQuery({ queryKey: ['entity', from], queryFn: () => api.entity(from) }),
    useQuery({ queryKey: ['entity', to], queryFn: () => api.entity(to) }),
  ]
  const evidence = useQuery({
    queryKey: ['edge', from, to, type],
    queryFn: () => api.evidence(from, { with: to, type, limit: 50 }),
  })
  if (evidence.isPending || a.isPending || b.isPending) return <p role="status">{say(language, 'loading')}</p>
  if (evidence.isError || !a.data || !b.data)
    return <Trouble error={evidence.error} retry={() => void evidence.refetch()} />
  return (
    <>
      <div className="kind">{edgeWord(type, evidence.data.evidence[0]?.level, language)}</div>
      {[a.data, b.data].map((end, i) => (
        <button
          type="button"
          key={end.id}
          className="stone"
          style={{ marginTop: 8 }}
          onClick={() => set({ chosen: { kind: 'node', id: end.id } })}
        >
          {i === 1 && '→ '}
          <Dot type={end.type} /> {end.name}
        </button>
      ))}
      <h3>
        {say(language, 'evidence')} · {say(language, 'found', { n: evidence.data.total })}
      </h3>
      <EvidenceList evidence={evidence.data.evidence} />
    </>
  )
}
