/** The paths that are shown: what they were asked with is in the address, what was found is asked for again. */
import type { Path, PathsRequest } from '../../model/api.ts'
import { type EntityEdgeType, type EntityType, entityEdgeTypes, entityTypes } from '../../model/ontology.ts'

export type PathFilters = Omit<PathsRequest, 'ids'>

export interface Paths {
  /** Ids of what is to be tied together. */
  ends: readonly string[]
  filters: PathFilters
  /** Which of them stands out. */
  at: number
  /** Those of the question before, while this one has no answer. */
  found: readonly Path[]
  answered: boolean
}

/** As many as one question may tie together. */
export const MOST_ENDS = 12
const MOST_PATHS = 20
export const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/

export const pathsOf = (ends: readonly string[], filters: PathFilters = {}): Paths => ({
  ends,
  filters,
  at: 0,
  found: [],
  answered: false,
})

const listOf = (text: string | null): string[] => [...new Set(text?.split(',').filter(Boolean))]
const known = <T extends string>(all: readonly T[], text: string | null): T[] => {
  const said = new Set(listOf(text))
  return all.filter((word) => said.has(word))
}

/** From an address: `path=a,b&most=10&through=Park&over=SERVES&from=2021&to=2022&sure=0.8&nth=2`. */
export function pathsFrom(params: URLSearchParams): Paths | null {
  const ends = listOf(params.get('path'))
  if (ends.length < 2 || ends.length > MOST_ENDS) return null
  const [most, sure, nth] = ['most', 'sure', 'nth'].map((key) => Number(params.get(key) ?? Number.NaN))
  const [since, until] = ['from', 'to'].map((key) => params.get(key) ?? '')
  const types: EntityType[] = known(entityTypes, params.get('through'))
  const relations: EntityEdgeType[] = known(entityEdgeTypes, params.get('over'))
  const filters: PathFilters = {
    ...(Number.isInteger(most) && most! >= 1 && most! <= MOST_PATHS ? { k: most! } : {}),
    ...(types.length > 0 ? { types } : {}),
    ...(relations.length > 0 ? { relations } : {}),
    ...(DATE.test(since!) ? { since: since! } : {}),
    ...(DATE.test(until!) ? { until: until! } : {}),
    ...(sure! > 0 && sure! <= 1 ? { confidence: sure! } : {}),
  }
  return { ...pathsOf(ends, filters), at: Number.isInteger(nth) && nth! > 1 ? nth! - 1 : 0 }
}

/** Which of them stands out is in `nthTo`: going from one to the next is no step of its own. */
export function pathsTo({ ends, filters }: Paths, params: URLSearchParams): void {
  const { k, types = [], relations = [], since, until, confidence } = filters
  params.set('path', ends.join(','))
  if (k) params.set('most', String(k))
  if (types.length > 0) params.set('through', types.join(','))
  if (relations.length > 0) params.set('over', relations.join(','))
  if (since) params.set('from', since)
  if (until) params.set('to', until)
  if (confidence) params.set('sure', String(confidence))
}

export function nthTo({ at }: Paths, params: URLSearchParams): void {
  if (at > 0) params.set('nth', String(at + 1))
}
