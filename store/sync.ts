import type { Subgraph } from '../model/graph.ts'
import { entityShareOf } from '../model/ids.ts'
import { type EdgeType, entityTypes } from '../model/ontology.ts'
import { contentOfEdge, contentOfNode, digestOf } from './digest.ts'
import type { GraphStore } from './store.ts'

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
  const nodes = compare(subgraph.nodes, contentOfNode, await inventoryOf(store, 'nodes'))
  const edges = compare(subgraph.edges, contentOfEdge, await inventoryOf(store, 'edges'))
  if (edges.gone.length > 0) await store.removeEdges(edges.gone)
  if (nodes.gone.length > 0) await store.removeNodes(nodes.gone)
  if (nodes.put.length > 0) await store.putNodes(nodes.put)
  if (edges.put.length > 0) await store.putEdges(edges.put)
  return { nodes: reportOf(nodes), edges: reportOf(edges) }
}

/** Id → digest of all that is there, for what fits in memory. */
export async function inventoryOf(store: GraphStore, kind: 'nodes' | 'edges'): Promise<Map<string, string>> {
  const there = new Map<string, string>()
  for await (const [id, digest] of store.inventory(kind)) there.set(id, digest)
  return there
}

interface Difference<T> {
  put: T[]
  gone: string[]
  unchanged: number
}

function compare<T extends { id: string }>(
  wanted: readonly T[],
  contentOf: (item: T) => string,
  there: ReadonlyMap<string, string>,
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

/** What has been written, kept beside the store: digests of nodes and edges under the owner of their piece of the graph. */
export interface Written {
  /** `n${id}` of nodes and `e${id}` of edges → digest. */
  of(owner: string): Promise<Map<string, string>>
  note(changes: readonly { owner: string; item: string; digest: string | null }[]): Promise<void>
}

/** Nodes and edges that wait before they are written. */
const WAITING = 4_000

/** Writes a graph piece by piece, only what differs; memory holds one piece and what waits. */
export class GraphWriter {
  readonly #store: GraphStore
  readonly #written: Written
  readonly report: SyncReport = {
    nodes: { put: 0, removed: 0, unchanged: 0 },
    edges: { put: 0, removed: 0, unchanged: 0 },
  }
  #nodes: Subgraph['nodes'] = []
  #edges: Subgraph['edges'] = []
  #goneEdges: string[] = []
  #goneNodes: { owner: string; id: string }[] = []
  #notes: { owner: string; item: string; digest: string | null }[] = []

  constructor(store: GraphStore, written: Written) {
    this.#store = store
    this.#written = written
  }

  /** Makes what the owner has in the graph equal to this piece. Nodes that go do so at the end, when nothing leads to them any more. */
  async replace(owner: string, piece: Subgraph): Promise<void> {
    const there = await this.#written.of(owner)
    for (const node of piece.nodes) {
      const digest = digestOf(contentOfNode(node))
      if (!this.#differs(owner, `n${node.id}`, digest, there, this.report.nodes)) continue
      this.#nodes.push(node)
    }
    for (const edge of piece.edges) {
      const digest = digestOf(contentOfEdge(edge))
      if (!this.#differs(owner, `e${edge.id}`, digest, there, this.report.edges)) continue
      this.#edges.push(edge)
    }
    for (const item of there.keys()) {
      if (item.startsWith('n')) this.#goneNodes.push({ owner, id: item.slice(1) })
      else {
        this.#goneEdges.push(item.slice(1))
        this.#notes.push({ owner, item, digest: null })
      }
    }
    if (this.#nodes.length + this.#edges.length + this.#goneEdges.length >= WAITING) await this.flush()
  }

  #differs(owner: string, item: string, digest: string, there: Map<string, string>, count: Change): boolean {
    const old = there.get(item)
    there.delete(item)
    if (old === digest) {
      count.unchanged++
      return false
    }
    count.put++
    this.#notes.push({ owner, item, digest })
    return true
  }

  async flush(): Promise<void> {
    const [nodes, edges, gone, notes] = [this.#nodes, this.#edges, this.#goneEdges, this.#notes]
    this.#nodes = []
    this.#edges = []
    this.#goneEdges = []
    this.#notes = []
    if (gone.length > 0) await this.#store.removeEdges(gone)
    if (nodes.length > 0) await this.#store.putNodes(nodes)
    if (edges.length > 0) await this.#store.putEdges(edges)
    this.report.edges.removed += gone.length
    await this.#written.note(notes)
  }

  /** Writes what waits and takes out the nodes that are gone. */
  async finish(): Promise<SyncReport> {
    await this.flush()
    const gone = this.#goneNodes
    this.#goneNodes = []
    if (gone.length > 0) await this.#store.removeNodes(gone.map(({ id }) => id))
    this.report.nodes.removed += gone.length
    await this.#written.note(gone.map(({ owner, id }) => ({ owner, item: `n${id}`, digest: null })))
    return this.report
  }
}

/** The piece of the graph that a stored node or edge belongs to, as a run names it: its article, its share of an entity type, or itself. */
export function ownerOf(item: string): string {
  const id = item.slice(1)
  if (item.startsWith('n')) {
    const own = /^([0-9a-f]{16})(?=$|:|-fact-|-status-)/.exec(id)
    if (own) return own[1]!
    const type = id.slice(0, id.indexOf('-'))
    return `~${entityTypes.find((known) => known.toLowerCase() === type) ?? type}/${entityShareOf(id)}`
  }
  const [type = '', from = '', to = ''] = id.split(':')
  switch (type as EdgeType) {
    case 'HAS_SENTENCE':
    case 'MENTIONS':
    case 'STATED_IN':
      return from.slice(0, 16)
    case 'HAS_FACT':
    case 'HAS_STATUS':
      return to.slice(0, 16)
    default:
      return `=${id}`
  }
}
