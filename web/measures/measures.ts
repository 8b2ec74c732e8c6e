/** How much each node matters, by several measures; computed in a worker from columns. */
import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import pagerank from 'graphology-metrics/centrality/pagerank'
import { seeded } from '../../model/seeded.ts'
import { betweennessOf, type Ties } from './betweenness.ts'

export interface MeasureInput extends Ties {
  weight: Float64Array
}

export interface Measures {
  degree: Float64Array
  pagerank: Float64Array
  /** 0…1; estimated from PIVOTS sources where there are more nodes. */
  betweenness: Float64Array
  /** The number of each node's community, 0 the largest. */
  community: Uint32Array
}

export function measuresOf(input: MeasureInput): Measures {
  const { ids, source, target, weight } = input
  const graph = new Graph({ type: 'undirected', multi: false })
  ids.forEach((_, i) => {
    graph.addNode(i)
  })
  source.forEach((a, k) => {
    const b = target[k]!
    if (a === b) return
    if (graph.hasEdge(a, b)) graph.updateEdgeAttribute(a, b, 'weight', (w = 0) => w + weight[k]!)
    else graph.addEdge(a, b, { weight: weight[k]! })
  })
  const degree = Float64Array.from(ids, (_, i) => graph.degree(i))
  const ranks =
    graph.size > 0 ? pagerank(graph, { maxIterations: 200, tolerance: 1e-5, getEdgeWeight: 'weight' }) : {}
  return {
    degree,
    pagerank: Float64Array.from(ids, (_, i) => ranks[i] ?? 0),
    betweenness: betweennessOf(input, seeded()),
    community: bySize(
      graph.size > 0 ? louvain(graph, { rng: seeded(), getEdgeWeight: 'weight' }) : {},
      ids.length,
    ),
  }
}

/** Communities numbered by size, the largest 0. */
function bySize(raw: Record<string, number>, count: number): Uint32Array {
  const sizes = new Map<number, number>()
  const of = (i: number) => raw[i] ?? -1 - i
  for (let i = 0; i < count; i++) sizes.set(of(i), (sizes.get(of(i)) ?? 0) + 1)
  const order = new Map([...sizes].sort((a, b) => b[1] - a[1]).map(([number], rank) => [number, rank]))
  return Uint32Array.from({ length: count }, (_, i) => order.get(of(i))!)
}
