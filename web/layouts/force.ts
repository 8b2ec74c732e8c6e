import type Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'

/** A number in [0, 1) that an id always gives. */
function seedOf(id: string): number {
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  return (hash >>> 0) / 2 ** 32
}

/** Places nodes that have no place yet, beside a neighbour that has one, and lets the picture settle. Seeded by ids. */
export function settle(graph: Graph): void {
  let placed = 0
  graph.forEachNode((node, { x }) => {
    if (x !== undefined) placed++
    else if (placed < 0) graph.setNodeAttribute(node, 'x', 0)
  })
  const fresh = graph.filterNodes((_, { x }) => x === undefined)
  if (fresh.length === 0) return
  for (const node of fresh) {
    const [angle, radius] = [seedOf(node) * Math.PI * 2, 4 + seedOf(`${node}r`) * 60]
    const anchor = graph.findNeighbor(node, (_, { x }) => x !== undefined)
    const [cx, cy] = anchor
      ? [graph.getNodeAttribute(anchor, 'x') as number, graph.getNodeAttribute(anchor, 'y') as number]
      : [0, 0]
    const reach = anchor ? 8 + radius / 6 : radius
    graph.mergeNodeAttributes(node, { x: cx + Math.cos(angle) * reach, y: cy + Math.sin(angle) * reach })
  }
  const iterations = fresh.length === graph.order ? 400 : 60
  forceAtlas2.assign(graph, {
    iterations,
    settings: {
      ...forceAtlas2.inferSettings(graph),
      gravity: 0.6,
      scalingRatio: 14,
      linLogMode: true,
      adjustSizes: true,
      edgeWeightInfluence: 0.4,
    },
  })
  noverlap.assign(graph, { maxIterations: 200, settings: { margin: 6, ratio: 1.4, gridSize: 20 } })
}
