/** Following the graph: bringing in what is tied to what is drawn, taking away, pinning, finding paths. */
import type { Subgraph } from '../../../model/graph.ts'
import type { EntityEdgeType, EntityType } from '../../../model/ontology.ts'
import { api } from '../../requests/api.ts'
import { doing, note } from '../../requests/doing.ts'
import { UNATTENDED } from '../../state/attended.ts'
import { pathsOf } from '../../state/paths.ts'
import { EMPTY, leavesOf, without } from '../../state/picture.ts'
import { useStore } from '../../state/state.ts'

const state = () => useStore.getState()

/** An address that names more than this is not asked for. */
const MOST_NAMED = 5_000

/** What comes in, with all that ties it to what is drawn: an address brings a picture back with its ties. */
export async function withTies(more: Subgraph, signal: AbortSignal): Promise<Subgraph> {
  const drawn = new Set(state().graph.nodes.map((n) => n.id))
  const fresh = new Set(more.nodes.map((n) => n.id).filter((id) => !drawn.has(id)))
  if (fresh.size === 0 || drawn.size + fresh.size > MOST_NAMED) return more
  const { subgraph } = await api.subgraph([...drawn, ...fresh], signal)
  const ties = subgraph.edges.filter(({ from, to }) => fresh.has(from) || fresh.has(to))
  return { nodes: more.nodes, edges: [...more.edges, ...ties] }
}

export interface Expansion {
  type?: EntityEdgeType
  direction?: 'out' | 'in'
}

/** As many as come in at once, and as many as can be asked for. */
const [SOME, MOST] = [30, 500]

/** Brings in the most important neighbours that are not drawn; says so where there are none. */
export const expand = (id: string, { type, direction }: Expansion = {}): Promise<void> =>
  doing(async (signal) => {
    const over = { ...(type ? { types: type } : {}), ...(direction ? { direction } : {}) }
    for (const limit of [SOME, MOST]) {
      const { subgraph, remaining } = await api.neighbours(id, { limit, ...over }, signal)
      const { graph, merge } = state()
      const more = newIn(graph, type ? alongOf(subgraph, id, type) : subgraph)
      if (more.nodes.length + more.edges.length > 0) return merge(type ? more : await withTies(more, signal))
      // the most important ones may all be there, and yet not all of them
      if (remaining === 0) break
    }
    note('noneMore')
  })

/** Of one relation only that relation: the rest of what is between them was not asked for. */
function alongOf({ nodes, edges }: Subgraph, id: string, type: EntityEdgeType): Subgraph {
  const along = edges.filter((e) => e.type === type && (e.from === id || e.to === id))
  const ends = new Set(along.flatMap(({ from, to }) => [from, to]))
  return { nodes: nodes.filter((n) => ends.has(n.id)), edges: along }
}

/** What of it is not drawn, with no more entities than come in at once. */
function newIn(drawn: Subgraph, { nodes, edges }: Subgraph): Subgraph {
  const [there, lines] = [new Set(drawn.nodes.map((n) => n.id)), new Set(drawn.edges.map((e) => e.id))]
  const fresh = nodes.filter((n) => !there.has(n.id)).slice(0, SOME)
  for (const { id } of fresh) there.add(id)
  return {
    nodes: fresh,
    edges: edges.filter((e) => !lines.has(e.id) && there.has(e.from) && there.has(e.to)),
  }
}

/** Takes away what hangs on this node alone. */
export function collapse(id: string): void {
  const { graph, act } = state()
  act({ graph: without(graph, leavesOf(graph, id)) })
}

export function togglePins(ids: Iterable<string>): void {
  const { pinned, act } = state()
  const list = [...ids]
  const next = new Set(pinned)
  const all = list.every((id) => pinned.has(id))
  for (const id of list) all ? next.delete(id) : next.add(id)
  act({ pinned: next })
}

export function keepOnly(ids: ReadonlySet<string>): void {
  const { graph, act } = state()
  act({ graph: without(graph, new Set(graph.nodes.map((n) => n.id).filter((id) => !ids.has(id)))) })
}

/** Brings in more of these types, or more round these nodes. */
export const showMore = (what: { types?: EntityType[]; around?: string[] }): Promise<void> =>
  doing(async (signal) => {
    const drawn = state().graph.nodes.map((n) => n.id)
    const { subgraph } = await api.more({ drawn, limit: 20, ...what }, signal)
    if (subgraph.nodes.length > 0) state().merge(subgraph)
    else note('noneMore')
  })

/** Relations of a node by type and direction, with how many of them are not drawn yet. */
export function remainsOf(
  counts: readonly { type: EntityEdgeType; direction: 'out' | 'in'; count: number }[],
  id: string,
): { type: EntityEdgeType; direction: 'out' | 'in'; count: number; remains: number }[] {
  const { edges } = state().graph
  return counts.map((row) => {
    const drawn = edges.filter(
      (e) => e.type === row.type && (row.direction === 'out' ? e.from === id : e.to === id),
    ).length
    return { ...row, remains: Math.max(0, row.count - drawn) }
  })
}

/** Draws the picture that a visit begins with, in one step that can be undone. */
export function startAgain(first: Subgraph): void {
  const { act, set, framing } = state()
  act({ ...EMPTY, ...UNATTENDED, graph: first })
  set({ framing: framing + 1 })
}

/** Lays these side by side. */
export const compare = (ids: readonly string[]): void => state().act({ compared: ids, chosen: null })

/** Asks what ties these together: the panel of the paths answers. */
export const connect = (ids: readonly string[]): void => state().act({ paths: pathsOf(ids), chosen: null })
