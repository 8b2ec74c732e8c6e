/** 断链 of the whole graph: who is tied to no strategy, and which strategies have nothing under them. */
import type { EntityBrief, GapsResponse, TraceEntity, TraceFacets } from '../../model/api.ts'
import { pushTo } from '../../model/groups.ts'
import type { EntityType } from '../../model/ontology.ts'
import { others } from '../paced.ts'
import type { Reads } from '../reads.ts'
import { dateWithin, facetsOf, fits, type TraceFilter } from './filter.ts'
import { traceTypes } from './reach.ts'
import { gapTypes, LIMITS, type Step, stepsOf } from './trace.ts'
import { traitsOf } from './traits.ts'

/** Gaps whose districts and stages are looked up at most: the most written about. */
const MOST = 5_000
/** Sets of types whose gaps are kept described, the last ones asked for: some megabytes each. */
const KEPT = 4

/** Ids of what a chain ties to a strategy, by the same rules as `chainsFrom`. */
export function tiedTo(steps: readonly Step[], types: ReadonlyMap<string, EntityType>): Set<string> {
  const before = new Map<string, Step[]>()
  for (const step of steps) pushTo(before, step.to, step)
  const direct = new Set(steps.filter(({ to }) => types.get(to) === 'Strategy').map(({ from }) => from))
  const tied = new Set(direct)
  let frontier = direct
  for (let length = 2; length <= LIMITS.steps; length++) {
    const next = new Set<string>()
    // of an owner only what it serves itself follows
    for (const id of frontier)
      for (const { from, toOwner } of before.get(id) ?? [])
        if (!tied.has(from) && (!toOwner || direct.has(id))) next.add(from)
    for (const id of next) tied.add(id)
    frontier = next
  }
  return tied
}

/** Ids of the strategies that a project, park, institute or company leads to. */
export function servedBy(steps: readonly Step[], types: ReadonlyMap<string, EntityType>): Set<string> {
  const after = new Map<string, Step[]>()
  for (const step of steps) pushTo(after, step.from, step)
  // where a walk stands, and whether it came to an owner: then only a strategy may follow
  let frontier = new Set([...types].filter(([, type]) => gapTypes.includes(type)).map(([id]) => `${id}\n`))
  const seen = new Set(frontier)
  const served = new Set<string>()
  for (let length = 1; length <= LIMITS.steps; length++) {
    const next = new Set<string>()
    for (const state of frontier) {
      const [id, owner] = state.split('\n') as [string, string]
      for (const { to, toOwner } of after.get(id) ?? []) {
        const strategy = types.get(to) === 'Strategy'
        if (owner && !strategy) continue
        if (strategy) served.add(to)
        const reached = `${to}\n${toOwner ? 'owner' : ''}`
        if (!seen.has(reached)) next.add(reached)
      }
    }
    for (const state of next) seen.add(state)
    frontier = next
  }
  return served
}

export interface GapsOptions extends TraceFilter {
  /** All of gapTypes where empty. */
  types: readonly EntityType[]
  limit: number
  offset: number
}

/** What the gaps of one state of the graph are told from, whatever is asked of them. */
export interface GapsBasis {
  coverage: GapsResponse['coverage']
  served: GapsResponse['served']
  /** Strategies with nothing under them. */
  bare: readonly EntityBrief[]
  /** Gaps of these types with what they are filtered by; looked up once, the last four sets of types that were asked for are kept. */
  described(types: readonly EntityType[]): Promise<Described>
}

interface Described {
  total: number
  traits: TraceEntity[]
  spans: Map<string, DateSpan>
  facets: TraceFacets
}

/** @param entities all of them, in any order */
export async function gapsBasisOf(reads: Reads, entities: readonly EntityBrief[]): Promise<GapsBasis> {
  const edges = await reads.stepsFrom(
    entities.map(({ id }) => id),
    traceTypes,
  )
  const types = new Map(entities.map(({ id, type }) => [id, type]))
  const steps = stepsOf(edges, types)
  await others()
  const tied = tiedTo(steps, types)
  await others()
  const served = servedBy(steps, types)
  await others()
  const byWeight = entities
    .map(briefOf)
    .sort((a, b) => b.articleCount - a.articleCount || (a.id < b.id ? -1 : 1))
  const known = new Map<string, Promise<Described>>()
  return {
    coverage: gapTypes.map((type) => {
      const own = byWeight.filter((entity) => entity.type === type)
      return { type, total: own.length, tied: own.filter(({ id }) => tied.has(id)).length }
    }),
    served: mostServed(byWeight, steps, types),
    bare: byWeight.filter(({ id, type }) => type === 'Strategy' && !served.has(id)),
    described(wanted) {
      const key = [...wanted].sort().join()
      const untied = () => byWeight.filter(({ id, type }) => wanted.includes(type) && !tied.has(id))
      const described = known.get(key) ?? describe(reads, untied())
      // the last asked for stands last
      known.delete(key)
      known.set(key, described)
      for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest)
      // what failed is asked again
      described.catch(() => known.delete(key))
      return described
    },
  }
}

async function describe(reads: Reads, untied: readonly EntityBrief[]): Promise<Described> {
  const most = untied.slice(0, MOST)
  const [traits, spans] = await Promise.all([traitsOf(reads, most), reads.datesOf(most.map(({ id }) => id))])
  const facets = facetsOf(
    traits.map((entity) => [entity]),
    [...spans.values()].flatMap(({ first, last }) => [first, last]),
  )
  return { total: untied.length, traits, spans, facets }
}

export async function gaps(
  basis: GapsBasis,
  { types: asked, limit, offset, ...filter }: GapsOptions,
): Promise<GapsResponse> {
  const { coverage, served, bare } = basis
  const wanted = gapTypes.filter((type) => asked.length === 0 || asked.includes(type))
  const { total, traits, spans, facets } = await basis.described(wanted)
  const bounded = Boolean(filter.since || filter.until)
  const fitting = traits.filter(
    (entity) => fits([entity], filter) && (!bounded || overlaps(spans.get(entity.id), filter)),
  )
  const unfiltered = !filter.district && !filter.industry && !filter.stage && !bounded
  return {
    coverage,
    served,
    entities: fitting.slice(offset, offset + limit),
    total: unfiltered ? total : fitting.length,
    strategies: bare.slice(offset, offset + limit),
    strategyTotal: bare.length,
    facets,
  }
}

const SERVED = 40

function mostServed(
  entities: readonly EntityBrief[],
  steps: readonly Step[],
  types: ReadonlyMap<string, EntityType>,
): GapsResponse['served'] {
  const heads = new Map<string, number>()
  for (const { from, to } of steps)
    if (gapTypes.includes(types.get(from)!)) heads.set(to, (heads.get(to) ?? 0) + 1)
  return entities
    .filter(({ id, type }) => type === 'Strategy' && heads.has(id))
    .map((entity) => ({ ...entity, heads: heads.get(entity.id)! }))
    .sort((a, b) => b.heads - a.heads || b.articleCount - a.articleCount || (a.id < b.id ? -1 : 1))
    .slice(0, SERVED)
}

const briefOf = ({ id, name, type, articleCount }: EntityBrief): EntityBrief => ({
  id,
  name,
  type,
  articleCount,
})

interface DateSpan {
  first: string
  last: string
}

/** Whether it was written about from before the period's end until after its beginning. */
const overlaps = (span: DateSpan | undefined, { since, until }: TraceFilter): boolean =>
  span !== undefined && dateWithin(span.last, { since }) && dateWithin(span.first, { until })
