import { createHash } from 'node:crypto'
import type { GraphEdge, GraphNode, PropertyValue, Subgraph } from '../model/graph.ts'
import type { GraphStore } from './store.ts'

/** Content as one line: sorted keys, empty lists left out (databases keep no type for them), numbers by value. */
function canonical(kind: string[], properties: Record<string, PropertyValue>): string {
  const rows = Object.entries(properties)
    .filter(([key, value]) => key !== 'digest' && !(Array.isArray(value) && value.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([kind, rows])
}

export const contentOfNode = (node: GraphNode): string =>
  canonical([node.id, ...[...node.labels].sort()], node.properties)
export const contentOfEdge = (edge: GraphEdge): string =>
  canonical([edge.id, edge.type, edge.from, edge.to], edge.properties)

/** 16 hex digits: what syncing compares. */
export const digestOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16)

/** SHA-256 over all nodes and edges by id: the same on every store for the same articles. */
export async function digestOfStore(store: GraphStore): Promise<string> {
  const lines: string[] = []
  for await (const node of store.exportNodes()) lines.push(contentOfNode(node))
  for await (const edge of store.exportEdges()) lines.push(contentOfEdge(edge))
  return digestOfLines(lines)
}

/** What `digestOfStore` says once this graph is stored. */
export const digestOfGraph = ({ nodes, edges }: Subgraph): string =>
  digestOfLines([...nodes.map(contentOfNode), ...edges.map(contentOfEdge)])

function digestOfLines(lines: string[]): string {
  const hash = createHash('sha256')
  for (const line of lines.sort()) hash.update(line).update('\n')
  return hash.digest('hex')
}
