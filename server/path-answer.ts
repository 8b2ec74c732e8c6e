/** Found paths as they are served: entities, steps, and the subgraph that they make. */
import type { EntityBrief, Path, PathsResponse } from '../model/api.ts'
import { edgeIdOf } from '../model/ids.ts'
import { connection, type FoundPath, type PathFilters, pathsBetween, searchOf } from './paths.ts'
import type { Reads } from './reads.ts'
import type { Whole } from './whole/whole.ts'

export async function pathsAmong(
  reads: Reads,
  whole: Whole,
  ids: readonly string[],
  k: number,
  filters: PathFilters,
): Promise<PathsResponse> {
  const ends = ids.map((id) => whole.indexOf.get(id)!)
  const search = searchOf(whole, filters)
  const found = ends.length === 2 ? pathsBetween(search, ends[0]!, ends[1]!, k) : connection(search, ends)
  const nodes = [...new Set([...ends, ...found.flatMap((path) => path.nodes)])].map((i) => whole.ids[i]!)
  const edges = new Set(found.flatMap((path) => path.edges.map((e) => edgeAt(whole, e))))
  return {
    paths: found.map((path) => pathOf(whole, path)),
    subgraph: {
      nodes: await reads.entities(nodes),
      // every relation of a path, however many others there are between its entities
      edges: (await reads.edgesAmong(nodes)).filter(({ id }) => edges.has(id)),
    },
  }
}

const edgeAt = (whole: Whole, e: number): string =>
  edgeIdOf(whole.relations[e]!, whole.ids[whole.from[e]!]!, whole.ids[whole.to[e]!]!)

const briefAt = (whole: Whole, i: number): EntityBrief => ({
  id: whole.ids[i]!,
  name: whole.names[i]!,
  type: whole.types[i]!,
  articleCount: whole.articleCounts[i]!,
})

const pathOf = (whole: Whole, { nodes, edges }: FoundPath): Path => ({
  nodes: nodes.map((i) => briefAt(whole, i)),
  steps: edges.map((e) => {
    const level = whole.levels[e]!
    return {
      edge: edgeAt(whole, e),
      type: whole.relations[e]!,
      from: whole.ids[whole.from[e]!]!,
      to: whole.ids[whole.to[e]!]!,
      ...(level ? { level } : {}),
    }
  }),
})
