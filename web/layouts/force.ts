import type Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'

/** A number in [0, 1) that an id always gives. */
function seedOf(id: string): number {
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  return (hash >>> 0) / 2 ** 32
}

/** Where a node begins: the same id always at the same place. */
export function startOf(id: string): { x: number; y: number } {
  const [angle, radius] = [seedOf(id) * Math.PI * 2, 4 + seedOf(`${id}r`) * 60]
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius }
}

/** Brings fresh nodes beside a neighbour that stood before and lets the picture settle. Seeded by ids. */
export function settle(graph: Graph, fresh: ReadonlySet<string>): void {
  if (fresh.size === 0) return
  for (const node of fresh) {
    const anchor = graph.findNeighbor(node, (neighbour) => !fresh.has(neighbour))
    if (!anchor) continue
    const { x, y } = startOf(node)
    const at = graph.getNodeAttributes(anchor)
    graph.mergeNodeAttributes(node, { x: at.x + x / 6, y: at.y + y / 6 })
  }
  const iterations = fresh.size === graph.order ? 400 : 60
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
