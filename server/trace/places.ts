/** Where entities lie: by what is stated of each, else by its park, its parts, or who builds it. */
import type { EntityBrief, Named } from '../../model/api.ts'
import type { GraphEdge } from '../../model/graph.ts'
import { pushTo } from '../../model/groups.ts'
import type { EntityEdgeType, EntityType } from '../../model/ontology.ts'
import type { Reads } from '../reads.ts'

export interface Placed {
  /** The nearest first. */
  places: Named[]
  /** Whose places these are, where nothing says where the entity itself lies. */
  by: Named | null
}
export type Relation = { edge: GraphEdge; other: EntityBrief }

/** From an entity to the place that it lies in: into a park or zone, then up. */
const UP: readonly EntityEdgeType[] = ['LOCATED_IN', 'PART_OF', 'AFFILIATED_WITH']
const THROUGH: ReadonlySet<EntityType> = new Set(['Place', 'Park', 'Strategy', 'Project'])
const HOPS = 3

/** Kin whose places may stand for an entity's own, the closest first. */
const KIN: readonly { type: EntityEdgeType; direction: 'out' | 'in'; of?: readonly EntityType[] }[] = [
  { type: 'AFFILIATED_WITH', direction: 'out' },
  { type: 'PART_OF', direction: 'in' },
  { type: 'LOCATED_IN', direction: 'in' },
  { type: 'DEVELOPS', direction: 'in' },
  // a ministry does not lie where it builds
  { type: 'DEVELOPS', direction: 'out', of: ['Company', 'Institute', 'Project', 'Park'] },
  // an owner does not lie where its branch does; a park lies where its show room is
  { type: 'AFFILIATED_WITH', direction: 'in', of: ['Park', 'Project'] },
]
const ROUNDS = 2
/** Kin looked at in one round at most. */
const MOST = 600

const named = ({ id, name }: Named): Named => ({ id, name })
export const asserted = ({ edge }: Relation): boolean => edge.properties.modality !== 'negated'

/** Places by entity; those for which there is none are left out. */
export async function placesOf(
  reads: Reads,
  entities: readonly EntityBrief[],
  rounds = ROUNDS,
): Promise<Map<string, Placed>> {
  const own = await statedPlaces(
    reads,
    entities.map(({ id }) => id),
  )
  const placed = new Map([...own].map(([id, places]) => [id, { places, by: null as Named | null }]))
  const unknown = entities.filter(
    ({ id, type }) => !placed.has(id) && type !== 'Place' && type !== 'Strategy',
  )
  if (rounds === 0 || unknown.length === 0) return placed
  const kin = await kinOf(reads, unknown)
  const others = new Map([...kin.values()].flat().map((other) => [other.id, other]))
  const known = await placesOf(reads, [...others.values()].slice(0, MOST), rounds - 1)
  for (const { id } of unknown) {
    const from = (kin.get(id) ?? []).find(
      (other) => known.has(other.id) && known.get(other.id)!.by?.id !== id,
    )
    const found = from && known.get(from.id)!
    if (found) placed.set(id, { places: found.places, by: found.by ?? named(from) })
  }
  return placed
}

/** Directly, through a park or zone, or the place that develops it. */
async function statedPlaces(reads: Reads, ids: readonly string[]): Promise<Map<string, Named[]>> {
  const ups = new Map<string, EntityBrief[]>()
  const developed = new Map<string, Named[]>()
  let frontier = [...ids]
  for (let hop = 0; hop < HOPS && frontier.length > 0; hop++) {
    const [out, into] = await Promise.all([
      reads.edgesOut(frontier, UP),
      hop === 0 ? reads.edgesIn(frontier, ['DEVELOPS']) : [],
    ])
    for (const { edge, other } of into.filter(asserted))
      if (other.type === 'Place') pushTo(developed, edge.to, named(other))
    const next = new Set<string>()
    for (const { edge, other } of out.filter(asserted)) {
      if (edge.type === 'AFFILIATED_WITH' ? other.type !== 'Place' : !THROUGH.has(other.type)) continue
      pushTo(ups, edge.from, other)
      if (!ups.has(other.id)) next.add(other.id)
    }
    frontier = [...next]
  }
  const found = new Map<string, Named[]>()
  for (const id of ids) {
    const places = new Map<string, Named>()
    let level = [id]
    const seen = new Set(level)
    for (let hop = 0; hop < HOPS; hop++) {
      const next = level.flatMap((at) => ups.get(at) ?? []).filter((up) => !seen.has(up.id))
      for (const up of next) {
        seen.add(up.id)
        if (up.type === 'Place') places.set(up.id, named(up))
      }
      level = next.map((up) => up.id)
    }
    for (const place of developed.get(id) ?? []) places.set(place.id, place)
    if (places.size > 0) found.set(id, [...places.values()])
  }
  return found
}

/** The kin of each, the closest first; among equals the most written about. */
async function kinOf(reads: Reads, entities: readonly EntityBrief[]): Promise<Map<string, EntityBrief[]>> {
  const types = new Map(entities.map(({ id, type }) => [id, type]))
  const over = (direction: 'out' | 'in') => [
    ...new Set(KIN.filter((kin) => kin.direction === direction).map(({ type }) => type)),
  ]
  const ids = [...types.keys()]
  const [out, into] = await Promise.all([reads.edgesOut(ids, over('out')), reads.edgesIn(ids, over('in'))])
  const kin = new Map<string, { rank: number; other: EntityBrief }[]>()
  const add = (id: string, direction: 'out' | 'in', { edge, other }: Relation) => {
    const rank = KIN.findIndex(
      (row) =>
        row.type === edge.type && row.direction === direction && (row.of?.includes(types.get(id)!) ?? true),
    )
    if (rank >= 0 && other.type !== 'Person') pushTo(kin, id, { rank, other })
  }
  for (const relation of out.filter(asserted)) add(relation.edge.from, 'out', relation)
  for (const relation of into.filter(asserted)) add(relation.edge.to, 'in', relation)
  return new Map(
    [...kin].map(([id, rows]) => [
      id,
      rows
        .sort(
          (a, b) =>
            a.rank - b.rank ||
            b.other.articleCount - a.other.articleCount ||
            (a.other.id < b.other.id ? -1 : 1),
        )
        .map(({ other }) => other),
    ]),
  )
}
