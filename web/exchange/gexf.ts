import { MultiDirectedGraph } from 'graphology'
import { write as writeGexf } from 'graphology-gexf/browser'
import type { Subgraph } from '../../model/graph.ts'
import { nameOf, typeOf } from '../scene/scene.ts'
import type { Places } from '../state/picture.ts'
import { attributesOf } from './tables.ts'

/** The picture as Gephi reads it, with places and colours. */
export function gexfOf(
  { nodes, edges }: Subgraph,
  places: Places,
  colours: ReadonlyMap<string, string>,
): string {
  const graph = new MultiDirectedGraph()
  for (const node of nodes)
    graph.addNode(node.id, {
      ...attributesOf(node.properties),
      type: typeOf(node),
      label: nameOf(node),
      ...places.get(node.id),
    })
  for (const { id, from, to, type, properties } of edges)
    if (graph.hasNode(from) && graph.hasNode(to))
      graph.addEdgeWithKey(id, from, to, { ...attributesOf(properties), relation: type })
  return writeGexf(graph, {
    formatNode: (id, { label, x, y, ...attributes }) => ({
      label,
      attributes,
      viz: { ...(colours.has(id) ? { color: colours.get(id)! } : {}), ...(x === undefined ? {} : { x, y }) },
    }),
    formatEdge: (_, attributes) => ({ label: attributes.relation, attributes }),
  })
}
