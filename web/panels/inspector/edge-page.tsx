import { useQueries, useQuery } from '@tanstack/react-query'
import { ArrowDown } from 'lucide-react'
import type { StatedRelation } from '../../../model/api.ts'
import { SERVES, SERVES_LEVELS } from '../../../model/ontology.ts'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { periodWord } from '../../words/period-word.ts'
import { type Language, say } from '../../words/words.ts'
import { PagedEvidence } from '../evidence/paged.tsx'
import { Dot, Trouble } from '../parts.tsx'

export function EdgePage({ from, to, type }: { from: string; to: string; type: string }) {
  const { language, set } = useStore()
  const ends = useQueries({
    queries: [from, to].map((id) => ({ queryKey: ['entity', id], queryFn: () => api.entity(id) })),
  })
  const stated = useQuery({
    queryKey: ['stated', from, to, type],
    queryFn: ({ signal }) => api.evidence(from, { with: to, type, limit: 1 }, signal),
  })
  const [a, b] = ends
  const failed = [...ends, stated].find((query) => query.isError)
  if (failed) return <Trouble error={failed.error} retry={() => void failed.refetch()} />
  if (!a?.data || !b?.data || !stated.data) return <p role="status">{say(language, 'loading')}</p>
  const relation = stated.data.relations[0]
  const [head, tail] = relation && relation.from === to ? [b.data, a.data] : [a.data, b.data]
  return (
    <>
      <h2 className="edge-title">{edgeWord(type, '', language)}</h2>
      <div className="edge-ends">
        {[head, tail].map((end, i) => (
          <div key={end.id}>
            {i === 1 && (
              <span className="edge-arrow muted">
                <ArrowDown size={14} aria-hidden="true" />
                {type === 'SERVES' ? SERVES[language] : edgeWord(type, '', language)}
              </span>
            )}
            <button
              type="button"
              className="stone"
              onClick={() => set({ chosen: { kind: 'node', id: end.id } })}
            >
              <Dot type={end.type} /> {end.name}
            </button>
          </div>
        ))}
      </div>
      {relation && <p className="muted">{traitsOf(relation, language).join(' · ')}</p>}
      <PagedEvidence entity={from} other={to} type={type} />
    </>
  )
}

/** What the graph says of the relation beside its sentences. */
function traitsOf(relation: StatedRelation, language: Language): string[] {
  const { level, modality, articleCount, confidence, roles, times } = relation
  return [
    ...(level ? [SERVES_LEVELS[level][language]] : []),
    ...(modality === 'asserted' ? [] : [say(language, modality)]),
    ...roles,
    ...times.map((time) => periodWord(time, language)),
    say(language, 'articlesOf', { n: articleCount }),
    say(language, 'confidence', { n: confidence.toFixed(2) }),
  ]
}
