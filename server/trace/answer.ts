/** An answer to a trace: what is in reach, walked, filtered, with the sentences put to the steps. */
import type { ArticleHit, EntityBrief, TraceChain, TraceEntity, TraceResponse } from '../../model/api.ts'
import { entityEdgeTypes } from '../../model/ontology.ts'
import { statedBy } from '../evidence.ts'
import type { Reads } from '../reads.ts'
import { dateWithin, facetsOf, fits, type TraceFilter } from './filter.ts'
import { articlesOf, type Reach, reachOf, stepsIn, typesIn } from './reach.ts'
import { type Chain, chainsFrom, chainsTo, gapsAmong, gapTypes, LIMITS } from './trace.ts'
import { traitsOf } from './traits.ts'

const NEAR = 150
const BEHIND = 30
const SENTENCES = 3
/** What everything in a district is near to, without having to do with each other. */
const HUBS = new Set(['Place', 'Organization', 'Person'])

export interface TraceOptions extends TraceFilter {
  /** Chains at most. */
  limit: number
}

/** Chains between an entity and the strategies; from a strategy: what serves it. */
export async function trace(
  reads: Reads,
  from: EntityBrief,
  to: EntityBrief | null,
  { limit, ...filter }: TraceOptions,
): Promise<TraceResponse> {
  const backwards = from.type === 'Strategy' && to?.type !== 'Strategy'
  const reach = await reachOf(reads, [backwards && to ? to : from], !backwards || to !== null)
  reach.entities.set(from.id, from)
  if (to) reach.entities.set(to.id, to)
  const dates = await datesOf(reads, reach)
  const steps = stepsIn(reach, dates, filter)
  const types = typesIn(reach)
  const all = { ...LIMITS, chains: Number.POSITIVE_INFINITY }
  const walked = !backwards
    ? chainsFrom(from.id, to?.id ?? null, steps, types, all)
    : to
      ? chainsFrom(to.id, from.id, steps, types, all)
      : chainsTo(from.id, steps, types, all)

  const behind = to || from.type === 'Strategy' ? [] : await behindOf(reads, from, reach, dates, filter)
  const gaps = to ? [] : await gapsNear(reads, from, walked)
  const members = new Map([from, ...gaps].map((brief) => [brief.id, brief]))
  for (const id of [...walked, ...behind].flatMap(membersOf)) members.set(id, reach.entities.get(id)!)
  const traits = new Map((await traitsOf(reads, [...members.values()])).map((entity) => [entity.id, entity]))
  const entitiesOf = (chain: Chain): TraceEntity[] => membersOf(chain).map((id) => traits.get(id)!)

  const fitting = walked.filter((chain) => fits(entitiesOf(chain), filter))
  const shown = fitting.slice(0, limit)
  const told = await withSentences(reads, reach, [...shown, ...behind], filter)
  const named = new Set([from.id, ...[...shown, ...behind].flatMap(membersOf)])
  const fittingGaps = gaps.filter(({ id }) => fits([traits.get(id)!], filter))
  for (const { id } of fittingGaps) named.add(id)
  const cited = new Set(
    walked.flatMap(({ steps: own }) => own.flatMap(({ edge }) => articlesOf(reach.edges.get(edge.id)!))),
  )
  return {
    from: traits.get(from.id)!,
    chains: told.chains.slice(0, shown.length),
    remaining: fitting.length - shown.length,
    behind: told.chains.slice(shown.length).flatMap(({ steps: own }) => own),
    gaps: fittingGaps,
    entities: [...named].map((id) => traits.get(id)!),
    articles: told.articles,
    facets: facetsOf(
      walked.map(entitiesOf),
      [...cited].map((id) => dates.get(id)?.date ?? ''),
    ),
  }
}

const membersOf = ({ steps }: Chain): string[] => [...new Set(steps.flatMap(({ from, to }) => [from, to]))]

async function datesOf(reads: Reads, reach: Reach): Promise<Map<string, ArticleHit>> {
  const ids = [...new Set([...reach.edges.values()].flatMap(articlesOf))]
  return new Map((await reads.articlesByIds(ids)).map((article) => [article.id, article]))
}

/** The steps that lead to it, each as a chain of one; what they stand on joins what is in reach. */
async function behindOf(
  reads: Reads,
  from: EntityBrief,
  reach: Reach,
  dates: Map<string, ArticleHit>,
  period: TraceFilter,
): Promise<Chain[]> {
  const back = await reachOf(reads, [from], false, 1)
  for (const [id, article] of await datesOf(reads, back)) dates.set(id, article)
  for (const [id, edge] of back.edges) reach.edges.set(id, edge)
  for (const [id, brief] of back.entities) reach.entities.set(id, brief)
  return chainsTo(from.id, stepsIn(back, dates, period), typesIn(back), { steps: 1, chains: BEHIND })
}

/** Who stands near the chains, could serve a strategy, and is tied to none: in no article, whatever the period. */
async function gapsNear(reads: Reads, from: EntityBrief, chains: readonly Chain[]): Promise<EntityBrief[]> {
  const members = [...new Set([from.id, ...chains.flatMap(membersOf)])].slice(0, NEAR)
  const nodes = await reads.entities(members)
  const anchors = nodes
    .filter(({ id, properties }) => id === from.id || !HUBS.has(String(properties.type)))
    .map(({ id }) => id)
  const [out, into] = await Promise.all([
    reads.edgesOut(anchors, entityEdgeTypes),
    reads.edgesIn(anchors, entityEdgeTypes),
  ])
  const near = new Map([[from.id, from]])
  for (const { other } of [...out, ...into]) if (gapTypes.includes(other.type)) near.set(other.id, other)
  const candidates = [...near.values()]
    .sort((a, b) => b.articleCount - a.articleCount || (a.id < b.id ? -1 : 1))
    .slice(0, NEAR)
  const reach = await reachOf(reads, candidates, true)
  return gapsAmong(candidates, stepsIn(reach, new Map(), {}), typesIn(reach))
}

async function withSentences(
  reads: Reads,
  reach: Reach,
  chains: readonly Chain[],
  period: TraceFilter,
): Promise<{ chains: TraceChain[]; articles: ArticleHit[] }> {
  const told = new Map<string, string[]>()
  for (const { edge } of chains.flatMap(({ steps }) => steps))
    told.set(edge.id, statedBy(reach.edges.get(edge.id)!).sentences)
  const stored = await reads.sentences([...told.values()].flat())
  const sentences = new Map(
    stored.filter(({ article }) => dateWithin(article.date, period)).map((s) => [s.id, s]),
  )
  const cited = new Map<string, ArticleHit>()
  const evidenceOf = (edge: string) =>
    told
      .get(edge)!
      .flatMap((id) => sentences.get(id) ?? [])
      .slice(0, SENTENCES)
      .map(({ id, article, start, end, text, paragraph }) => {
        cited.set(article.id, article)
        return { article: article.id, sentence: id, start, end, text, paragraph: paragraph + 1 }
      })
  const round = (strength: number) => Math.round(strength * 1000) / 1000
  return {
    chains: chains.map(({ strength, steps }) => ({
      strength: round(strength),
      steps: steps.map(({ from, to, edge, strength: own }) => ({
        from: reach.entities.get(from)!,
        to: reach.entities.get(to)!,
        relation: edge.type,
        backwards: edge.from !== from,
        ...(edge.level ? { level: edge.level } : {}),
        strength: round(own),
        articleCount: edge.articleCount,
        planned: edge.modality === 'planned',
        evidence: evidenceOf(edge.id),
      })),
    })),
    articles: [...cited.values()],
  }
}
