/** A small graph of our own, stored in a real embedded store: two parks, a project, companies, three strategies. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entityNode } from '../../bench/entity-node.ts'
import type { GraphEdge, GraphNode, PropertyValue, Subgraph } from '../../model/graph.ts'
import { edgeIdOf, sentenceIdOf } from '../../model/ids.ts'
import type { EdgeType, EntityType } from '../../model/ontology.ts'
import { openEmbedded } from '../../store/embedded.ts'
import type { GraphStore } from '../../store/store.ts'

const TEXTS = {
  a1: {
    title: '云湖区加快建设云湖科创城',
    date: '2023-05-01',
    source: '云湖日报',
    sentences: [
      '云湖区加快建设云湖科创城',
      '星海机器人研发基地服务云湖科创城。',
      '星海科技投资建设星海机器人研发基地。',
      '云湖科创城是湖东新区发展战略的重要部分。',
      '松果食品也在当地设厂。',
    ],
  },
  a2: {
    title: '星海机器人研发基地开工',
    date: '2023-08-12',
    source: '湖东发布',
    sentences: [
      '星海机器人研发基地开工',
      '聚焦云湖科创城，引进星海机器人研发基地，总投资约12亿元。',
      '云湖大学科技园位于云湖科创城。',
      '星海科技与松果食品签约。',
    ],
  },
} as const
type ArticleId = keyof typeof TEXTS

const ENTITIES: [
  id: string,
  name: string,
  type: EntityType,
  aliases: string[],
  pinyin: string,
  initials: string,
][] = [
  ['e1', '云湖科创城', 'Strategy', ['科创城'], 'yunhukechuangcheng', 'yhkcc'],
  ['e2', '湖东新区发展战略', 'Strategy', [], 'hudongxinqufazhanzhanlve', 'hdxqfzzl'],
  ['e3', '星海机器人研发基地', 'Project', [], 'xinghaijiqirenyanfajidi', 'xhjqryfjd'],
  ['e4', '星海科技', 'Company', [], 'xinghaikeji', 'xhkj'],
  ['e5', '云湖大学科技园', 'Park', [], 'yunhudaxuekejiyuan', 'yhdxkjy'],
  ['e6', '松果食品', 'Company', [], 'songguoshipin', 'sgsp'],
  ['e7', '云湖区', 'Place', [], 'yunhuqu', 'yhq'],
]

type Says = [
  type: EdgeType,
  from: string,
  to: string,
  evidence: [ArticleId, number][],
  more?: Record<string, PropertyValue>,
]
const RELATIONS: Says[] = [
  [
    'SERVES',
    'e3',
    'e1',
    [
      ['a1', 1],
      ['a2', 1],
    ],
    { level: 'stated', levels: ['stated', 'purpose'] },
  ],
  // the rule went by 投资建设, of which the ontology knows each half
  ['DEVELOPS', 'e4', 'e3', [['a1', 2]], { cueStarts: [35], cueEnds: [39] }],
  ['PART_OF', 'e1', 'e2', [['a1', 3]]],
  ['ADVANCES', 'e7', 'e1', [['a1', 0]]],
  ['LOCATED_IN', 'e5', 'e1', [['a2', 2]]],
  ['COOPERATES_WITH', 'e4', 'e6', [['a2', 3]]],
]

export const textOf = (id: ArticleId): string => TEXTS[id].sentences.join('\n')

/** The graph of the fixture: what `store.putNodes` and `putEdges` take. */
export function fixtureGraph(): Subgraph {
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  const edge = (type: EdgeType, from: string, to: string, properties: Record<string, PropertyValue> = {}) =>
    edges.push({ id: edgeIdOf(type, from, to), type, from, to, properties })
  const counts = new Map<string, { articles: number; mentions: number }>()

  for (const id of Object.keys(TEXTS) as ArticleId[]) {
    const { title, date, source, sentences } = TEXTS[id]
    const text = textOf(id)
    const layers = {
      id,
      file: `${id}.txt`,
      title,
      date,
      source,
      authors: ['林舟'],
      url: '',
      text,
      asides: [],
    }
    nodes.push({
      id,
      labels: ['Article'],
      properties: {
        title,
        date,
        source,
        authors: ['林舟'],
        url: '',
        file: `${id}.txt`,
        sentenceCount: sentences.length,
        entityCount: ENTITIES.filter(([, name]) => text.includes(name)).length,
        record: JSON.stringify(layers),
      },
    })
    let start = 0
    sentences.forEach((sentence, index) => {
      const end = start + sentence.length
      const sentenceId = sentenceIdOf(id, index)
      const properties = { article: id, index, paragraph: index, start, end, text: sentence, time: '' }
      nodes.push({ id: sentenceId, labels: ['Sentence'], properties })
      edge('HAS_SENTENCE', id, sentenceId)
      start = end + 1
    })
    for (const [entity, name] of ENTITIES) {
      const starts = [...text.matchAll(new RegExp(name, 'g'))].map((m) => m.index)
      if (starts.length === 0) continue
      const ends = starts.map((at) => at + name.length)
      edge('MENTIONS', id, entity, { count: starts.length, starts, ends })
      const sum = counts.get(entity) ?? { articles: 0, mentions: 0 }
      counts.set(entity, { articles: sum.articles + 1, mentions: sum.mentions + starts.length })
    }
  }
  for (const [id, name, type, aliases, pinyin, initials] of ENTITIES) {
    const { articles = 0, mentions = 0 } = counts.get(id) ?? {}
    nodes.push(
      entityNode(id, type, name, {
        aliases,
        pinyin,
        initials,
        articleCount: articles,
        mentionCount: mentions,
        firstDate: '2023-05-01',
        lastDate: '2023-08-12',
      }),
    )
  }
  for (const [type, from, to, evidence, more = {}] of RELATIONS) {
    const articles = [...new Set(evidence.map(([article]) => article))]
    edge(type, from, to, {
      evidence: evidence.map(([article, index]) => sentenceIdOf(article, index)),
      articles,
      articleCount: articles.length,
      sentenceCount: evidence.length,
      confidence: 0.9,
      rules: ['fixture'],
      ...(type === 'SERVES' ? {} : { modality: 'asserted', time: '' }),
      ...more,
    })
  }
  const [start, end] = [textOf('a2').indexOf('12亿元'), textOf('a2').indexOf('12亿元') + 4]
  const said = { start, end, article: 'a2', sentence: 'a2:1' }
  nodes.push({
    id: 'f1',
    labels: ['Fact'],
    properties: {
      metric: '总投资',
      value: 12,
      unit: '亿元',
      period: '',
      bound: 'about',
      comparison: '',
      ...said,
    },
  })
  edge('HAS_FACT', 'e3', 'f1')
  edge('STATED_IN', 'f1', 'a2:1')
  nodes.push({
    id: 's1',
    labels: ['Status'],
    properties: { status: 'started', date: '2023-08', start: 9, end: 11, article: 'a2', sentence: 'a2:0' },
  })
  edge('HAS_STATUS', 'e3', 's1')
  edge('STATED_IN', 's1', 'a2:0')
  return { nodes, edges }
}

/** A fresh embedded store with this graph in it, and what takes it away again. */
export async function storeWith({
  nodes,
  edges,
}: Subgraph): Promise<{ store: GraphStore; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-server-'))
  const store = await openEmbedded(join(folder, 'graph'))
  await store.prepare()
  await store.putNodes(nodes)
  await store.putEdges(edges)
  return {
    store,
    remove: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
