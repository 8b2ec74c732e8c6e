/** Reads what a trace needs round by round, walks it (trace.ts) and puts the sentences to the steps. */
import type { EntityBrief, TraceChain, TraceResponse } from '../model/api.ts'
import type { GraphEdge } from '../model/graph.ts'
import { type EntityEdgeType, type EntityType, entityEdgeTypes, type ServesLevel } from '../model/ontology.ts'
import { statedBy } from './evidence.ts'
import type { Reads } from './reads.ts'
import {
  type Chain,
  chainsFrom,
  chainsTo,
  gapsAmong,
  gapTypes,
  LIMITS,
  MOVES,
  stepsOf,
  type TraceEdge,
} from './trace.ts'

/** Entities looked at in one round at most: the most written about. */
const WIDTH = 400
const NEAR = 150
const SENTENCES = 3

const along = [...new Set(MOVES.filter(({ against }) => !against).map(({ type }) => type))]
const against = [...new Set(MOVES.filter((move) => move.against).map(({ type }) => type))]

interface Reach {
  edges: Map<string, GraphEdge>
  entities: Map<string, EntityBrief>
}

async function grow(reads: Reads, reach: Reach, start: readonly string[], forwards: boolean): Promise<void> {
  const seen = new Set(start)
  let frontier = [...start]
  for (let round = 0; round < LIMITS.steps && frontier.length > 0; round++) {
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
}

const traceEdgeOf = ({ id, type, from, to, properties }: GraphEdge): TraceEdge => ({
  id,
  type: type as EntityEdgeType,
  from,
  to,
  ...(properties.level ? { level: properties.level as ServesLevel } : {}),
  articleCount: Number(properties.articleCount ?? 1),
  modality: String(properties.modality ?? ''),
})

const typesOf = ({ entities }: Reach): Map<string, EntityType> =>
  new Map([...entities.values()].map(({ id, type }) => [id, type]))
const stepsIn = (reach: Reach) => stepsOf([...reach.edges.values()].map(traceEdgeOf), typesOf(reach))

/** Chains between an entity and the strategies, with sentences; from a strategy: what serves it. */
export async function trace(reads: Reads, from: EntityBrief, to: EntityBrief | null): Promise<TraceResponse> {
  const reach: Reach = { edges: new Map(), entities: new Map([[from.id, from]]) }
  if (to) reach.entities.set(to.id, to)
  const backwards = from.type === 'Strategy' && to?.type !== 'Strategy'
  await grow(reads, reach, [backwards && to ? to.id : from.id], !backwards || to !== null)
  const steps = stepsIn(reach)
  const types = typesOf(reach)
  const chains = !backwards
    ? chainsFrom(from.id, to?.id ?? null, steps, types)
    : to
      ? chainsFrom(to.id, from.id, steps, types)
      : chainsTo(from.id, steps, types)
  const members = new Set([
    from.id,
    ...chains.flatMap((chain) => chain.steps.flatMap((step) => [step.from, step.to])),
  ])
  return {
    from,
    chains: await withSentences(reads, reach, chains),
    gaps: to ? [] : await gapsNear(reads, from, [...members]),
  }
}

/** Who stands near, could serve a strategy, and is tied to none. */
async function gapsNear(reads: Reads, from: EntityBrief, members: string[]): Promise<EntityBrief[]> {
  const anchors = members.slice(0, NEAR)
  const [out, into] = await Promise.all([
    reads.edgesOut(anchors, entityEdgeTypes),
    reads.edgesIn(anchors, entityEdgeTypes),
  ])
  const near = new Map([[from.id, from]])
  for (const { other } of [...out, ...into]) if (gapTypes.includes(other.type)) near.set(other.id, other)
  const candidates = [...near.values()]
    .sort((a, b) => b.articleCount - a.articleCount || (a.id < b.id ? -1 : 1))
    .slice(0, NEAR)
  const reach: Reach = { edges: new Map(), entities: new Map(near) }
  await grow(
    reads,
    reach,
    candidates.map(({ id }) => id),
    true,
  )
  return gapsAmong(candidates, stepsIn(reach), typesOf(reach))
}

async function withSentences(reads: Reads, reach: Reach, chains: readonly Chain[]): Promise<TraceChain[]> {
  const told = new Map<string, string[]>()
  for (const { steps } of chains) {
    for (const { edge } of steps)
      told.set(edge.id, statedBy(reach.edges.get(edge.id)!).sentences.slice(0, SENTENCES))
  }
  const sentences = new Map((await reads.sentences([...told.values()].flat())).map((s) => [s.id, s]))
  return chains.map(({ strength, steps }) => ({
    strength: Math.round(strength * 1000) / 1000,
    steps: steps.map(({ from, to, edge }) => ({
      from: reach.entities.get(from)!,
      to: reach.entities.get(to)!,
      relation: edge.type,
      ...(edge.level ? { level: edge.level } : {}),
      evidence: told.get(edge.id)!.flatMap((id) => {
        const sentence = sentences.get(id)
        if (!sentence) return []
        const { article, start, end, text } = sentence
        return [{ article: article.id, sentence: id, start, end, text }]
      }),
    })),
  }))
}
