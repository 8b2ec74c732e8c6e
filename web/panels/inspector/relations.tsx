import { useQuery } from '@tanstack/react-query'
import type { EntityDetail } from '../../../model/api.ts'
import type { GraphEdge } from '../../../model/graph.ts'
import type { EntityType } from '../../../model/ontology.ts'
import { api } from '../../requests/api.ts'
import { useStore } from '../../state/state.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { periodWord } from '../../words/period-word.ts'
import { type Language, say } from '../../words/words.ts'
import { Dot, Trouble } from '../parts.tsx'
import { Fold } from './fold.tsx'

type Count = EntityDetail['relationCounts'][number]

/** Its relations by type and direction; each opens who stands at the other end, and that opens the sentences. */
export function Relations({ entity }: { entity: EntityDetail }) {
  const language = useStore((s) => s.language)
  if (entity.relationCounts.length === 0) return null
  return (
    <section data-testid="relations">
      <h3>{say(language, 'relations')}</h3>
      <ul className="facts">
        {entity.relationCounts.map((count) => (
          <li key={count.type + count.direction}>
            <RelationGroup id={entity.id} count={count} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RelationGroup({ id, count: { type, direction, count } }: { id: string; count: Count }) {
  const language = useStore((s) => s.language)
  return (
    <Fold
      testid={`relation-${type}-${direction}`}
      kept={`${id} ${type} ${direction}`}
      line={
        <>
          <span>
            {direction === 'out' ? '→' : '←'} {edgeWord(type, '', language)}
          </span>
          <span className="muted">{count}</span>
        </>
      }
    >
      {() => <Others id={id} type={type} direction={direction} />}
    </Fold>
  )
}

function Others({ id, type, direction }: { id: string; type: Count['type']; direction: 'out' | 'in' }) {
  const { language, set } = useStore()
  const others = useQuery({
    queryKey: ['related', id, type, direction],
    queryFn: ({ signal }) => api.related(id, type, direction, signal),
  })
  if (others.isPending) return <p role="status">{say(language, 'loading')}</p>
  if (others.isError) return <Trouble error={others.error} retry={() => void others.refetch()} />
  const { subgraph, remaining } = others.data
  const names = new Map(subgraph.nodes.map((node) => [node.id, node.properties]))
  const edges = subgraph.edges.filter(
    (edge) => edge.type === type && (direction === 'out' ? edge.from : edge.to) === id,
  )
  const choose = ({ id: edge, from, to }: GraphEdge) =>
    set({ chosen: { kind: 'edge', id: edge, from, to, type } })
  return (
    <ul className="others">
      {edges.map((edge) => {
        const other = names.get(direction === 'out' ? edge.to : edge.from)!
        return (
          <li key={edge.id}>
            <button type="button" data-testid="related" onClick={() => choose(edge)}>
              <Dot type={other.type as EntityType} /> {String(other.name)}
              <span className="muted">{backingOf(edge, language)}</span>
            </button>
          </li>
        )
      })}
      {remaining > 0 && <li className="muted">{say(language, 'andMore', { n: remaining })}</li>}
    </ul>
  )
}

/** Since when it is said to be so, where it is said, and in how many articles. */
function backingOf({ properties: { times, articleCount } }: GraphEdge, language: Language): string {
  const said = (times as string[] | undefined) ?? []
  return [
    ...said.slice(0, 1).map((time) => periodWord(time, language)),
    say(language, 'articlesOf', { n: Number(articleCount) }),
  ].join(' · ')
}
