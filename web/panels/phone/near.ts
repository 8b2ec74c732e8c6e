/** Who stands round an entity in a picture small enough for a phone: what flows to it above, what it flows to below. Pure. */
import type { GraphEdge, GraphNode, Subgraph } from '../../../model/graph.ts'
import { SERVES_LEVELS, type ServesLevel } from '../../../model/ontology.ts'

export interface Neighbour {
  node: GraphNode
  /** The most telling relation with it. */
  edge: GraphEdge
}
export interface Near {
  /** Relations end at the entity. */
  above: Neighbour[]
  /** Relations start at it. */
  below: Neighbour[]
}

/** A row of three, and behind it two in its gaps. */
const [ROW, SIDE] = [3, 5]

/** How much a relation tells: a stated service the most. */
const weightOf = ({ type, properties }: GraphEdge): number =>
  (type === 'SERVES' ? 2 + 2 * (SERVES_LEVELS[properties.level as ServesLevel]?.weight ?? 0.5) : 1) *
  Math.sqrt(Number(properties.articleCount ?? 1))

/** @param subgraph the entity with neighbours and the relations among them */
export function nearOf(id: string, { nodes, edges }: Subgraph): Near {
  const own = edges
    .filter(({ from, to }) => (from === id) !== (to === id))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const seen = new Set<string>()
  const [above, below]: [Neighbour[], Neighbour[]] = [[], []]
  for (const edge of own) {
    const node = byId.get(edge.from === id ? edge.to : edge.from)
    if (!node || seen.has(node.id)) continue
    seen.add(node.id)
    ;(edge.to === id ? above : below).push({ node, edge })
  }
  return { above: above.slice(0, SIDE), below: below.slice(0, SIDE) }
}

export interface Placed<T> {
  item: T
  /** Percent of the width. */
  x: number
}

/** Rows from the nearest on: three beside each other, the rest in the gaps behind them, so that their lines run free. */
export function rowsOf<T>(items: readonly T[]): Placed<T>[][] {
  const third = 100 / 3
  const near = items
    .slice(0, ROW)
    .map((item, i, row) => ({ item, x: 50 + (i - (row.length - 1) / 2) * third }))
  const far = items.slice(ROW, SIDE).map((item, i) => ({ item, x: third * (i + 1) }))
  return [near, far].filter((row) => row.length > 0)
}
