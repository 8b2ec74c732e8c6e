/** What a trace is filtered and grouped by: where an entity lies, what it works on, how far it has come. */
import type { EntityBrief, Named, TraceEntity } from '../model/api.ts'
import type { GraphEdge } from '../model/graph.ts'
import { type EntityEdgeType, type Status, statuses } from '../model/ontology.ts'
import type { Reads, StoredStatus } from './reads.ts'

/** From an entity to the place that it lies in: into a park or zone, then up. */
const UP: readonly EntityEdgeType[] = ['LOCATED_IN', 'PART_OF']
const HOPS = 3

// administrative suffixes; what only sounds like one is smaller than a district
const SMALLER = /(片|社|园|街|景|校|小|老城|城|核心|示范|集聚|商务)区$/
const LEVELS: readonly RegExp[] = [
  /([区县旗]|自治县)$/,
  /([市盟]|自治州)$/,
  /(街道|镇|乡|村|社区|片区)$/,
  /(省|自治区)$/,
]
const levelOf = ({ name }: Named): number => {
  const level = LEVELS.findIndex((suffix, i) => suffix.test(name) && !(i === 0 && SMALLER.test(name)))
  return level < 0 ? LEVELS.length : level
}

/** Districts before cities before the rest; among equals the nearest first, as they came. */
export const byDistrict = (places: readonly Named[]): Named[] =>
  places
    .map((place, i) => ({ place, i, level: levelOf(place) }))
    .sort((a, b) => a.level - b.level || a.i - b.i)
    .map(({ place }) => place)

/** Of each entity the stage that was stated last; of several on one day the furthest. */
export function latestStages(rows: readonly StoredStatus[]): Map<string, Status> {
  const when = ({ date, published }: StoredStatus) => date || published
  const latest = new Map<string, StoredStatus>()
  for (const row of rows) {
    const known = latest.get(row.entity)
    const later =
      !known ||
      when(row) > when(known) ||
      (when(row) === when(known) && statuses.indexOf(row.status) > statuses.indexOf(known.status))
    if (later) latest.set(row.entity, row)
  }
  return new Map([...latest].map(([entity, { status }]) => [entity, status]))
}

type Relation = { edge: GraphEdge; other: EntityBrief }
const named = ({ id, name }: Named): Named => ({ id, name })
const asserted = ({ edge }: Relation): boolean => edge.properties.modality !== 'negated'

/** Places by entity, the nearest first: directly, through a park or zone, or from the place that develops it. */
async function placesOf(reads: Reads, ids: readonly string[]): Promise<Map<string, Named[]>> {
  const ups = new Map<string, EntityBrief[]>()
  const developed = new Map<string, Named[]>()
  let frontier = [...ids]
  for (let hop = 0; hop < HOPS && frontier.length > 0; hop++) {
    const [out, into] = await Promise.all([
      reads.edgesOut(frontier, UP),
      hop === 0 ? reads.edgesIn(frontier, ['DEVELOPS']) : [],
    ])
    for (const { edge, other } of into.filter(asserted))
      if (other.type === 'Place') push(developed, edge.to, named(other))
    const next = new Set<string>()
    for (const { edge, other } of out.filter(asserted)) {
      if (other.type !== 'Place' && other.type !== 'Park' && other.type !== 'Strategy') continue
      push(ups, edge.from, other)
      if (!ups.has(other.id)) next.add(other.id)
    }
    frontier = [...next]
  }
  return new Map(
    ids.map((id) => {
      const found = new Map<string, Named>()
      let level = [id]
      const seen = new Set(level)
      for (let hop = 0; hop < HOPS; hop++) {
        const next = level.flatMap((at) => ups.get(at) ?? []).filter((up) => !seen.has(up.id))
        for (const up of next) {
          seen.add(up.id)
          if (up.type === 'Place') found.set(up.id, named(up))
        }
        level = next.map((up) => up.id)
      }
      for (const place of developed.get(id) ?? []) found.set(place.id, place)
      return [id, [...found.values()]]
    }),
  )
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** These entities with their districts, industries and latest stages. */
export async function traitsOf(reads: Reads, briefs: readonly EntityBrief[]): Promise<TraceEntity[]> {
  const ids = briefs.map(({ id }) => id)
  const [places, focus, stated] = await Promise.all([
    placesOf(reads, ids),
    reads.edgesOut(ids, ['FOCUSES_ON']),
    reads.statusesOf(ids),
  ])
  const industries = new Map<string, Named[]>()
  for (const { edge, other } of focus.filter(asserted)) push(industries, edge.from, named(other))
  const stages = latestStages(stated)
  return briefs.map((brief) => ({
    ...brief,
    districts: byDistrict(places.get(brief.id) ?? []),
    industries: (industries.get(brief.id) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
    stage: stages.get(brief.id) ?? '',
  }))
}
