import type { CypherEdge, CypherNode, CypherValue, GraphEdge, GraphNode } from '../model/graph.ts'
import { edgeWithout, nodeWithout } from '../model/stored.ts'

/** Rows as objects by column. */
export const recordsOf = ({
  columns,
  rows,
}: {
  columns: string[]
  rows: CypherValue[][]
}): Record<string, CypherValue>[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]!])))

/** What the store adds to what was put. */
const ADDED = new Set(['id', 'digest'])

/** A stored node as it was put. */
export const asNode = (node: CypherNode): GraphNode => nodeWithout(node, ADDED)
export const asEdge = (edge: CypherEdge): GraphEdge => edgeWithout(edge, ADDED)
