/** Time: how much was published, or is spoken of, when; when each node and edge stands there; what is new. */
import type { ActivityResponse, NewResponse, TimelineResponse } from '../model/api.ts'
import type { Span } from '../model/article.ts'
import { groupedBy } from '../model/groups.ts'
import { sentenceOf } from '../model/ids.ts'
import type { Catalogue } from './catalogue.ts'
import type { Reads } from './reads.ts'
import { dateWithin } from './trace/filter.ts'

export async function timeline(reads: Reads, catalogue: Catalogue): Promise<TimelineResponse> {
  const [articles, spoken] = await Promise.all([catalogue.articles(), reads.spokenTimes()])
  const published = new Map<string, number>()
  for (const { date } of articles) if (date) published.set(date, (published.get(date) ?? 0) + 1)
  return {
    published: [...published]
      .map(([time, count]) => ({ time, count }))
      .sort((a, b) => (a.time < b.time ? -1 : 1)),
    spoken,
    undated: articles.filter(({ date }) => date === '').length,
  }
}

/** For these entities and the relations among them: the times of the articles and of the sentences behind each. */
export async function activity(reads: Reads, ids: readonly string[]): Promise<ActivityResponse> {
  const [mentions, edges] = await Promise.all([reads.mentionsOf([...ids]), reads.edgesAmong([...ids])])
  const articleIds = new Set(mentions.map(({ article }) => article))
  for (const { properties } of edges)
    for (const sentence of (properties.evidence ?? []) as string[])
      articleIds.add(sentenceOf(sentence).article)
  const [articles, timed] = await Promise.all([
    reads.articlesByIds([...articleIds]),
    reads.timedSentences([...articleIds]),
  ])
  const dateOf = new Map(articles.map(({ id, date }) => [id, date]))
  const timeOf = new Map(timed.map(({ id, time }) => [id, time]))
  const byArticle = groupedBy(timed, ({ article }) => article)

  const times = new Index()
  const nodes = new Map<string, { published: Set<number>; spoken: Set<number> }>()
  for (const { entity, article, date, spans } of mentions) {
    const own = nodes.get(entity) ?? { published: new Set(), spoken: new Set() }
    nodes.set(entity, own)
    if (date) own.published.add(times.at(date))
    for (const sentence of byArticle.get(article) ?? [])
      if (spans.some((span) => within(span, sentence))) own.spoken.add(times.at(sentence.time))
  }
  return {
    nodes: [...nodes].map(([id, own]) => [id, sorted(own.published), sorted(own.spoken)]),
    edges: edges.map(({ id, properties }) => {
      const evidence = (properties.evidence ?? []) as string[]
      const published = new Set<number>()
      const spoken = new Set<number>()
      for (const sentence of evidence) {
        const date = dateOf.get(sentenceOf(sentence).article)
        if (date) published.add(times.at(date))
        const time = timeOf.get(sentence)
        if (time) spoken.add(times.at(time))
      }
      return [id, sorted(published), sorted(spoken)]
    }),
    times: times.words,
  }
}

const within = (span: Span, { start, end }: Span): boolean => span.start >= start && span.end <= end
const sorted = (numbers: ReadonlySet<number>): number[] => [...numbers].sort((a, b) => a - b)

/** Each word once, by number. */
class Index {
  readonly words: string[] = []
  readonly #at = new Map<string, number>()
  at(word: string): number {
    const known = this.#at.get(word)
    if (known !== undefined) return known
    this.#at.set(word, this.words.length)
    return this.words.push(word) - 1
  }
}

/** Articles, entities and ties to strategies that nothing before this date had; what is dated by its year alone may be of it. */
export async function newSince(
  reads: Reads,
  catalogue: Catalogue,
  since: string,
  limit: number,
): Promise<NewResponse> {
  const [articles, whole, entities, entityTotal] = await Promise.all([
    catalogue.articles(),
    catalogue.whole(),
    reads.entitiesFirstSince(since, limit),
    reads.countFirstSince(since),
  ])
  const fresh = articles.filter(({ date }) => dateWithin(date, { since }))
  const ties = whole.relations.flatMap((type, e) =>
    type === 'SERVES' && dateWithin(whole.first[e]!, { since })
      ? [{ from: whole.ids[whole.from[e]!]!, to: whole.ids[whole.to[e]!]!, date: whole.first[e]! }]
      : [],
  )
  const newest = ties.sort((a, b) =>
    a.date === b.date ? (a.from < b.from ? -1 : 1) : a.date < b.date ? 1 : -1,
  )
  const brief = (id: string) => {
    const i = whole.indexOf.get(id)!
    return { id, name: whole.names[i]!, type: whole.types[i]!, articleCount: whole.articleCounts[i]! }
  }
  return {
    articles: fresh.slice(0, limit).map(({ id, title, date, source }) => ({ id, title, date, source })),
    articleTotal: fresh.length,
    entities,
    entityTotal,
    serves: newest.slice(0, limit).map(({ from, to, date }) => ({ from: brief(from), to: brief(to), date })),
    servesTotal: ties.length,
  }
}
