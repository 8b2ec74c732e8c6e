/** The store's rows as typed values: every query of cypher/read that the server asks, in one place. */
import type { ArticleHit, ArticlesResponse, EntityBrief } from '../model/api.ts'
import type { Span } from '../model/article.ts'
import { batchesOf } from '../model/batches.ts'
import type { CypherEdge, CypherNode, CypherValue, GraphEdge, GraphNode } from '../model/graph.ts'
import { pushTo } from '../model/groups.ts'
import { edgeIdOf } from '../model/ids.ts'
import type { EntityEdgeType, EntityType, ServesLevel, Status } from '../model/ontology.ts'
import { byText } from '../model/order.ts'
import { edgeWithout, nodeWithout } from '../model/stored.ts'
import type { GraphStore } from '../store/store.ts'
import type { SearchableEntity } from './find/search.ts'
import { type RelationRow, relationRowOf } from './relation-row.ts'
import type { TraceEdge } from './trace/trace.ts'

type Row = Record<string, CypherValue>
const text = (value: CypherValue | undefined): string =>
  value === null || value === undefined ? '' : String(value)
const list = <T>(value: CypherValue | undefined): T[] => (Array.isArray(value) ? (value as T[]) : [])

const HIDDEN = new Set(['id', 'digest', 'record'])

/** A stored node as it is served: bookkeeping left out. */
export const nodeOf = (node: CypherNode): GraphNode => nodeWithout(node, HIDDEN)
export const edgeOf = (edge: CypherEdge): GraphEdge => edgeWithout(edge, HIDDEN)

export const briefOf = ({ id, properties }: GraphNode): EntityBrief => ({
  id,
  name: text(properties.name),
  type: properties.type as EntityType,
  articleCount: Number(properties.articleCount ?? 0),
})

const rowBrief = (row: Row): EntityBrief => ({
  id: text(row.id),
  name: text(row.name),
  type: text(row.type) as EntityType,
  articleCount: Number(row.articleCount ?? 0),
})

const hitOf = (row: Row, id: string): ArticleHit => ({
  id,
  title: text(row.title),
  date: text(row.date),
  source: text(row.source),
})

const spansOf = (row: Row): Span[] => {
  const ends = list<number>(row.ends)
  return list<number>(row.starts).map((start, i) => ({ start, end: ends[i]! }))
}

export interface StoredStatus {
  entity: string
  id: string
  status: Status
  /** As the sentence says it; '' where it does not. */
  date: string
  /** Of the article. */
  published: string
}
export interface StoredSentence extends Span {
  id: string
  index: number
  /** 0-based. */
  paragraph: number
  text: string
}
const sentenceOfRow = (row: Record<string, CypherValue>): StoredSentence => ({
  id: text(row.id),
  index: Number(row.index),
  paragraph: Number(row.paragraph),
  start: Number(row.start),
  end: Number(row.end),
  text: text(row.text),
})

const node = (row: Row, column: string): GraphNode => nodeOf(row[column] as CypherNode)

/** So much is read at once: between two pages others are answered. */
const ENTITIES = 5_000
const IDS = 1_000

/** What the routes read, by name. */
export function readsOf(store: GraphStore) {
  /** A query about these ids, some at a time; it answers for each by itself. */
  const about = async (name: string, ids: readonly string[], parameters: Row = {}) => {
    const rows: Row[] = []
    for (const page of batchesOf(ids, IDS))
      for (const row of await store.read(name, { ...parameters, ids: page })) rows.push(row)
    return rows
  }
  const relations = async (name: string, ids: string[], types: readonly EntityEdgeType[]) =>
    (await about(name, ids, { types: [...types] }))
      .map((row) => ({ edge: edgeOf(row.r as CypherEdge), other: rowBrief(row) }))
      // stores have orders of their own
      .sort((a, b) => byText(a.edge.id, b.edge.id))

  return {
    async entity(id: string): Promise<GraphNode | null> {
      const [row] = await store.read('entity', { id })
      return row ? node(row, 'n') : null
    },
    /** In the order of the ids: stores have orders of their own. */
    async entities(ids: string[]): Promise<GraphNode[]> {
      const rows = (await about('entities-by-ids', ids)).map((row) => node(row, 'n'))
      const byId = new Map(rows.map((own) => [own.id, own]))
      return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
    },
    /** By id. */
    async allEntities(): Promise<SearchableEntity[]> {
      const all: SearchableEntity[] = []
      for (;;) {
        const rows = await store.read('all-entities', { after: all.at(-1)?.id ?? '', limit: ENTITIES })
        for (const row of rows)
          all.push({
            ...rowBrief(row),
            aliases: list<string>(row.aliases),
            pinyin: text(row.pinyin),
            initials: text(row.initials),
          })
        if (rows.length < ENTITIES) return all
      }
    },
    async topEntities(types: readonly EntityType[], limit: number): Promise<GraphNode[]> {
      return (await store.read('top-entities', { types: [...types], limit })).map((row) => node(row, 'n'))
    },
    async typeCounts(): Promise<Partial<Record<EntityType, number>>> {
      const rows = await store.read('type-counts')
      return Object.fromEntries(rows.map((row) => [text(row.type), Number(row.count)]))
    },
    async counts(): Promise<{ entities: number; mentions: number; articles: number }> {
      const [row = {}] = await store.read('counts')
      return {
        entities: Number(row.entities ?? 0),
        mentions: Number(row.mentions ?? 0),
        articles: Number(row.articles ?? 0),
      }
    },
    /** Every relation that starts at these entities. */
    async relationsFrom(ids: readonly string[]): Promise<RelationRow[]> {
      return (await about('relations-from', ids)).map(relationRowOf)
    },
    /** The sentences behind every relation that starts at these entities. */
    async evidenceFrom(
      ids: readonly string[],
    ): Promise<{ from: string; to: string; type: string; sentences: string[] }[]> {
      return (await about('evidence-from', ids)).map((row) => ({
        from: text(row.from),
        to: text(row.to),
        type: text(row.type),
        sentences: list<string>(row.evidence),
      }))
    },
    /** How many relations there are between entities. */
    async edgeCount(): Promise<number> {
      const [row = {}] = await store.read('edge-count')
      return Number(row.count ?? 0)
    },
    async edgesAmong(ids: string[]): Promise<GraphEdge[]> {
      if (ids.length === 0) return []
      return (await store.read('edges-among', { ids }))
        .map((row) => edgeOf(row.r as CypherEdge))
        .sort((a, b) => byText(a.id, b.id))
    },
    edgesOut: (ids: string[], types: readonly EntityEdgeType[]) => relations('edges-out', ids, types),
    edgesIn: (ids: string[], types: readonly EntityEdgeType[]) => relations('edges-in', ids, types),
    async facts(id: string): Promise<GraphNode[]> {
      return (await store.read('entity-facts', { id })).map((row) => node(row, 'f'))
    },
    async statuses(id: string): Promise<GraphNode[]> {
      return (await store.read('entity-statuses', { id })).map((row) => node(row, 't'))
    },
    /** The stages of these entities, each with when it was stated. */
    async statusesOf(ids: string[]): Promise<StoredStatus[]> {
      return (await about('statuses-of', ids)).map((row) => ({
        entity: text(row.entity),
        id: text(row.id),
        status: text(row.status) as Status,
        date: text(row.date),
        published: text(row.published),
      }))
    },
    /** When these entities are written about first and last; '' where unknown. */
    async datesOf(ids: readonly string[]): Promise<Map<string, { first: string; last: string }>> {
      const rows = await about('entity-dates', ids)
      return new Map(rows.map((row) => [text(row.id), { first: text(row.first), last: text(row.last) }]))
    },
    /** Every relation of these types that starts at these entities, as what a chain stands on. */
    async stepsFrom(ids: readonly string[], types: readonly EntityEdgeType[]): Promise<TraceEdge[]> {
      return (await about('steps-from', ids, { types: [...types] })).map((row) => {
        const [from, to, type] = [text(row.source), text(row.target), text(row.type) as EntityEdgeType]
        const level = text(row.level)
        return {
          id: edgeIdOf(type, from, to),
          type,
          from,
          to,
          articleCount: Number(row.articleCount ?? 1),
          modality: text(row.modality),
          ...(level ? { level: level as ServesLevel } : {}),
        }
      })
    },
    async mentionsOf(
      ids: string[],
    ): Promise<{ entity: string; article: string; date: string; spans: Span[] }[]> {
      if (ids.length === 0) return []
      return (await store.read('mentions-of', { ids }))
        .map((row) => ({
          entity: text(row.entity),
          article: text(row.article),
          date: text(row.date),
          spans: spansOf(row),
        }))
        .sort((a, b) => (a.entity === b.entity ? byText(a.article, b.article) : byText(a.entity, b.entity)))
    },
    /** Sentences of these articles that say of when they speak. */
    async timedSentences(
      ids: string[],
    ): Promise<{ id: string; article: string; start: number; end: number; time: string }[]> {
      if (ids.length === 0) return []
      return (await store.read('timed-sentences', { ids })).map((row) => ({
        id: text(row.id),
        article: text(row.article),
        start: Number(row.start),
        end: Number(row.end),
        time: text(row.time),
      }))
    },
    async spokenTimes(): Promise<{ time: string; count: number }[]> {
      return (await store.read('spoken-times')).map((row) => ({
        time: text(row.time),
        count: Number(row.count),
      }))
    },
    async entitiesFirstSince(since: string, limit: number): Promise<EntityBrief[]> {
      return (await store.read('entities-first-since', { since, limit })).map(rowBrief)
    },
    /** Ids of what is mentioned by an article of one of these dates. */
    async entitiesDated(dates: string[]): Promise<string[]> {
      if (dates.length === 0) return []
      return (await store.read('entities-dated', { dates })).map((row) => text(row.id))
    },
    async countFirstSince(since: string): Promise<number> {
      const [row = {}] = await store.read('entities-first-since-count', { since })
      return Number(row.count ?? 0)
    },
    async articlesByIds(ids: string[]): Promise<ArticleHit[]> {
      if (ids.length === 0) return []
      return (await store.read('articles-by-ids', { ids: [...new Set(ids)] })).map((row) =>
        hitOf(row, text(row.id)),
      )
    },
    async sentences(ids: string[]): Promise<(StoredSentence & { article: ArticleHit })[]> {
      if (ids.length === 0) return []
      return (await store.read('sentences-by-ids', { ids: [...new Set(ids)] })).map((row) => {
        const { id, properties } = row.s as CypherNode
        return { ...sentenceOfRow({ ...properties, id }), article: hitOf(row, text(row.article)) }
      })
    },
    async articlesOf(entity: string): Promise<{ article: ArticleHit; spans: Span[] }[]> {
      const rows = await store.read('entity-articles', { id: entity })
      return rows.map((row) => ({ article: hitOf(row, text(row.article)), spans: spansOf(row) }))
    },
    async sentencesOf(articles: string[]): Promise<Map<string, StoredSentence[]>> {
      const byArticle = new Map<string, StoredSentence[]>()
      if (articles.length === 0) return byArticle
      for (const row of await store.read('article-sentences', { ids: articles }))
        pushTo(byArticle, text(row.article), sentenceOfRow(row))
      return byArticle
    },
    async marks(
      articles: string[],
      entities: string[],
    ): Promise<{ article: string; entity: string; type: EntityType; spans: Span[] }[]> {
      if (articles.length === 0 || entities.length === 0) return []
      return (await store.read('marks', { articles, entities })).map((row) => ({
        article: text(row.article),
        entity: text(row.entity),
        type: text(row.type) as EntityType,
        spans: spansOf(row),
      }))
    },
    /** The article with its stored layers as JSON. */
    async article(id: string): Promise<{ node: GraphNode; record: string } | null> {
      const [row] = await store.read('article', { id })
      if (!row) return null
      const stored = row.a as CypherNode
      return { node: nodeOf(stored), record: text(stored.properties.record) }
    },
    async mentionsIn(
      article: string,
    ): Promise<{ id: string; name: string; type: EntityType; spans: Span[] }[]> {
      return (await store.read('article-mentions', { id: article })).map((row) => ({
        ...rowBrief(row),
        spans: spansOf(row),
      }))
    },
    async articles(skip: number, limit: number): Promise<ArticlesResponse['articles']> {
      const rows = await store.read('articles', { skip, limit })
      return rows.map((row) => {
        const hit = hitOf(row, text(row.id))
        const others = list<string>(row.printedBy).filter((name) => name !== '' && name !== hit.source)
        return { ...hit, entityCount: Number(row.entityCount ?? 0), alsoIn: [...new Set(others)] }
      })
    },
  }
}

export type Reads = ReturnType<typeof readsOf>
