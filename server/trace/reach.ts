/** Reads round by round what a trace may walk over: entities and relations in reach. */
import type { ArticleHit, EntityBrief } from '../../model/api.ts'
import type { GraphEdge } from '../../model/graph.ts'
import type { EntityEdgeType, EntityType, ServesLevel } from '../../model/ontology.ts'
import type { Reads } from '../reads.ts'
import { dateWithin, type TraceFilter } from './filter.ts'
import { LIMITS, MOVES, type Step, stepsOf, type TraceEdge } from './trace.ts'

/** Entities looked at in one round at most: the most written about. */
const WIDTH = 400

const along = [...new Set(MOVES.filter(({ against }) => !against).map(({ type }) => type))]
const against = [...new Set(MOVES.filter((move) => move.against).map(({ type }) => type))]
/** The relation types that a chain may go over. */
export const traceTypes: readonly EntityEdgeType[] = [...new Set([...along, ...against])]

export interface Reach {
  edges: Map<string, GraphEdge>
  entities: Map<string, EntityBrief>
}

/** What can be walked to from these entities (or, backwards, from where they can be walked to). */
export async function reachOf(
  reads: Reads,
  start: readonly EntityBrief[],
  forwards: boolean,
  rounds = LIMITS.steps,
): Promise<Reach> {
  const reach: Reach = { edges: new Map(), entities: new Map(start.map((brief) => [brief.id, brief])) }
  let frontier = start.map(({ id }) => id)
  const seen = new Set(frontier)
  for (let round = 0; round < rounds && frontier.length > 0; round++) {
    const [out, into] = await Promise.all([
      reads.edgesOut(frontier, forwards ? along : against),
      reads.edgesIn(frontier, forwards ? against : along),
    ])
    const next: EntityBrief[] = []
    for (const { edge, other } of [...out, ...into]) {
      reach.edges.set(edge.id, edge)
      reach.entities.set(other.id, other)
      if (seen.has(other.id)) continue
      seen.add(other.id)
      next.push(other)
    }
    frontier = next
      .sort((a, b) => b.articleCount - a.articleCount || (a.id < b.id ? -1 : 1))
      .slice(0, WIDTH)
      .map(({ id }) => id)
  }
  return reach
}

export const typesIn = ({ entities }: Reach): Map<string, EntityType> =>
  new Map([...entities.values()].map(({ id, type }) => [id, type]))

export const articlesOf = ({ properties }: GraphEdge): string[] => (properties.articles ?? []) as string[]

/** The steps in reach, standing on the articles of the period alone. */
export function stepsIn(reach: Reach, dates: ReadonlyMap<string, ArticleHit>, period: TraceFilter): Step[] {
  const bounded = period.since || period.until
  const edges = [...reach.edges.values()].flatMap((edge): TraceEdge[] => {
    if (!bounded) return [traceEdgeOf(edge, Number(edge.properties.articleCount ?? 1))]
    const within = articlesOf(edge).filter((id) => dateWithin(dates.get(id)?.date ?? '', period))
    return within.length === 0 ? [] : [traceEdgeOf(edge, within.length)]
  })
  return stepsOf(edges, typesIn(reach))
}

const traceEdgeOf = ({ id, type, from, to, properties }: GraphEdge, articleCount: number): TraceEdge => ({
  id,
  type: type as EntityEdgeType,
  from,
  to,
  ...(properties.level ? { level: properties.level as ServesLevel } : {}),
  articleCount,
  modality: String(properties.modality ?? ''),
})
