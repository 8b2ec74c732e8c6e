/** The picture: what is drawn and how. Immutable; every change of it can be undone. */
import type { Subgraph } from '../../model/graph.ts'
import type { EntityEdgeType, EntityType } from '../../model/ontology.ts'
import type { Guide, LayoutName } from '../layouts/layout.ts'

export interface Spot {
  x: number
  y: number
}
/** What stands in the middle of the stage, and pixels of the stage for each pixel of the layout. */
export interface Camera extends Spot {
  scale: number
}
/** Where nodes stand, by id. */
export type Places = ReadonlyMap<string, Spot>

/** What size and colour may show: a measure of the graph or a property of the entities. */
export type PropertyBy = `prop:${string}`
export const SIZES = ['articles', 'degree', 'pagerank', 'betweenness', 'same'] as const
export type SizeBy = (typeof SIZES)[number] | PropertyBy
export const COLOURS = ['type', 'community', 'degree', 'pagerank', 'betweenness'] as const
export type ColourBy = (typeof COLOURS)[number] | PropertyBy

/** The property that is shown; '' where it is a measure or the type. */
export const propertyIn = (by: SizeBy | ColourBy): string => (by.startsWith('prop:') ? by.slice(5) : '')

const property = (text: string): PropertyBy | undefined =>
  /^prop:.{1,80}$/.test(text) ? (text as PropertyBy) : undefined
/** From an address or a saved view; what is not known is not asked for. */
export const sizeByOf = (text: string): SizeBy =>
  SIZES.find((word) => word === text) ?? property(text) ?? 'articles'
export const colourByOf = (text: string): ColourBy =>
  COLOURS.find((word) => word === text) ??
  // as addresses said it before there were properties
  (text === 'first' ? 'prop:firstDate' : (property(text) ?? 'type'))

export interface Picture {
  graph: Subgraph
  hiddenTypes: ReadonlySet<EntityType>
  hiddenRelations: ReadonlySet<EntityEdgeType>
  /** Nodes that no layout moves. */
  pinned: ReadonlySet<string>
  /** Of the nodes that have been laid out. */
  places: Places
  layout: LayoutName
  /** Years or lanes that the layout draws. */
  guides: readonly Guide[]
  sizeBy: SizeBy
  colourBy: ColourBy
  /** The name of the file that the picture was read from; '' where it is the store's. */
  file: string
}

export const EMPTY: Picture = {
  graph: { nodes: [], edges: [] },
  hiddenTypes: new Set(),
  hiddenRelations: new Set(),
  pinned: new Set(),
  places: new Map(),
  layout: 'force',
  guides: [],
  sizeBy: 'articles',
  colourBy: 'type',
  file: '',
}
export const PICTURE_KEYS = Object.keys(EMPTY) as (keyof Picture)[]

const byId = <T extends { id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]

export const merged = (graph: Subgraph, more: Subgraph): Subgraph => ({
  nodes: byId([...graph.nodes, ...more.nodes]),
  edges: byId([...graph.edges, ...more.edges]),
})

/** The graph without these nodes and what hangs on them. */
export function without(graph: Subgraph, gone: ReadonlySet<string>): Subgraph {
  return {
    nodes: graph.nodes.filter((n) => !gone.has(n.id)),
    edges: graph.edges.filter((e) => !gone.has(e.from) && !gone.has(e.to)),
  }
}

/** Neighbours of a node that hang on it alone: what collapsing takes away. */
export function leavesOf(graph: Subgraph, id: string): Set<string> {
  const others = new Map<string, Set<string>>()
  const add = (a: string, b: string) => {
    const set = others.get(a)
    if (set) set.add(b)
    else others.set(a, new Set([b]))
  }
  for (const { from, to } of graph.edges) {
    add(from, to)
    add(to, from)
  }
  return new Set(
    [...(others.get(id) ?? [])].filter((near) => [...(others.get(near) ?? [])].every((one) => one === id)),
  )
}
