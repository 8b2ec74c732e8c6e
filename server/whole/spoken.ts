/** Of when the sentences speak that mention each entity and state each relation of the whole graph. */
import type { Span } from '../../model/article.ts'
import { batchesOf } from '../../model/batches.ts'
import { pushTo } from '../../model/groups.ts'
import type { Reads } from '../reads.ts'
import { type Whole, type Words, wordsOf } from './whole.ts'

export interface Spoken {
  entities: Words
  relations: Words
}

/** Asked for at once. */
const PAGE = 5_000

/** @param articles ids of all of them */
export async function spokenOf(reads: Reads, whole: Whole, articles: readonly string[]): Promise<Spoken> {
  const timeOf = new Map<string, string>()
  const timed = new Map<string, (Span & { time: string })[]>()
  for (const ids of batchesOf(articles, PAGE))
    for (const { id, article, start, end, time } of await reads.timedSentences(ids)) {
      timeOf.set(id, time)
      pushTo(timed, article, { start, end, time })
    }
  const entities = whole.ids.map(() => new Set<string>())
  for (const ids of batchesOf(whole.ids, PAGE))
    for (const { entity, article, spans } of await reads.mentionsOf(ids)) {
      const own = entities[whole.indexOf.get(entity) ?? -1]
      for (const sentence of timed.get(article) ?? [])
        if (own && spans.some(({ start, end }) => start >= sentence.start && end <= sentence.end))
          own.add(sentence.time)
    }
  const evidence = new Map<string, readonly string[]>()
  for (const { from, to, type, sentences } of await reads.evidenceFrom(whole.ids))
    evidence.set(`${type}:${from}:${to}`, sentences)
  const relations = whole.relations.map((type, e) => {
    const sentences = evidence.get(`${type}:${whole.ids[whole.from[e]!]}:${whole.ids[whole.to[e]!]}`) ?? []
    return [...new Set(sentences.flatMap((id) => timeOf.get(id) ?? []))]
  })
  return { entities: wordsOf(entities.map((own) => [...own])), relations: wordsOf(relations) }
}
