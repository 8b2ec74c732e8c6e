import type { Subgraph } from '../model/graph.ts'
import { contentOfEdge, contentOfNode, digestOf } from './digest.ts'
import type { GraphStore, Inventory } from './store.ts'

interface Change {
  put: number
  removed: number
  unchanged: number
}
export interface SyncReport {
  nodes: Change
  edges: Change
}

/**
 * Makes the store's content equal to this subgraph by writing what differs. A run that was cut off is mended by
 * the next one; a second run writes nothing.
 */
export async function syncGraph(store: GraphStore, subgraph: Subgraph): Promise<SyncReport> {
  const nodes = compare(subgraph.nodes, contentOfNode, await store.inventory('nodes'))
  const edges = compare(subgraph.edges, contentOfEdge, await store.inventory('edges'))
  if (edges.gone.length > 0) await store.removeEdges(edges.gone)
  if (nodes.gone.length > 0) await store.removeNodes(nodes.gone)
  if (nodes.put.length > 0) await store.putNodes(nodes.put)
  if (edges.put.length > 0) await store.putEdges(edges.put)
  return { nodes: reportOf(nodes), edges: reportOf(edges) }
}

interface Difference<T> {
  put: T[]
  gone: string[]
  unchanged: number
}

function compare<T extends { id: string }>(
  wanted: readonly T[],
  contentOf: (item: T) => string,
  there: Inventory,
): Difference<T> {
  const ids = new Set(wanted.map(({ id }) => id))
  const put = wanted.filter((item) => there.get(item.id) !== digestOf(contentOf(item)))
  return { put, gone: [...there.keys()].filter((id) => !ids.has(id)), unchanged: wanted.length - put.length }
}

const reportOf = ({ put, gone, unchanged }: Difference<unknown>): Change => ({
  put: put.length,
  removed: gone.length,
  unchanged,
})
