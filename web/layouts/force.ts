import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { joinIn } from './join.ts'
import { componentsOf, type Layout, type LayoutInput, neighboursOf, seedOf } from './layout.ts'
import { MOST, relax } from './stress.ts'
import { separate } from './untangle.ts'

/** Pixels that a line between two nodes has on average. */
const LINE = 82
const GAP = 46

/** ForceAtlas2 on each connected part until it rests, beside each other, the largest in the middle; parts that stand are joined. */
export const force: Layout = (input) => {
  const [x, y] = [input.x.slice(), input.y.slice()]
  const parts = componentsOf(input)
  const stands = (members: readonly number[]) => members.some((i) => input.fixed[i])
  const standing = parts.filter(stands)
  if (standing.length > 0) joinIn(input, x, y, LINE)
  const anew = parts.filter((members) => !stands(members))
  if (anew.length > 0) arrangeAnew(input, anew, standing, x, y)
  separate(input, x, y)
  return { x, y, guides: [] }
}

function arrangeAnew(
  input: LayoutInput,
  parts: readonly number[][],
  standing: readonly number[][],
  x: Float64Array,
  y: Float64Array,
): void {
  const near = neighboursOf(input)
  for (const members of parts) {
    spread(input, members, x, y)
    if (members.length > 2) {
      scale(input, members, x, y)
      if (members.length <= MOST) even(near, input, members, x, y)
      lieDown(members, x, y)
    }
    const only = {
      ids: members.map((i) => input.ids[i]!),
      sizes: pick(input.sizes, members),
      fixed: new Uint8Array(members.length),
    }
    const [px, py] = [pick(x, members), pick(y, members)]
    separate(only, px, py)
    members.forEach((i, k) => {
      x[i] = px[k]!
      y[i] = py[k]!
    })
  }
  pack(input, parts, standing, x, y)
}

const pick = (column: Float64Array, members: readonly number[]): Float64Array =>
  Float64Array.from(members, (i) => column[i]!)

/** ForceAtlas2 on these nodes from places that their ids give. */
function spread(input: LayoutInput, members: readonly number[], x: Float64Array, y: Float64Array): void {
  for (const i of members) {
    const id = input.ids[i]!
    const [angle, radius] = [seedOf(id) * Math.PI * 2, 20 + seedOf(`${id}r`) * 30 * Math.sqrt(members.length)]
    x[i] = members.length === 1 ? 0 : Math.cos(angle) * radius
    y[i] = members.length === 1 ? 0 : Math.sin(angle) * radius
  }
  if (members.length < 3) {
    if (members.length === 2) {
      ;[x[members[0]!], y[members[0]!], x[members[1]!], y[members[1]!]] = [0, 0, LINE, 0]
    }
    return
  }
  run(input, members, x, y)
}

function run(input: LayoutInput, members: readonly number[], x: Float64Array, y: Float64Array): void {
  const graph = new Graph({ type: 'undirected', multi: false })
  const inside = new Set(members)
  for (const i of members) graph.addNode(i, { x: x[i]!, y: y[i]!, size: input.sizes[i]! + 8 })
  input.source.forEach((a, k) => {
    const b = input.target[k]!
    if (a === b || !inside.has(a) || !inside.has(b)) return
    if (graph.hasEdge(a, b)) graph.updateEdgeAttribute(a, b, 'weight', (w = 1) => w + input.weight[k]! / 2)
    else graph.addEdge(a, b, { weight: input.weight[k]! })
  })
  const large = members.length > 1_500
  forceAtlas2.assign(graph, {
    iterations: large ? 120 : members.length > 400 ? 300 : 900,
    getEdgeWeight: 'weight',
    settings: {
      barnesHutOptimize: large,
      gravity: 0.9,
      scalingRatio: 60,
      slowDown: 4 + Math.log(members.length),
      edgeWeightInfluence: 0.5,
      outboundAttractionDistribution: false,
      adjustSizes: false,
    },
  })
  graph.forEachNode((key, at) => {
    x[Number(key)] = at.x
    y[Number(key)] = at.y
  })
}

/** Turns a part so that its longer side lies along the wider side of the stage. */
function lieDown(members: readonly number[], x: Float64Array, y: Float64Array): void {
  const mean = (column: Float64Array) => members.reduce((sum, i) => sum + column[i]!, 0) / members.length
  const [mx, my] = [mean(x), mean(y)]
  let [xx, yy, xy] = [0, 0, 0]
  for (const i of members) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my]
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (const i of members) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my]
    x[i] = dx * cos - dy * sin
    y[i] = dx * sin + dy * cos
  }
}

/** Brings the mean line of a part to LINE pixels. */
function scale(input: LayoutInput, members: readonly number[], x: Float64Array, y: Float64Array): void {
  const inside = new Set(members)
  let [sum, count] = [0, 0]
  input.source.forEach((a, k) => {
    const b = input.target[k]!
    if (!inside.has(a) || !inside.has(b)) return
    sum += Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!)
    count++
  })
  const factor = LINE / Math.max(sum / Math.max(1, count), 1e-6)
  for (const i of members) {
    x[i]! *= factor
    y[i]! *= factor
  }
}

/** Evens a part out: ForceAtlas2 packs leaves tight and leaves long bridges. */
function even(
  near: readonly number[][],
  input: LayoutInput,
  members: readonly number[],
  x: Float64Array,
  y: Float64Array,
): void {
  const local = new Map(members.map((i, k) => [i, k]))
  const [px, py] = [pick(x, members), pick(y, members)]
  relax(
    members.map((i) => near[i]!.map((j) => local.get(j)!)),
    LINE,
    pick(input.sizes, members),
    px,
    py,
  )
  members.forEach((i, k) => {
    x[i] = px[k]!
    y[i] = py[k]!
  })
}

interface Box {
  left: number
  right: number
  bottom: number
  top: number
}
const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top

/** Stands parts beside each other and what stands, the largest in the middle, the rest as near to it as they fit. */
function pack(
  input: LayoutInput,
  parts: readonly number[][],
  standing: readonly number[][],
  x: Float64Array,
  y: Float64Array,
): void {
  const boxOf = (members: readonly number[]): Box => {
    const pad = (i: number) => input.sizes[i]! + GAP / 2
    const low = (column: Float64Array) => Math.min(...members.map((i) => column[i]! - pad(i)))
    const high = (column: Float64Array) => Math.max(...members.map((i) => column[i]! + pad(i)))
    // names stand to the right of nodes
    return { left: low(x), right: high(x) + 60, bottom: low(y), top: high(y) }
  }
  const placed = standing.map(boxOf)
  for (const members of parts) {
    const { left, right, bottom, top } = boxOf(members)
    const [width, height] = [right - left, top - bottom]
    const spot = roomFor(width, height, placed, input.aspect)
    placed.push({ left: spot.x, right: spot.x + width, bottom: spot.y, top: spot.y + height })
    for (const i of members) {
      x[i]! += spot.x - left
      y[i]! += spot.y - bottom
    }
  }
}

/** Of the free places round the middle the one that keeps all of it nearest to the shape of the stage. */
function roomFor(
  width: number,
  height: number,
  placed: readonly Box[],
  aspect: number,
): { x: number; y: number } {
  const all = boundsOf(placed)
  let best: { x: number; y: number; cost: number } | null = null
  // where one ring has room, a place a little further out may still keep the whole more even
  let until = Number.POSITIVE_INFINITY
  for (let ring = 0; ring <= until; ring++) {
    const steps = Math.max(1, ring * 8)
    for (let k = 0; k < steps; k++) {
      const angle = (k / steps) * Math.PI * 2
      const x = Math.cos(angle) * ring * 16 * aspect - width / 2
      const y = Math.sin(angle) * ring * 16 - height / 2
      const box = { left: x, right: x + width, bottom: y, top: y + height }
      if (placed.some((other) => meet(other, box))) continue
      const { left, right, bottom, top } = boundsOf(all ? [all, box] : [box])!
      const cost = Math.max((right - left) / aspect, top - bottom) + ring
      if (best === null || cost < best.cost - 1e-6) best = { x, y, cost }
    }
    if (best !== null && until === Number.POSITIVE_INFINITY) until = ring * 1.5 + 2
  }
  return best!
}

function boundsOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  return {
    left: Math.min(...boxes.map((b) => b.left)),
    right: Math.max(...boxes.map((b) => b.right)),
    bottom: Math.min(...boxes.map((b) => b.bottom)),
    top: Math.max(...boxes.map((b) => b.top)),
  }
}
