/** Following the graph: bringing in what is tied to what is drawn, taking away, pinning, finding paths. */
import type { EntityEdgeType, EntityType } from '../model/ontology.ts'
import { api } from './api.ts'
import { doing } from './doing.ts'
import { pathsOf } from './paths.ts'
import { leavesOf, without } from './picture.ts'
import { useStore } from './state.ts'

const state = () => useStore.getState()

export interface Expansion {
  type?: EntityEdgeType
  direction?: 'out' | 'in'
}

/** Brings in the most important neighbours. */
export const expand = (id: string, { type, direction }: Expansion = {}): Promise<void> =>
  doing(async (signal) => {
    const over = { ...(type ? { types: type } : {}), ...(direction ? { direction } : {}) }
    const { nodes, edges } = (await api.neighbours(id, { limit: 30, ...over }, signal)).subgraph
    // of one relation only that relation: the rest of what is between them was not asked for
    const wanted = type ? edges.filter((e) => e.type === type && (e.from === id || e.to === id)) : edges
    const ends = new Set(wanted.flatMap(({ from, to }) => [from, to]))
    state().merge({ nodes: type ? nodes.filter((n) => ends.has(n.id)) : nodes, edges: wanted })
  })

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

/** Asks what ties these together: the panel of the paths answers. */
export const connect = (ids: readonly string[]): void => state().act({ paths: pathsOf(ids), chosen: null })
