/** What both adapters do alike: the verbs of the port that are our own statements, one after the other. */
import type { CypherEdge, CypherNode, CypherValue } from '../model/graph.ts'
import { edgeTypes } from '../model/ontology.ts'
import { readQuery } from './queries.ts'
import { asEdge, asNode, recordsOf } from './rows.ts'
import {
  exportStatements,
  PRIMARY_LABELS,
  putEdgeStatements,
  putNodeStatements,
  removeEdgeStatements,
  removeNodeStatements,
  type Statement,
} from './statements.ts'
import type { GraphStore } from './store.ts'

/** How a database runs statements. */
export interface Runs {
  read(
    query: string,
    parameters?: Record<string, unknown>,
  ): Promise<{ columns: string[]; rows: CypherValue[][] }>
  /** Rows as they come: they need not fit in memory where the database can send them so. */
  rows(query: string): AsyncIterable<CypherValue[]>
  write(statements: Iterable<Statement>): Promise<void>
  /** Nodes or edges that are written at once. */
  batch: number
  /** Rows of an export that are asked for at once. */
  page: number
}

type Verbs =
  | 'read'
  | 'inventory'
  | 'putNodes'
  | 'putEdges'
  | 'removeNodes'
  | 'removeEdges'
  | 'exportNodes'
  | 'exportEdges'

export function byStatements({ read, rows, write, batch, page }: Runs): Pick<GraphStore, Verbs> {
  async function* pages(query: string): AsyncGenerator<CypherValue> {
    for (let skip = 0; ; skip += page) {
      const { rows } = await read(query, { skip, limit: page })
      for (const row of rows) yield row[0]!
      if (rows.length < page) return
    }
  }
  return {
    async read(name, parameters = {}) {
      return recordsOf(await read(readQuery(name), parameters))
    },

    async *inventory(kind) {
      const queries =
        kind === 'nodes'
          ? PRIMARY_LABELS.map(exportStatements.nodeDigests)
          : edgeTypes.map(exportStatements.edgeDigests)
      for (const query of queries)
        for await (const [id, digest] of rows(query)) yield [String(id), String(digest)]
    },

    putNodes: (nodes) => write(putNodeStatements(nodes, batch)),
    putEdges: (edges) => write(putEdgeStatements(edges, batch)),
    removeNodes: (ids) => write(removeNodeStatements(ids, batch)),
    removeEdges: (ids) => write(removeEdgeStatements(ids, batch)),

    async *exportNodes() {
      for (const label of PRIMARY_LABELS)
        for await (const node of pages(exportStatements.nodes(label))) yield asNode(node as CypherNode)
    },
    async *exportEdges() {
      for (const type of edgeTypes)
        for await (const edge of pages(exportStatements.edges(type))) yield asEdge(edge as CypherEdge)
    },
  }
}
