/** Leaving out of a trace what is not asked for, and counting what could be asked for. Pure. */
import type { Named, TraceEntity, TraceFacets } from '../../model/api.ts'
import { type Status, statuses } from '../../model/ontology.ts'

export interface TraceFilter {
  /** Ids of a Place and of an Industry. */
  district?: string | undefined
  industry?: string | undefined
  stage?: Status | undefined
  /** ISO 8601, as exact as wanted, both included. */
  since?: string | undefined
  until?: string | undefined
}

/** Whether a date, as exact as it is known, may lie in the period. What is undated lies in none. */
export function dateWithin(date: string, { since, until }: Pick<TraceFilter, 'since' | 'until'>): boolean {
  if (!since && !until) return true
  if (date === '') return false
  // compared as exactly as both are known: 2021 may lie in 2021-03
  if (since && date.slice(0, since.length) < since.slice(0, date.length)) return false
  return !until || date.slice(0, until.length) <= until.slice(0, date.length)
}

/** Whether one of these entities, strategies aside, has what is asked for; each wish may be met by another one. */
export function fits(entities: readonly TraceEntity[], { district, industry, stage }: TraceFilter): boolean {
  const some = (holds: (entity: TraceEntity) => boolean) =>
    entities.some((entity) => entity.type !== 'Strategy' && holds(entity))
  return (
    (!district || some((e) => e.id === district || e.districts.some(({ id }) => id === district))) &&
    (!industry || some((e) => e.industries.some(({ id }) => id === industry))) &&
    (!stage || some((e) => e.stage === stage))
  )
}

/** @param groups the entities of each chain (or each gap by itself): a value counts once in each */
export function facetsOf(groups: readonly (readonly TraceEntity[])[], dates: readonly string[]): TraceFacets {
  const districts = new Map<string, Named & { count: number }>()
  const industries = new Map<string, Named & { count: number }>()
  const stages = new Map<Status, number>()
  for (const group of groups) {
    const members = group.filter(({ type }) => type !== 'Strategy')
    count(
      districts,
      members.flatMap((e) => [...e.districts, ...(e.type === 'Place' ? [e] : [])]),
    )
    count(
      industries,
      members.flatMap((e) => e.industries),
    )
    for (const stage of new Set(members.map((e) => e.stage)))
      if (stage) stages.set(stage, (stages.get(stage) ?? 0) + 1)
  }
  const known = dates.filter((date) => date !== '').sort()
  return {
    districts: inOrder(districts),
    industries: inOrder(industries),
    stages: statuses.flatMap((stage) => {
      const count = stages.get(stage)
      return count ? [{ stage, count }] : []
    }),
    since: known[0] ?? '',
    until: known.at(-1) ?? '',
  }
}

function count(counts: Map<string, Named & { count: number }>, values: readonly Named[]): void {
  for (const { id, name } of new Map(values.map((value) => [value.id, value])).values())
    counts.set(id, { id, name, count: (counts.get(id)?.count ?? 0) + 1 })
}

const inOrder = (counts: ReadonlyMap<string, Named & { count: number }>) =>
  [...counts.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
