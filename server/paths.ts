/** The most telling short paths between entities: Yen's k shortest paths over Dijkstra, on the graph in memory. */
import type { EntityEdgeType, EntityType } from '../model/ontology.ts'
import type { Whole } from './whole/whole.ts'

export interface PathFilters {
  /** Types that a path may go through; all unless told. Its ends may be of any. */
  types: readonly EntityType[]
  relations: readonly EntityEdgeType[]
  /** Relations stated by an article of this time, ISO 8601 dates; '' for no bound. */
  since: string
  until: string
  /** 0…1. */
  confidence: number
}
export interface FoundPath {
  /** Indexes of the entities on it. */
  nodes: number[]
  /** Indexes of the relations, one for each step. */
  edges: number[]
  cost: number
}

const LONGEST = 8

/** What a step costs: one, more where it is seldom or unsurely stated, more where it goes through a hub that ties anything to anything. */
function costsOf(whole: Whole): Float64Array {
  const degree = (i: number) => whole.offsets[i + 1]! - whole.offsets[i]!
  return Float64Array.from(
    whole.from,
    (a, e) =>
      1 +
      (1 - whole.confidences[e]!) * 0.3 +
      0.2 / Math.sqrt(Math.max(1, whole.counts[e]!)) +
      0.12 * Math.log2(1 + Math.max(degree(a), degree(whole.to[e]!))) +
      (whole.relations[e] === 'SERVES' ? -0.2 : 0),
  )
}

function allowedEdges(whole: Whole, { relations, since, until, confidence }: PathFilters): Uint8Array {
  const types = new Set<string>(relations)
  return Uint8Array.from(whole.from, (_, e) =>
    (types.size === 0 || types.has(whole.relations[e]!)) &&
    whole.confidences[e]! >= confidence &&
    (since === '' || (whole.last[e] !== '' && whole.last[e]! >= since)) &&
    (until === '' || (whole.first[e] !== '' && whole.first[e]!.slice(0, until.length) <= until))
      ? 1
      : 0,
  )
}

/** A heap of nodes by cost; equal costs by index, so that the answer is always the same. */
class Heap {
  readonly #items: { node: number; cost: number }[] = []
  get size(): number {
    return this.#items.length
  }
  #before = (a: number, b: number) => {
    const [x, y] = [this.#items[a]!, this.#items[b]!]
    return x.cost < y.cost || (x.cost === y.cost && x.node < y.node)
  }
  #swap(a: number, b: number): void {
    ;[this.#items[a], this.#items[b]] = [this.#items[b]!, this.#items[a]!]
  }
  push(node: number, cost: number): void {
    this.#items.push({ node, cost })
    for (let i = this.#items.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1
      if (!this.#before(i, parent)) break
      this.#swap(i, parent)
      i = parent
    }
  }
  pop(): { node: number; cost: number } {
    const top = this.#items[0]!
    const last = this.#items.pop()!
    if (this.#items.length > 0) {
      this.#items[0] = last
      for (let i = 0; ; ) {
        const [l, r] = [2 * i + 1, 2 * i + 2]
        let least = i
        if (l < this.#items.length && this.#before(l, least)) least = l
        if (r < this.#items.length && this.#before(r, least)) least = r
        if (least === i) break
        this.#swap(i, least)
        i = least
      }
    }
    return top
  }
}

/** The graph as these filters leave it. */
export interface Search {
  whole: Whole
  costs: Float64Array
  allowed: Uint8Array
  through: (node: number) => boolean
}

function cheapest(
  { whole, costs, allowed, through }: Search,
  start: number,
  end: number,
  barredNodes: ReadonlySet<number>,
  barredEdges: ReadonlySet<number>,
  longest: number,
): FoundPath | null {
  const best = new Map<number, { cost: number; edge: number; back: number; steps: number }>([
    [start, { cost: 0, edge: -1, back: -1, steps: 0 }],
  ])
  const done = new Set<number>()
  const heap = new Heap()
  heap.push(start, 0)
  while (heap.size > 0) {
    const { node } = heap.pop()
    if (done.has(node)) continue
    done.add(node)
    if (node === end) break
    const here = best.get(node)!
    if (here.steps >= longest) continue
    for (let k = whole.offsets[node]!; k < whole.offsets[node + 1]!; k++) {
      const edge = whole.edges[k]!
      if (!allowed[edge] || barredEdges.has(edge)) continue
      const other = whole.from[edge] === node ? whole.to[edge]! : whole.from[edge]!
      if (other === node || barredNodes.has(other) || done.has(other)) continue
      if (other !== end && !through(other)) continue
      const cost = here.cost + costs[edge]!
      const known = best.get(other)
      if (known && (known.cost < cost || (known.cost === cost && known.edge <= edge))) continue
      best.set(other, { cost, edge, back: node, steps: here.steps + 1 })
      heap.push(other, cost)
    }
  }
  if (!best.has(end)) return null
  const path: FoundPath = { nodes: [end], edges: [], cost: best.get(end)!.cost }
  for (let at = best.get(end)!; at.back >= 0; at = best.get(at.back)!) {
    path.nodes.unshift(at.back)
    path.edges.unshift(at.edge)
  }
  return path
}

export function searchOf(whole: Whole, filters: PathFilters): Search {
  const types = new Set<string>(filters.types)
  return {
    whole,
    costs: costsOf(whole),
    allowed: allowedEdges(whole, filters),
    through: (node) => types.size === 0 || types.has(whole.types[node]!),
  }
}

/** Up to k paths between two entities, the most telling first; two that go through the same entities are one. */
export function pathsBetween(search: Search, start: number, end: number, k: number): FoundPath[] {
  const first = cheapest(search, start, end, new Set(), new Set(), LONGEST)
  if (!first) return []
  const found = [first]
  const candidates = new Map<string, FoundPath>()
  while (found.length < k) {
    const last = found.at(-1)!
    for (let i = 0; i < last.edges.length; i++) {
      const root = last.nodes.slice(0, i + 1)
      const barred = new Set<number>()
      for (const { nodes } of found)
        if (root.every((node, j) => nodes[j] === node))
          for (const edge of between(search.whole, nodes[i]!, nodes[i + 1]!)) barred.add(edge)
      const spur = cheapest(search, root.at(-1)!, end, new Set(root.slice(0, -1)), barred, LONGEST - i)
      if (!spur) continue
      const edges = [...last.edges.slice(0, i), ...spur.edges]
      const nodes = [...root, ...spur.nodes.slice(1)]
      const cost = edges.reduce((sum, edge) => sum + search.costs[edge]!, 0)
      if (!found.some((path) => path.nodes.join() === nodes.join()))
        candidates.set(nodes.join(), { nodes, edges, cost })
    }
    const next = [...candidates].sort((a, b) => a[1].cost - b[1].cost || (a[0] < b[0] ? -1 : 1))[0]
    if (!next) break
    candidates.delete(next[0])
    found.push(next[1])
  }
  return found
}

function between(whole: Whole, a: number, b: number): number[] {
  const out: number[] = []
  for (let k = whole.offsets[a]!; k < whole.offsets[a + 1]!; k++) {
    const edge = whole.edges[k]!
    if (whole.from[edge] === b || whole.to[edge] === b) out.push(edge)
  }
  return out
}

/** What connects several entities: the cheapest paths that tie them all together, one fewer than there are entities. */
export function connection(search: Search, ends: readonly number[]): FoundPath[] {
  const tied = new Set(ends.slice(0, 1))
  const paths: FoundPath[] = []
  while (tied.size < ends.length) {
    let best: { path: FoundPath; end: number } | null = null
    for (const end of ends) {
      if (tied.has(end)) continue
      for (const start of tied) {
        const [path] = pathsBetween(search, start, end, 1)
        if (path && (best === null || path.cost < best.path.cost)) best = { path, end }
      }
    }
    if (!best) break
    tied.add(best.end)
    paths.push(best.path)
  }
  return paths
}
