import type { Subgraph } from '../../model/graph.ts'

/** The graph with first dates that are less exact, and a sentence (the second of a2) that speaks of a time. */
export function timed(graph: Subgraph): Subgraph {
  graph.nodes.find(({ id }) => id === 'a2:1')!.properties.time = '2022-01/2022-06'
  const first: Record<string, string> = { e4: '2023', e5: '2023-08-12', e6: '2023-05-01' }
  for (const node of graph.nodes) if (first[node.id]) node.properties.firstDate = first[node.id]!
  return graph
}
