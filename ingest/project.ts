import type { Annotated, CorpusLinks } from '../model/article.ts'
import type { GraphEdge, GraphNode, Subgraph } from '../model/graph.ts'
import { graphOfArticle } from './project/article.ts'
import { countedOf, namingsOf, nodeOfEntity } from './project/entities.ts'
import { edgeOfStatement, type Statement, statementsOf } from './project/statements.ts'

/**
 * The graph that these articles state. Every count is derived from evidence; the order of the articles changes
 * nothing. A run does the same piece by piece (settle.ts); here it stands in one page, for what fits in memory.
 */
export function project(articles: readonly Annotated[], links: CorpusLinks): Subgraph {
  const nodes = new Map<string, GraphNode>()
  const edges = new Map<string, GraphEdge>()
  const stated = new Map<string, Statement>()
  articles.forEach((article, i) => {
    const ids = links.entityIds[i]!
    const own = graphOfArticle(article, ids)
    for (const node of own.nodes) nodes.set(node.id, node)
    for (const edge of own.edges) edges.set(edge.id, edge)
    for (const [key, statement] of statementsOf(article, ids)) {
      const known = stated.get(key)
      if (known) known.rows.push(...statement.rows)
      else stated.set(key, statement)
    }
  })
  const namings = namingsOf(articles.map(countedOf), links.entityIds)
  for (const entity of links.entities) {
    const own = namings.get(entity.id)
    if (own) nodes.set(entity.id, nodeOfEntity(entity, own))
  }
  for (const [key, statement] of stated) edges.set(key, edgeOfStatement(statement))
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return { nodes: [...nodes.values()].sort(byId), edges: [...edges.values()].sort(byId) }
}
