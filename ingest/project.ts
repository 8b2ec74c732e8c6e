import { pinyin } from 'pinyin-pro'
import type { Annotated, CorpusLinks } from '../model/article.ts'
import type { GraphEdge, GraphNode, PropertyValue, Subgraph } from '../model/graph.ts'
import { edgeIdOf, sentenceIdOf } from '../model/ids.ts'
import {
  type EdgeType,
  RELATION_TYPES,
  relationAllows,
  type ServesLevel,
  servesLevels,
} from '../model/ontology.ts'
import { recordOf } from './record.ts'

/** The graph that these articles state. Every count is derived from evidence; the order of the articles changes nothing. */
export function project(articles: readonly Annotated[], links: CorpusLinks): Subgraph {
  const order = articles.map((_, i) => i).sort((a, b) => (articles[a]!.id < articles[b]!.id ? -1 : 1))
  const graph = new Builder()
  for (const i of order) addArticle(graph, articles[i]!, links.entityIds[i]!)
  addEntities(graph, articles, links)
  for (const i of order) addStatements(graph, articles[i]!, links, links.entityIds[i]!)
  return graph.done()
}

type Bag = Record<string, PropertyValue>

class Builder {
  readonly #nodes = new Map<string, GraphNode>()
  readonly #edges = new Map<string, GraphEdge>()

  node(id: string, labels: GraphNode['labels'], properties: Bag): void {
    this.#nodes.set(id, { id, labels, properties })
  }
  edge(type: EdgeType, from: string, to: string, properties: Bag): void {
    const id = edgeIdOf(type, from, to)
    this.#edges.set(id, { id, type, from, to, properties })
  }
  done(): Subgraph {
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    return { nodes: [...this.#nodes.values()].sort(byId), edges: [...this.#edges.values()].sort(byId) }
  }
}

function addArticle(graph: Builder, article: Annotated, ids: readonly string[]): void {
  const { id, title, date, source, authors, url, file, text, sentences } = article
  const spans = new Map<string, [number, number][]>()
  for (const entity of article.entities) {
    const own = spans.get(ids[entity.index]!) ?? []
    own.push(
      ...entity.mentions.map((m): [number, number] => [article.mentions[m]!.start, article.mentions[m]!.end]),
    )
    spans.set(ids[entity.index]!, own)
  }
  graph.node(id, ['Article'], {
    title: title || text.slice(0, 24),
    date,
    source,
    authors,
    url,
    file,
    sentenceCount: sentences.length,
    entityCount: spans.size,
    record: recordOf(article),
  })
  for (const s of sentences) {
    const sentence = sentenceIdOf(id, s.index)
    graph.node(sentence, ['Sentence'], {
      article: id,
      index: s.index,
      paragraph: s.paragraph,
      start: s.start,
      end: s.end,
      text: text.slice(s.start, s.end),
      time: s.time,
    })
    graph.edge('HAS_SENTENCE', id, sentence, {})
  }
  for (const [entity, own] of spans) {
    own.sort((a, b) => a[0] - b[0] || a[1] - b[1])
    graph.edge('MENTIONS', id, entity, {
      count: own.length,
      starts: own.map(([start]) => start),
      ends: own.map(([, end]) => end),
    })
  }
}

function addEntities(graph: Builder, articles: readonly Annotated[], links: CorpusLinks): void {
  const seen = new Map<string, { articles: Map<string, string>; mentions: number }>()
  articles.forEach((article, a) => {
    for (const entity of article.entities) {
      const id = links.entityIds[a]![entity.index]!
      const row = seen.get(id) ?? { articles: new Map(), mentions: 0 }
      row.articles.set(article.id, article.date)
      row.mentions += entity.mentions.length
      seen.set(id, row)
    }
  })
  for (const { id, name, type, aliases, reasons } of links.entities) {
    const row = seen.get(id)
    if (!row) continue
    const dates = [...row.articles.values()].filter((date) => date !== '').sort()
    const reading = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    graph.node(id, ['Entity', type], {
      name,
      type,
      aliases,
      reasons,
      articleCount: row.articles.size,
      mentionCount: row.mentions,
      firstDate: dates[0] ?? '',
      lastDate: dates.at(-1) ?? '',
      pinyin: reading.join('').toLowerCase(),
      initials: reading
        .map((part) => part[0] ?? '')
        .join('')
        .toLowerCase(),
    })
  }
}

interface Stated {
  type: EdgeType
  from: string
  to: string
  rows: {
    sentence: string
    article: string
    confidence: number
    rule: string
    modality: string
    time: string
    role: string
    level: ServesLevel | ''
  }[]
}

const stated = new WeakMap<Builder, Map<string, Stated>>()

function addStatements(graph: Builder, article: Annotated, links: CorpusLinks, ids: readonly string[]): void {
  const all = stated.get(graph) ?? new Map<string, Stated>()
  stated.set(graph, all)
  const typeOf = new Map(links.entities.map((e) => [e.id, e.type]))
  const state = (
    type: Stated['type'] & (keyof typeof RELATION_TYPES | 'SERVES'),
    head: number,
    tail: number,
    row: Omit<Stated['rows'][number], 'article' | 'sentence'>,
    sentence: number,
  ) => {
    let [from, to] = [ids[head]!, ids[tail]!]
    if (from === to || !relationAllows(type, typeOf.get(from)!, typeOf.get(to)!)) return
    if (type !== 'SERVES' && RELATION_TYPES[type].symmetric && from > to) [from, to] = [to, from]
    const key = edgeIdOf(type, from, to)
    const edge = all.get(key) ?? { type, from, to, rows: [] }
    edge.rows.push({ ...row, article: article.id, sentence: sentenceIdOf(article.id, sentence) })
    all.set(key, edge)
    graph.edge(type, from, to, propertiesOf(edge))
  }
  for (const r of article.relations)
    state(
      r.type,
      r.head,
      r.tail,
      {
        confidence: r.confidence,
        rule: r.rule,
        modality: r.modality,
        time: r.time,
        role: r.role ?? '',
        level: '',
      },
      r.sentence,
    )
  for (const s of article.serves)
    state(
      'SERVES',
      s.head,
      s.tail,
      { confidence: s.confidence, rule: s.rule, modality: 'asserted', time: '', role: '', level: s.level },
      s.sentence,
    )
  article.facts.forEach((fact, i) => {
    const id = `${article.id}-fact-${i}`
    const { metric, value, unit, period, bound, comparison, start, end } = fact
    const sentence = sentenceIdOf(article.id, fact.sentence)
    graph.node(id, ['Fact'], {
      metric,
      value,
      unit,
      period,
      bound,
      comparison,
      start,
      end,
      article: article.id,
      sentence,
    })
    graph.edge('HAS_FACT', ids[fact.subject]!, id, {})
    graph.edge('STATED_IN', id, sentence, {})
  })
  article.statuses.forEach(({ subject, status, date, start, end, sentence: index }, i) => {
    const id = `${article.id}-status-${i}`
    const sentence = sentenceIdOf(article.id, index)
    graph.node(id, ['Status'], { status, date: date ?? '', start, end, article: article.id, sentence })
    graph.edge('HAS_STATUS', ids[subject]!, id, {})
    graph.edge('STATED_IN', id, sentence, {})
  })
}

function propertiesOf({ type, rows }: Stated): Bag {
  const sorted = [...rows].sort((a, b) =>
    a.sentence < b.sentence ? -1 : a.sentence > b.sentence ? 1 : rank(a.level) - rank(b.level),
  )
  const unique = sorted.filter((row, i) => i === 0 || row.sentence !== sorted[i - 1]!.sentence)
  const articles = [...new Set(unique.map((row) => row.article))]
  const set = (pick: (row: Stated['rows'][number]) => string) =>
    [...new Set(rows.map(pick).filter((x) => x !== ''))].sort()
  const base: Bag = {
    evidence: unique.map((row) => row.sentence),
    articles,
    articleCount: articles.length,
    sentenceCount: unique.length,
    confidence: Math.max(...rows.map((row) => row.confidence)),
    rules: set((row) => row.rule),
  }
  if (type === 'SERVES')
    return {
      ...base,
      level: servesLevels.find((level) => rows.some((row) => row.level === level))!,
      levels: unique.map((row) => row.level),
    }
  const modality = (['asserted', 'planned', 'negated'] as const).find((m) =>
    rows.some((row) => row.modality === m),
  )!
  return { ...base, modality, times: set((row) => row.time), roles: set((row) => row.role) }
}

const rank = (level: string): number => servesLevels.indexOf(level as ServesLevel)
