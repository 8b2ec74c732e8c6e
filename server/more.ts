/** More of the graph than is drawn: what is most tied to it, by type or round a few of its nodes. */
import type { MoreRequest, NeighboursResponse } from '../model/api.ts'
import { subgraphOf } from './picture.ts'
import type { Reads } from './reads.ts'
import type { Whole } from './whole/whole.ts'

export async function moreOf(
  reads: Reads,
  whole: Whole,
  { drawn, around, types, limit }: Required<MoreRequest>,
): Promise<NeighboursResponse> {
  const there = new Set(drawn)
  const wanted = new Set<string>(types)
  const scores = new Map<number, number>()
  for (const id of around.length > 0 ? around : drawn) {
    const i = whole.indexOf.get(id)
    if (i === undefined) continue
    for (let k = whole.offsets[i]!; k < whole.offsets[i + 1]!; k++) {
      const edge = whole.edges[k]!
      const other = whole.from[edge] === i ? whole.to[edge]! : whole.from[edge]!
      if (there.has(whole.ids[other]!) || (wanted.size > 0 && !wanted.has(whole.types[other]!))) continue
      const weight =
        (whole.relations[edge] === 'SERVES' ? 3 : 1) * Math.sqrt(Math.max(1, whole.counts[edge]!))
      scores.set(other, (scores.get(other) ?? Math.log1p(whole.articleCounts[other]!)) + weight)
    }
  }
  // of a type all may be wanted, also those that nothing ties to the picture
  if (around.length === 0 && wanted.size > 0)
    whole.ids.forEach((id, i) => {
      if (wanted.has(whole.types[i]!) && !there.has(id) && !scores.has(i))
        scores.set(i, Math.log1p(whole.articleCounts[i]!) - 100)
    })
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([i]) => whole.ids[i]!)
  const fresh = ranked.slice(0, limit)
  if (fresh.length === 0) return { subgraph: { nodes: [], edges: [] }, remaining: 0 }
  const isFresh = new Set(fresh)
  const { nodes, edges } = await subgraphOf(reads, [...drawn, ...fresh])
  return {
    subgraph: {
      nodes: nodes.filter(({ id }) => isFresh.has(id)),
      edges: edges.filter(({ from, to }) => isFresh.has(from) || isFresh.has(to)),
    },
    remaining: ranked.length - fresh.length,
  }
}
