/** The port: what every graph database behind Quanmai can do. Two adapters: embedded.ts and neo4j.ts. */
import type { CypherValue, GraphEdge, GraphNode } from '../model/graph.ts'

export interface QueryResult {
  columns: string[]
  rows: CypherValue[][]
  /** The database's remarks: unknown labels, deprecated words. */
  notifications: string[]
  /** Whether rows were left out because of `limit`. */
  truncated: boolean
}

export interface ReadOptions {
  /** Rows at most. */
  limit?: number
  /** Milliseconds; 30,000 unless told. Past it the query is stopped: KnownError 'query-timeout' (408). */
  timeout?: number
  /** Aborting stops the query: KnownError 'query-cancelled' (499). */
  signal?: AbortSignal
}

/** Id of a node or an edge that is there, and a digest of its labels and properties: what syncing compares. */
export type Stock = readonly [id: string, digest: string]

export interface GraphStore {
  readonly kind: 'embedded' | 'neo4j'

  /** Creates constraints and indexes of cypher/schema.cypher; does nothing where they stand. */
  prepare(): Promise<void>

  /**
   * Keeps other programs from writing, from what is read before to what is written after; prepare() goes before.
   * @returns what lets go of it; so does the program's end @throws KnownError 'store-in-use' where another one writes, 'store-read-only'
   */
  hold(): Promise<() => Promise<void>>

  /**
   * Runs a query of ours: cypher/read/NAME.cypher with these parameters.
   * Whole JS numbers of parameters whose name the file's header types `integer` go as integers.
   * Rows are objects by column name.
   */
  read(name: string, parameters?: Record<string, CypherValue>): Promise<Record<string, CypherValue>[]>

  /**
   * Runs a query that a user wrote, read-only whatever it says.
   * @throws KnownError 'cypher-writes' (403), 'cypher-forbidden' (403), 'cypher-syntax' (400, with position),
   * 'query-timeout', 'query-cancelled', 'query-too-large' (memory)
   */
  ask(query: string, parameters?: Record<string, CypherValue>, options?: ReadOptions): Promise<QueryResult>

  /** All nodes, or all edges, one after the other, label by label or type by type: they need not fit in memory. */
  inventory(kind: 'nodes' | 'edges'): AsyncIterable<Stock>

  /** Merges by id: labels and properties become exactly these. Batches are committed one by one; a batch is whole or not at all. */
  putNodes(nodes: readonly GraphNode[]): Promise<void>
  putEdges(edges: readonly GraphEdge[]): Promise<void>

  /** Removes by id; nodes take their edges with them; unknown ids are passed over. */
  removeNodes(ids: readonly string[]): Promise<void>
  removeEdges(ids: readonly string[]): Promise<void>

  /** Everything, for digest and export: nodes by id, then edges by id. */
  exportNodes(): AsyncIterable<GraphNode>
  exportEdges(): AsyncIterable<GraphEdge>

  /** @throws nothing that matters: safe to call twice. */
  close(): Promise<void>
}
