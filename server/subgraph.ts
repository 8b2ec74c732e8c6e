/** The picture in a query's answer: every node and relationship among its values, each once. */
import type { CypherEdge, CypherNode, CypherPath, CypherValue, Subgraph } from '../model/graph.ts'
import { edgeOf, nodeOf } from './reads.ts'

/** A node or relationship that stands in several rows comes once. */
export function subgraphIn(rows: readonly CypherValue[][]): Subgraph {
  const nodes = new Map<string, CypherNode>()
  const edges = new Map<string, CypherEdge>()
  const visit = (value: CypherValue): void => {
    if (value === null || typeof value !== 'object') return
    if (Array.isArray(value)) for (const inner of value) visit(inner)
    else if (isNode(value)) nodes.set(value.id, value)
    else if (isEdge(value)) edges.set(value.id, value)
    else if (isPath(value)) for (const part of [...value.nodes, ...value.edges]) visit(part)
    else for (const inner of Object.values(value)) visit(inner as CypherValue)
  }
  for (const row of rows) for (const value of row) visit(value)
  return { nodes: [...nodes.values()].map(nodeOf), edges: [...edges.values()].map(edgeOf) }
}

/** Ids of the relationships' ends that are not among the nodes. */
export function missingEnds({ nodes, edges }: Subgraph): string[] {
  const there = new Set(nodes.map(({ id }) => id))
  return [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter((id) => !there.has(id))
}

type Bag = Exclude<CypherValue, null | boolean | number | string | CypherValue[]>
// a map of the user's may have a key `kind` too: only the whole shape counts
const isNode = (value: Bag): value is CypherNode =>
  value.kind === 'node' && 'labels' in value && 'properties' in value
const isEdge = (value: Bag): value is CypherEdge =>
  value.kind === 'relationship' && 'type' in value && 'from' in value
const isPath = (value: Bag): value is CypherPath =>
  value.kind === 'path' && Array.isArray(value.nodes) && Array.isArray(value.edges)

/** The values without what is the store's own bookkeeping. */
export function withoutBookkeeping(value: CypherValue): CypherValue {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(withoutBookkeeping)
  if (isNode(value) || isEdge(value)) {
    const { digest: _, record: __, ...properties } = value.properties
    return { ...value, properties }
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutBookkeeping(inner as CypherValue)]),
  )
}
