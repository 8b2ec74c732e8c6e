/** Sentences as evidence: with their article and the spans of the entities in question. */
import type { Evidence } from '../model/api.ts'
import type { GraphEdge, GraphNode } from '../model/graph.ts'
import { type ServesLevel, servesLevels } from '../model/ontology.ts'
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

/** The sentences that state a relation, the strongest level first, and the level of each. */
export function statedBy(edge: GraphEdge): { sentences: string[]; levels: Map<string, ServesLevel> } {
  const evidence = (edge.properties.evidence ?? []) as string[]
  const given = (edge.properties.levels ?? []) as ServesLevel[]
  const levels = new Map<string, ServesLevel>()
  evidence.forEach((id, i) => {
    const level = given[i]
    const known = levels.get(id)
    if (level && (!known || servesLevels.indexOf(level) < servesLevels.indexOf(known))) levels.set(id, level)
  })
  const strength = (id: string) => servesLevels.indexOf(levels.get(id) ?? 'stated')
  return { sentences: [...new Set(evidence)].sort((a, b) => strength(a) - strength(b)), levels }
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
