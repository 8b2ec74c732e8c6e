/** What a trace is filtered and grouped by: where an entity lies, what it works on, how far it has come. */
import type { EntityBrief, Named, TraceEntity } from '../../model/api.ts'
import { pushTo } from '../../model/groups.ts'
import { type Status, statuses } from '../../model/ontology.ts'
import type { Reads, StoredStatus } from '../reads.ts'
import { asserted, placesOf } from './places.ts'

// administrative suffixes; what only sounds like one is smaller than a district
const SMALLER = /(片|社|园|街|景|校|小|[老新旧古主]城|中心城|核心|示范|集聚|商务)区$|^城区$/
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

/** These entities with their districts, industries and latest stages. */
export async function traitsOf(reads: Reads, briefs: readonly EntityBrief[]): Promise<TraceEntity[]> {
  const ids = briefs.map(({ id }) => id)
  const [places, focus, stated] = await Promise.all([
    placesOf(reads, briefs),
    reads.edgesOut(ids, ['FOCUSES_ON']),
    reads.statusesOf(ids),
  ])
  const industries = new Map<string, Named[]>()
  for (const { edge, other } of focus.filter(asserted))
    pushTo(industries, edge.from, { id: other.id, name: other.name })
  const stages = latestStages(stated)
  return briefs.map((brief) => ({
    ...brief,
    districts: byDistrict(places.get(brief.id)?.places ?? []),
    placedBy: places.get(brief.id)?.by ?? null,
    industries: (industries.get(brief.id) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
    stage: stages.get(brief.id) ?? '',
  }))
}
