import { useQuery } from '@tanstack/react-query'
import type { EntityBrief } from '../../../model/api.ts'
import { ENTITY_TYPES, type EntityType, SERVES_LEVELS, type ServesLevel } from '../../../model/ontology.ts'
import { cutMiddle } from '../../canvas/names.ts'
import { api } from '../../requests/api.ts'
import { nameOf, typeOf } from '../../scene/scene.ts'
import { useStore } from '../../state/state.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { say } from '../../words/words.ts'
import { Dot, Trouble } from '../parts.tsx'
import { type Neighbour, nearOf, rowsOf } from './near.ts'
import './phone.css'

/** Pixels that a row of neighbours takes, and the entity itself. */
const [ROW, MIDDLE] = [104, 64]
/** Characters of a name that two lines of a third of a phone hold. */
const MOST = 15
const DASHES = { solid: undefined, dashed: '6 4', dotted: '1.5 4' } as const

/** One entity and who stands round it, as a picture: every name leads on, every relation opens its sentences. */
export function Neighbourhood({ entity }: { entity: Pick<EntityBrief, 'id' | 'name' | 'type'> }) {
  const language = useStore((s) => s.language)
  const near = useQuery({
    queryKey: ['near', entity.id],
    queryFn: () => api.neighbours(entity.id, { limit: 40 }),
  })
  if (near.isPending)
    return (
      <p role="status" className="muted">
        {say(language, 'loading')}
      </p>
    )
  if (near.isError) return <Trouble error={near.error} retry={() => void near.refetch()} />
  const { above, below } = nearOf(entity.id, near.data.subgraph)
  if (above.length + below.length === 0) return null
  // the most telling ones stand nearest to the entity
  const [over, under] = [rowsOf(above).reverse(), rowsOf(below)]
  const middle = over.length * ROW + MIDDLE / 2
  const height = (over.length + under.length) * ROW + MIDDLE
  const rowAt = (row: number) => (row < over.length ? row * ROW : row * ROW + MIDDLE)
  const rows = [...over, ...under]
  const left = near.data.subgraph.nodes.length - 1 + near.data.remaining - above.length - below.length
  return (
    <section
      className="neighbourhood"
      aria-label={say(language, 'neighbourhood')}
      data-testid="neighbourhood"
      style={{ height }}
    >
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {rows.flatMap((row, r) =>
          row.map(({ item: { node, edge }, x }) => {
            const side = r < over.length ? -1 : 1
            const y = rowAt(r) + (side < 0 ? 14 : ROW - 50)
            return (
              <path
                key={node.id}
                d={`M${x} ${y} C${x} ${middle + side * 30} 50 ${middle + side * 80} 50 ${middle}`}
                className={edge.type === 'SERVES' ? 'serves' : ''}
                strokeDasharray={dashOf(edge.type, edge.properties.level)}
              />
            )
          }),
        )}
      </svg>
      {rows.map((row, r) => (
        <ul key={row[0]!.item.node.id} style={{ top: rowAt(r), height: ROW }}>
          {row.map(({ item, x }) => (
            <li key={item.node.id} className={r < over.length ? 'over' : 'under'} style={{ left: `${x}%` }}>
              <Stone {...item} />
            </li>
          ))}
        </ul>
      ))}
      <div className="centre" style={{ top: middle - 18 }}>
        <Dot type={entity.type} /> <strong>{cutMiddle(entity.name, 20)}</strong>
      </div>
      {left > 0 && (
        <button type="button" className="left" data-testid="near-more" onClick={toRelations}>
          {say(language, 'remains', { n: left })}
        </button>
      )}
    </section>
  )
}

const toRelations = () => document.querySelector('[data-testid=relations]')?.scrollIntoView()

const dashOf = (type: string, level: unknown): string | undefined =>
  type === 'SERVES' ? DASHES[SERVES_LEVELS[level as ServesLevel]?.line ?? 'solid'] : undefined

function Stone({ node, edge }: Neighbour) {
  const { language, set } = useStore()
  const [name, type] = [nameOf(node), typeOf(node) as EntityType]
  const word = edgeWord(edge.type, edge.properties.level, language)
  return (
    <>
      <button
        type="button"
        className="near"
        title={name}
        aria-label={`${name} · ${ENTITY_TYPES[type][language]}`}
        data-testid="near"
        onClick={() => set({ chosen: { kind: 'node', id: node.id } })}
      >
        <Dot type={type} />
        <span>{cutMiddle(name, MOST)}</span>
      </button>
      <button
        type="button"
        className={edge.type === 'SERVES' ? 'tie serves' : 'tie'}
        aria-label={say(language, 'sentencesOf', { what: `${word} · ${name}` })}
        data-testid="near-tie"
        onClick={() =>
          set({ chosen: { kind: 'edge', id: edge.id, from: edge.from, to: edge.to, type: edge.type } })
        }
      >
        ↓ {word}
      </button>
    </>
  )
}
