/** A graph by columns: who is tied to whom. */
export interface Ties {
  ids: string[]
  source: Uint32Array
  target: Uint32Array
}

/** Sources that are followed where a graph has more nodes: Brandes and Pich, “Centrality estimation in large networks”, 2007. */
const PIVOTS = 200

/** Brandes' betweenness on the undirected graph, scaled to 0…1; estimated from random sources where there are many nodes. */
export function betweennessOf({ ids, source, target }: Ties, random: () => number): Float64Array {
  const count = ids.length
  const { offsets, near } = adjacencyOf(count, source, target)
  const pivots = Array.from({ length: count }, (_, i) => i)
  const sampled = Math.min(count, PIVOTS)
  for (let i = 0; i < sampled && sampled < count; i++) {
    const j = i + Math.floor(random() * (count - i))
    ;[pivots[i], pivots[j]] = [pivots[j]!, pivots[i]!]
  }
  const total = new Float64Array(count)
  const [paths, depth, share] = [new Float64Array(count), new Int32Array(count), new Float64Array(count)]
  const queue = new Uint32Array(count)
  for (let p = 0; p < sampled; p++) {
    const start = pivots[p]!
    paths.fill(0)
    depth.fill(-1)
    share.fill(0)
    let [head, tail] = [0, 1]
    queue[0] = start
    paths[start] = 1
    depth[start] = 0
    while (head < tail) {
      const node = queue[head++]!
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const next = near[k]!
        if (depth[next] === -1) {
          depth[next] = depth[node]! + 1
          queue[tail++] = next
        }
        if (depth[next] === depth[node]! + 1) paths[next]! += paths[node]!
      }
    }
    while (--tail > 0) {
      const node = queue[tail]!
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const back = near[k]!
        if (depth[back] === depth[node]! - 1)
          share[back]! += (paths[back]! / paths[node]!) * (1 + share[node]!)
      }
      total[node]! += share[node]!
    }
  }
  const pairs = count > 2 ? ((count - 1) * (count - 2)) / count : 1
  return total.map((sum) => sum / (sampled / count) / pairs / count)
}

function adjacencyOf(count: number, source: Uint32Array, target: Uint32Array) {
  // parallel edges are one way to go
  const pairs = [
    ...new Set(
      Array.from(source, (a, k) => {
        const b = target[k]!
        return a === b ? -1 : a < b ? a * count + b : b * count + a
      }),
    ),
  ].filter((pair) => pair >= 0)
  const offsets = new Uint32Array(count + 1)
  for (const pair of pairs) {
    offsets[Math.floor(pair / count) + 1]!++
    offsets[(pair % count) + 1]!++
  }
  for (let i = 0; i < count; i++) offsets[i + 1]! += offsets[i]!
  const near = new Uint32Array(pairs.length * 2)
  const next = offsets.slice()
  for (const pair of pairs) {
    const [a, b] = [Math.floor(pair / count), pair % count]
    near[next[a]!++] = b
    near[next[b]!++] = a
  }
  return { offsets, near }
}
