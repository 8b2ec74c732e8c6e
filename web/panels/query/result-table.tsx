import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { CypherResponse } from '../../../model/api.ts'
import type { CypherEdge, CypherNode, CypherValue } from '../../../model/graph.ts'
import { type EntityType, entityEdgeTypes, entityTypes } from '../../../model/ontology.ts'
import { useStore } from '../../state/state.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { keyWord } from '../../words/key-word.ts'
import { Dot } from '../parts.tsx'
import { textOf } from './values.ts'

const ROW = 34

/** Rows as they are looked at: of ten thousand only those in sight are made. */
export function ResultTable({ answer: { columns, rows } }: { answer: CypherResponse }) {
  const holder = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => holder.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div className="result" ref={holder} tabIndex={0} data-testid="result">
      <table data-testid="table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Space height={above} columns={columns.length} />}
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2} ref={virtual.measureElement} data-index={index}>
              {rows[index]!.map((value, i) => (
                <td key={columns[i]}>
                  <Value value={value} />
                </td>
              ))}
            </tr>
          ))}
          {below > 0 && <Space height={below} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  )
}

/** Room for the rows that are out of sight. */
const Space = ({ height, columns }: { height: number; columns: number }) => (
  <tr>
    <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
  </tr>
)

/** An entity or a relation of two opens in the inspector; all else is text. */
function Value({ value }: { value: CypherValue }) {
  const { language, set } = useStore()
  const edge = relationOf(value)
  if (edge)
    return (
      <button
        type="button"
        className="quiet value"
        title={edge.type}
        onClick={() =>
          set({ chosen: { kind: 'edge', id: edge.id, from: edge.from, to: edge.to, type: edge.type } })
        }
      >
        {edgeWord(edge.type, edge.properties.level, language)}
      </button>
    )
  const type = entityTypeOf(value)
  const word = typeof value === 'string' ? keyWord(value, language) : undefined
  // what the graph calls it is what a query asks for
  if (word) return <span title={value as string}>{word}</span>
  if (!type) return textOf(value)
  return (
    <button
      type="button"
      className="quiet value"
      onClick={() => set({ chosen: { kind: 'node', id: (value as CypherNode).id } })}
    >
      <Dot type={type} /> {textOf(value)}
    </button>
  )
}

/** An edge between two entities: what has sentences to show. */
function relationOf(value: CypherValue): CypherEdge | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  if (value.kind !== 'relationship' || !('type' in value)) return undefined
  const edge = value as CypherEdge
  return entityEdgeTypes.some((type) => type === edge.type) ? edge : undefined
}

function entityTypeOf(value: CypherValue): EntityType | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  if (value.kind !== 'node' || !('labels' in value)) return undefined
  const { labels } = value as CypherNode
  return labels.includes('Entity') ? entityTypes.find((type) => labels.includes(type)) : undefined
}
