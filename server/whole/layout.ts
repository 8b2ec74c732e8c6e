/** Places for a whole graph: communities beside each other, in each the best-connected in the middle. Pure and seeded. */
import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'
import { pushTo } from '../../model/groups.ts'
import { seeded } from '../../model/seeded.ts'

export interface LayoutColumns {
  count: number
  from: Uint32Array
  to: Uint32Array
}

/** Pixels of the layout that a node has on average. */
const ROOM = 26
/** Up to this many nodes ForceAtlas2 is run on all of them; beyond, on their communities. */
const MOST_FORCE = 3_000

/** @returns pixels */
export function wholeLayout(columns: LayoutColumns): { x: Float32Array; y: Float32Array } {
  const graph = new Graph({ type: 'undirected', multi: false })
  for (let i = 0; i < columns.count; i++) graph.addNode(i)
  for (let e = 0; e < columns.from.length; e++) {
    const [a, b] = [columns.from[e]!, columns.to[e]!]
    if (a !== b && !graph.hasEdge(a, b)) graph.addEdge(a, b)
  }
  const [x, y] = [new Float32Array(columns.count), new Float32Array(columns.count)]
  if (columns.count === 0) return { x, y }
  const communities = communitiesOf(graph)
  const centres = centresOf(graph, communities)
  communities.members.forEach((members, c) => {
    // a sunflower: the best-connected in the middle, everyone the same room
    members.forEach((node, k) => {
      const [radius, angle] = [ROOM * Math.sqrt(k) * 0.62, k * Math.PI * (3 - Math.sqrt(5))]
      x[node] = centres[c]!.x + Math.cos(angle) * radius
      y[node] = centres[c]!.y + Math.sin(angle) * radius
    })
  })
  if (columns.count <= MOST_FORCE) settle(graph, x, y)
  return { x, y }
}

interface Communities {
  of: Uint32Array
  /** Nodes of each, the best-connected first; the largest community first. */
  members: number[][]
}

function communitiesOf(graph: Graph): Communities {
  const raw = graph.size > 0 ? louvain(graph, { rng: seeded() }) : {}
  const groups = new Map<number, number[]>()
  // what nothing ties is one community at the margin, not thousands
  const of = (node: string) => (graph.degree(node) === 0 ? -1 : (raw[node] ?? -1))
  graph.forEachNode((node) => {
    const c = of(node)
    pushTo(groups, c, Number(node))
  })
  const members = [...groups.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!)
  const place = new Uint32Array(graph.order)
  members.forEach((list, c) => {
    list.sort((a, b) => graph.degree(b) - graph.degree(a) || a - b)
    for (const node of list) place[node] = c
  })
  return { of: place, members }
}

/** The middle of every community: ForceAtlas2 on the graph of communities, which then push each other off. */
function centresOf(graph: Graph, { of, members }: Communities): { x: number; y: number }[] {
  const coarse = new Graph({ type: 'undirected', multi: false })
  const random = seeded(7)
  const radii = members.map((list) => ROOM * 0.62 * Math.sqrt(list.length) + ROOM)
  const span = Math.sqrt(radii.reduce((sum, r) => sum + r * r, 0)) * 1.2
  members.forEach((_, c) => {
    coarse.addNode(c, { x: (random() - 0.5) * span, y: (random() - 0.5) * span, size: radii[c]! })
  })
  graph.forEachEdge((_, __, a, b) => {
    const [ca, cb] = [of[Number(a)]!, of[Number(b)]!]
    if (ca === cb) return
    if (coarse.hasEdge(ca, cb)) coarse.updateEdgeAttribute(ca, cb, 'weight', (w = 1) => w + 1)
    else coarse.addEdge(ca, cb, { weight: 1 })
  })
  if (coarse.order > 2)
    forceAtlas2.assign(coarse, {
      iterations: coarse.order > 2_000 ? 60 : 250,
      getEdgeWeight: 'weight',
      settings: {
        barnesHutOptimize: coarse.order > 500,
        gravity: 1,
        scalingRatio: 8,
        slowDown: 6,
        edgeWeightInfluence: 0.35,
      },
    })
  const centres = members.map((_, c) => ({
    x: coarse.getNodeAttribute(c, 'x') as number,
    y: coarse.getNodeAttribute(c, 'y') as number,
  }))
  spread(centres, radii, span)
  return centres
}

/** Scales the middles to the room there is and pushes circles apart until none lies over another. */
function spread(centres: { x: number; y: number }[], radii: readonly number[], span: number): void {
  const reach = Math.max(...centres.map(({ x, y }) => Math.hypot(x, y)), 1e-6)
  for (const centre of centres) {
    centre.x *= span / reach
    centre.y *= span / reach
  }
  // small ones give way to large ones: only as many rounds as matter
  for (let round = 0; round < 60; round++) {
    let moved = false
    for (let i = 0; i < centres.length; i++)
      for (let j = i + 1; j < centres.length; j++) {
        const [a, b] = [centres[i]!, centres[j]!]
        const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01]
        const wanted = radii[i]! + radii[j]!
        if (Math.abs(dx) > wanted || Math.abs(dy) > wanted) continue
        const apart = Math.hypot(dx, dy)
        if (apart >= wanted) continue
        const push = (wanted - apart) / apart
        const share = radii[j]! ** 2 / (radii[i]! ** 2 + radii[j]! ** 2)
        a.x -= dx * push * share
        a.y -= dy * push * share
        b.x += dx * push * (1 - share)
        b.y += dy * push * (1 - share)
        moved = true
      }
    if (!moved || centres.length > 4_000) return
  }
}

/** Lets a graph that is not too large take the shape that its edges give it. */
function settle(graph: Graph, x: Float32Array, y: Float32Array): void {
  graph.updateEachNodeAttributes((node, attributes) => ({
    ...attributes,
    x: x[Number(node)],
    y: y[Number(node)],
  }))
  forceAtlas2.assign(graph, {
    iterations: 120,
    settings: { barnesHutOptimize: graph.order > 800, gravity: 0.4, scalingRatio: 30, slowDown: 8 },
  })
  const spots = graph.mapNodes((_, at) => [Number(at.x), Number(at.y)] as const)
  const reach = Math.max(...spots.map(([px, py]) => Math.hypot(px, py)), 1e-6)
  const scale = (ROOM * Math.sqrt(graph.order)) / reach
  graph.updateEachNodeAttributes((_, at) => ({ ...at, x: at.x * scale, y: at.y * scale, size: 7 }))
  noverlap.assign(graph, { maxIterations: 80, settings: { margin: 4, ratio: 1, gridSize: 40 } })
  graph.forEachNode((node, at) => {
    x[Number(node)] = at.x
    y[Number(node)] = at.y
  })
}
