/** What one article alone puts into the graph: itself, its sentences, its facts and statuses, and whom it mentions. */
import type { Annotated } from '../../model/article.ts'
import type { GraphEdge, GraphNode, PropertyValue, Subgraph } from '../../model/graph.ts'
import { edgeIdOf, sentenceIdOf } from '../../model/ids.ts'
import type { EdgeType } from '../../model/ontology.ts'
import { recordOf } from '../record.ts'

/** @param ids the corpus id of each of its entities */
export function graphOfArticle(article: Annotated, ids: readonly string[]): Subgraph {
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  const node = (id: string, label: GraphNode['labels'][number], properties: Record<string, PropertyValue>) =>
    nodes.push({ id, labels: [label], properties })
  const edge = (type: EdgeType, from: string, to: string, properties: Record<string, PropertyValue> = {}) =>
    edges.push({ id: edgeIdOf(type, from, to), type, from, to, properties })

  const { id, text, sentences } = article
  const spans = mentionsOf(article, ids)
  node(id, 'Article', {
    title: article.title || text.slice(0, 24),
    date: article.date,
    source: article.source,
    authors: article.authors,
    ...(article.editors ? { editors: article.editors } : {}),
    url: article.url,
    file: article.file,
    ...sourcesOf(article),
    sentenceCount: sentences.length,
    entityCount: spans.size,
    record: recordOf(article),
  })
  for (const { index, paragraph, start, end, time } of sentences) {
    const sentence = sentenceIdOf(id, index)
    node(sentence, 'Sentence', {
      article: id,
      index,
      paragraph,
      start,
      end,
      text: text.slice(start, end),
      time,
    })
    edge('HAS_SENTENCE', id, sentence)
  }
  for (const [entity, own] of spans) {
    own.sort((a, b) => a[0] - b[0] || a[1] - b[1])
    edge('MENTIONS', id, entity, {
      count: own.length,
      starts: own.map(([start]) => start),
      ends: own.map(([, end]) => end),
    })
  }
  article.facts.forEach(({ subject, sentence: index, ...fact }, i) => {
    const { metric, value, unit, period, bound, comparison, start, end } = fact
    const sentence = sentenceIdOf(id, index)
    const own = `${id}-fact-${i}`
    node(own, 'Fact', { metric, value, unit, period, bound, comparison, start, end, article: id, sentence })
    edge('HAS_FACT', ids[subject]!, own)
    edge('STATED_IN', own, sentence)
  })
  article.statuses.forEach(({ subject, status, date, start, end, sentence: index }, i) => {
    const sentence = sentenceIdOf(id, index)
    const own = `${id}-status-${i}`
    node(own, 'Status', { status, date: date ?? '', start, end, article: id, sentence })
    edge('HAS_STATUS', ids[subject]!, own)
    edge('STATED_IN', own, sentence)
  })
  return { nodes, edges }
}

/** Where it was printed, one entry a printing, for articles that were printed more than once. */
function sourcesOf({ sources = [] }: Annotated): Record<string, PropertyValue> {
  if (sources.length < 2) return {}
  return {
    sourceCount: sources.length,
    sourceFiles: sources.map(({ file }) => file),
    sourceTitles: sources.map(({ title }) => title),
    sourceNames: sources.map(({ source }) => source),
    sourceDates: sources.map(({ date }) => date),
    sourceUrls: sources.map(({ url }) => url),
  }
}

function mentionsOf(article: Annotated, ids: readonly string[]): Map<string, [number, number][]> {
  const spans = new Map<string, [number, number][]>()
  for (const entity of article.entities) {
    const id = ids[entity.index]!
    const own = spans.get(id) ?? []
    for (const m of entity.mentions) own.push([article.mentions[m]!.start, article.mentions[m]!.end])
    spans.set(id, own)
  }
  return spans
}
