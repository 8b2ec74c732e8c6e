/** All of a graph, page by page: the same on every store. */
import type { CypherEdge, CypherNode, CypherValue, GraphEdge, GraphNode } from '../model/graph.ts'
import { edgeTypes } from '../model/ontology.ts'
import { asEdge, asNode } from './rows.ts'
import { exportStatements, PRIMARY_LABELS } from './statements.ts'
import type { GraphStore } from './store.ts'

type Read = (query: string, parameters: Record<string, unknown>) => Promise<{ rows: CypherValue[][] }>

/** @param page rows that are asked for at once */
export function exportsOf(read: Read, page: number): Pick<GraphStore, 'exportNodes' | 'exportEdges'> {
  async function* pages(query: string): AsyncGenerator<CypherValue> {
    for (let skip = 0; ; skip += page) {
      const { rows } = await read(query, { skip, limit: page })
      for (const row of rows) yield row[0]!
      if (rows.length < page) return
    }
  }
  return {
    async *exportNodes(): AsyncGenerator<GraphNode> {
      for (const label of PRIMARY_LABELS)
        for await (const n of pages(exportStatements.nodes(label))) yield asNode(n as CypherNode)
    },
    async *exportEdges(): AsyncGenerator<GraphEdge> {
      for (const type of edgeTypes)
        for await (const r of pages(exportStatements.edges(type))) yield asEdge(r as CypherEdge)
    },
  }
}
