/** Choosing what to draw: the best-connected strategies and what gathers round them, or one entity and its surroundings. */
import type { EntityBrief, NeighboursResponse } from '../model/api.ts'
import type { GraphEdge, Subgraph } from '../model/graph.ts'
import {
  type EntityEdgeType,
  type EntityType,
  entityEdgeTypes,
  entityTypes,
  SERVES,
} from '../model/ontology.ts'
import type { Reads } from './reads.ts'

/** Beyond this many lines for each node a picture is a tangle. */
const EDGES_PER_NODE = 3
/** As many strategies as can be told apart at a look. */
const CENTRES = 14
/** Fewer tied entities than this are no picture. */
const ENOUGH = 12
const FEW = 3
/** Tied to more than this share of the strategies, a place tells none from another. */
const HUB = 0.25
/** What flows to a strategy. */
const FLOWING: ReadonlySet<EntityType> = new Set([...SERVES.head, 'Strategy'])

export interface PictureOptions {
  /** All unless told. */
  types: readonly EntityType[]
  limit: number
}

interface Relation {
  edge: GraphEdge
  other: EntityBrief
}

const weightOf = ({ type, properties }: GraphEdge): number =>
  (type === 'SERVES' ? 3 : type === 'ADVANCES' || type === 'DEVELOPS' ? 2 : 1) *
  Math.sqrt(Number(properties.articleCount ?? 1))

/** Neighbours of these entities, the most important first. */
function ranked(
  relations: readonly Relation[],
  types: ReadonlySet<EntityType>,
  without: ReadonlySet<string>,
): string[] {
  const scores = new Map<string, { score: number; other: EntityBrief }>()
  for (const { edge, other } of relations) {
    if (without.has(other.id) || !types.has(other.type)) continue
    const score = (scores.get(other.id)?.score ?? Math.log1p(other.articleCount)) + weightOf(edge)
    scores.set(other.id, { score, other })
  }
  return [...scores.values()]
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1))
    .map(({ other }) => other.id)
}

const around = async (reads: Reads, ids: string[]): Promise<Relation[]> => {
  const [out, into] = await Promise.all([
    reads.edgesOut(ids, entityEdgeTypes),
    reads.edgesIn(ids, entityEdgeTypes),
  ])
  return [...out, ...into]
}

/** The first picture: the strategies that most gathers round, and what does. Never a tangle, never empty where there are entities. */
export async function overview(reads: Reads, { types, limit }: PictureOptions): Promise<Subgraph> {
  const wanted = new Set(types.length > 0 ? types : entityTypes)
  const candidates = (await reads.topEntities(['Strategy'], CENTRES * 6)).map(({ id }) => id)
  const near = await around(reads, candidates)
  const centres = fed(springs(candidates, near).slice(0, CENTRES), near)
  const chosen = new Set<string>(wanted.has('Strategy') ? centres.slice(0, limit) : [])
  const everywhere = hubsAmong(near, new Set(centres))
  const barred = new Set([...centres, ...everywhere])

  // each strategy in turn takes its most important neighbour, so that none takes the whole picture
  const queues = centres.map((centre) =>
    ranked(
      near.filter(({ edge }) => edge.from === centre || edge.to === centre),
      wanted,
      barred,
    ),
  )
  for (let i = 0; chosen.size < limit && queues.some((queue) => i < queue.length); i++) {
    for (const queue of queues) if (i < queue.length && chosen.size < limit) chosen.add(queue[i]!)
  }
  // of strategies only those come that something flows to
  const further = new Set([...wanted].filter((type) => type !== 'Strategy'))
  if (chosen.size > 0 && chosen.size < limit)
    for (const id of beyond(await around(reads, [...chosen]), further, chosen))
      if (chosen.size < limit && !everywhere.has(id)) chosen.add(id)
  const tied = tiedOnly(await subgraphOf(reads, [...chosen]))
  if (tied.nodes.length >= Math.min(ENOUGH, limit)) return tied
  // a young graph ties little together: then what is written about most
  const rest = await reads.topEntities([...wanted], limit)
  for (const { id } of rest) if (chosen.size < limit) chosen.add(id)
  return subgraphOf(reads, [...chosen])
}

/** How much an end tells of a strategy: what serves it most, that a place or an office advances it little. */
const tells = (type: EntityType): number => (FLOWING.has(type) ? 1 : 0.25)

/** Strategies by what gathers round them, the most first; those that only places and offices name come last. */
function springs(candidates: readonly string[], near: readonly Relation[]): string[] {
  const gathered = new Map<string, { weight: number; flowing: number }>()
  for (const { edge, other } of near) {
    const centre = edge.from === other.id ? edge.to : edge.from
    const sum = gathered.get(centre) ?? { weight: 0, flowing: 0 }
    sum.weight += weightOf(edge) * tells(other.type)
    if (FLOWING.has(other.type)) sum.flowing++
    gathered.set(centre, sum)
  }
  const order = candidates
    .map((id, i) => ({ id, i, ...(gathered.get(id) ?? { weight: 0, flowing: 0 }) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
  const full = order.filter(({ flowing }) => flowing > 0)
  return (full.length >= FEW ? full : order).map(({ id }) => id)
}

/** Without those to which only strategies flow that are not among them; all where that leaves none. */
function fed(centres: readonly string[], near: readonly Relation[]): string[] {
  const there = new Set(centres)
  const flows = new Set(
    near.flatMap(({ edge, other }) =>
      FLOWING.has(other.type) && (other.type !== 'Strategy' || there.has(other.id))
        ? [edge.from === other.id ? edge.to : edge.from]
        : [],
    ),
  )
  const left = centres.filter((id) => flows.has(id))
  return left.length > 0 ? left : [...centres]
}

/** What is tied to so many of the strategies that it tells none from another: the city that all of it lies in. */
function hubsAmong(near: readonly Relation[], centres: ReadonlySet<string>): Set<string> {
  const reach = new Map<string, Set<string>>()
  for (const { edge, other } of near) {
    const centre = edge.from === other.id ? edge.to : edge.from
    if (!centres.has(centre) || (other.type !== 'Place' && other.type !== 'Organization')) continue
    const there = reach.get(other.id)
    if (there) there.add(centre)
    else reach.set(other.id, new Set([centre]))
  }
  const most = Math.max(FEW, centres.size * HUB)
  return new Set([...reach].filter(([, there]) => there.size > most).map(([id]) => id))
}

/** What ties to what is drawn already, the most important first; no node brings in more than a few. */
function beyond(
  relations: readonly Relation[],
  types: ReadonlySet<EntityType>,
  drawn: ReadonlySet<string>,
): string[] {
  const ties = new Map<string, Set<string>>()
  for (const { edge, other } of relations) {
    if (drawn.has(other.id)) continue
    const inside = edge.from === other.id ? edge.to : edge.from
    const there = ties.get(other.id)
    if (there) there.add(inside)
    else ties.set(other.id, new Set([inside]))
  }
  const most = Math.max(2 * FEW, drawn.size * HUB)
  const brought = new Map<string, number>()
  return ranked(relations, types, drawn).filter((id) => {
    const ends = [...ties.get(id)!]
    // what everything lies in would draw all of it into one star
    if (ends.length > most) return false
    if (ends.every((end) => (brought.get(end) ?? 0) >= FEW)) return false
    for (const end of ends) brought.set(end, (brought.get(end) ?? 0) + 1)
    return true
  })
}

/** Without what no line of the picture touches: it tells nothing and takes room. */
function tiedOnly({ nodes, edges }: Subgraph): Subgraph {
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]))
  return { nodes: nodes.filter(({ id }) => tied.has(id)), edges }
}

/** One entity, its neighbours and, where there is room, theirs. */
export async function surroundings(
  reads: Reads,
  focus: string,
  { types, limit }: PictureOptions,
): Promise<Subgraph> {
  const wanted = new Set(types.length > 0 ? types : entityTypes)
  const chosen = new Set([focus])
  const first = ranked(await around(reads, [focus]), wanted, chosen).slice(0, limit - 1)
  for (const id of first) chosen.add(id)
  return subgraphOf(reads, [...chosen])
}

export interface NeighbourOptions extends PictureOptions {
  /** All unless told. */
  relations: readonly EntityEdgeType[]
  direction: 'out' | 'in' | 'both'
}

/** An entity with its most important neighbours and the relations among them. */
export async function neighboursOf(
  reads: Reads,
  id: string,
  { types, relations, direction, limit }: NeighbourOptions,
): Promise<NeighboursResponse> {
  const over = relations.length > 0 ? relations : entityEdgeTypes
  const [out, into] = await Promise.all([
    direction === 'in' ? [] : reads.edgesOut([id], over),
    direction === 'out' ? [] : reads.edgesIn([id], over),
  ])
  const all = ranked([...out, ...into], new Set(types.length > 0 ? types : entityTypes), new Set([id]))
  const shown = all.slice(0, limit)
  const subgraph = await subgraphOf(reads, [id, ...shown])
  // what it was asked for is shown whole, however much there is between the others
  const there = new Set([id, ...shown])
  const own = [...out, ...into]
    .map(({ edge }) => edge)
    .filter(({ from, to }) => there.has(from) && there.has(to))
  const edges = [...new Map([...own, ...subgraph.edges].map((edge) => [edge.id, edge])).values()]
  return { subgraph: { nodes: subgraph.nodes, edges }, remaining: all.length - shown.length }
}

/** These entities with the relations among them, the most telling ones. */
export async function subgraphOf(reads: Reads, ids: string[]): Promise<Subgraph> {
  const [nodes, edges] = await Promise.all([reads.entities(ids), reads.edgesAmong(ids)])
  return { nodes, edges: mostTelling(edges, ids.length * EDGES_PER_NODE) }
}

const mostTelling = (edges: readonly GraphEdge[], limit: number): GraphEdge[] =>
  [...edges].sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1)).slice(0, limit)
