/** Sentences as evidence: with their article and the spans of the entities in question. */
import type { Evidence, EvidenceResponse, StatedRelation } from '../model/api.ts'
import type { Span } from '../model/article.ts'
import type { GraphEdge, GraphNode } from '../model/graph.ts'
import { edgeIdOf, sentenceOf } from '../model/ids.ts'
import { type EntityEdgeType, entityEdgeTypes, type ServesLevel, servesLevels } from '../model/ontology.ts'
import { cueIn } from './cue.ts'
import type { Reads } from './reads.ts'

/** The sentences with these ids, in this order, with marks where they mention these entities. */
export async function evidenceOf(
  reads: Reads,
  sentenceIds: readonly string[],
  entities: readonly string[],
  levels: ReadonlyMap<string, ServesLevel> = new Map(),
): Promise<Evidence[]> {
  const sentences = new Map(
    (await reads.sentences([...sentenceIds])).map((sentence) => [sentence.id, sentence]),
  )
  const articles = [...new Set([...sentences.values()].map(({ article }) => article.id))]
  const marks = await reads.marks(articles, [...entities])
  return sentenceIds.flatMap((id) => {
    const sentence = sentences.get(id)
    if (!sentence) return []
    const { article, start, end, text, paragraph } = sentence
    const level = levels.get(id)
    return [
      {
        article,
        sentence: id,
        start,
        end,
        text,
        paragraph: paragraph + 1,
        marks: marks
          .filter((mark) => mark.article === article.id)
          .flatMap(({ entity, type, spans }) => spans.map((span) => ({ ...span, entity, type })))
          .filter((span) => span.start >= start && span.end <= end)
          .sort((a, b) => a.start - b.start || b.end - a.end),
        ...(level ? { level } : {}),
      },
    ]
  })
}

interface StatedBy {
  sentences: string[]
  levels: Map<string, ServesLevel>
  /** The words by which the rule went, where it knew them. */
  cues: Map<string, Span>
}

/** The sentences that state a relation, the strongest level first, with the level and the cue of each. */
export function statedBy(edge: GraphEdge): StatedBy {
  const evidence = (edge.properties.evidence ?? []) as string[]
  const given = (edge.properties.levels ?? []) as ServesLevel[]
  const levels = new Map<string, ServesLevel>()
  evidence.forEach((id, i) => {
    const level = given[i]
    const known = levels.get(id)
    if (level && (!known || servesLevels.indexOf(level) < servesLevels.indexOf(known))) levels.set(id, level)
  })
  const [starts, ends] = [edge.properties.cueStarts, edge.properties.cueEnds] as (number[] | undefined)[]
  const cues = new Map<string, Span>()
  evidence.forEach((id, i) => {
    const [start, end] = [Number(starts?.[i] ?? -1), Number(ends?.[i] ?? -1)]
    if (start >= 0 && end > start) cues.set(id, { start, end })
  })
  const strength = (id: string) => servesLevels.indexOf(levels.get(id) ?? 'stated')
  return { sentences: [...new Set(evidence)].sort((a, b) => strength(a) - strength(b)), levels, cues }
}

/** For facts and statuses: the sentence that each is stated in. */
export async function evidenceByStatement(
  reads: Reads,
  statements: readonly GraphNode[],
  entity: string,
): Promise<Map<string, Evidence>> {
  const sentences = statements.map(({ properties }) => String(properties.sentence))
  const found = new Map(
    (await evidenceOf(reads, [...new Set(sentences)], [entity])).map((e) => [e.sentence, e]),
  )
  return new Map(
    statements.flatMap(({ id }, i) => {
      const evidence = found.get(sentences[i]!)
      return evidence ? [[id, evidence] as const] : []
    }),
  )
}

interface Page {
  limit: number
  offset: number
}

/** Sentences that mention an entity, newest article first. */
export async function mentionsOf(
  reads: Reads,
  entity: string,
  { limit, offset }: Page,
): Promise<EvidenceResponse> {
  const articles = await reads.articlesOf(entity)
  const sentences = await reads.sentencesOf(articles.map(({ article }) => article.id))
  const ids = articles.flatMap(({ article, spans }) =>
    (sentences.get(article.id) ?? [])
      .filter(({ start, end }) => spans.some((span) => span.start >= start && span.end <= end))
      .map((sentence) => sentence.id),
  )
  return {
    total: ids.length,
    evidence: await evidenceOf(reads, ids.slice(offset, offset + limit), [entity]),
    relations: [],
  }
}

/** Sentences that state something between two entities, newest article first, in each the strongest first. */
export async function relationEvidence(
  reads: Reads,
  entity: string,
  other: string,
  type: EntityEdgeType | undefined,
  { limit, offset }: Page,
): Promise<EvidenceResponse> {
  const wanted = new Set(
    (type ? [type] : entityEdgeTypes).flatMap((t) => [
      edgeIdOf(t, entity, other),
      edgeIdOf(t, other, entity),
    ]),
  )
  const edges = (await reads.edgesAmong([entity, other])).filter(({ id }) => wanted.has(id))
  const levels = new Map<string, ServesLevel>()
  const stating = new Map<string, EntityEdgeType>()
  const cues = new Map<string, Span>()
  for (const edge of edges) {
    const stated = statedBy(edge)
    for (const sentence of stated.sentences)
      if (!stating.has(sentence)) {
        stating.set(sentence, edge.type as EntityEdgeType)
        const cue = stated.cues.get(sentence)
        if (cue) cues.set(sentence, cue)
      }
    for (const [sentence, level] of stated.levels) levels.set(sentence, level)
  }
  const ids = await newestFirst(reads, [...stating.keys()])
  const page = await evidenceOf(reads, ids.slice(offset, offset + limit), [entity, other], levels)
  return {
    total: ids.length,
    evidence: page.map((e) => {
      const cue = cues.get(e.sentence) ?? cueIn(e, e.marks, stating.get(e.sentence)!, e.level)
      return cue ? { ...e, cue } : e
    }),
    relations: edges.map(relationOf),
  }
}

/** By the articles' dates; sentences of one article stay as they came. */
async function newestFirst(reads: Reads, ids: readonly string[]): Promise<string[]> {
  const articleOf = (id: string) => sentenceOf(id).article
  const dates = new Map((await reads.articlesByIds(ids.map(articleOf))).map(({ id, date }) => [id, date]))
  const dateOf = (id: string) => dates.get(articleOf(id)) ?? ''
  return ids
    .map((id, i) => ({ id, i, date: dateOf(id) }))
    .sort((a, b) => (a.date === b.date ? a.i - b.i : a.date < b.date ? 1 : -1))
    .map(({ id }) => id)
}

const relationOf = ({ type, from, to, properties: p }: GraphEdge): StatedRelation => ({
  type: type as EntityEdgeType,
  from,
  to,
  ...(p.level ? { level: p.level as ServesLevel } : {}),
  modality: (p.modality as StatedRelation['modality'] | undefined) ?? 'asserted',
  confidence: Number(p.confidence ?? 0),
  articleCount: Number(p.articleCount ?? 0),
  roles: (p.roles ?? []) as string[],
  times: (p.times ?? []) as string[],
})
