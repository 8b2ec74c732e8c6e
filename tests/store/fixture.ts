import { entityNode } from '../../bench/entity-node.ts'
import type { GraphEdge, GraphNode, Subgraph } from '../../model/graph.ts'
import type { EdgeType, EntityType } from '../../model/ontology.ts'

const entity = (id: string, type: EntityType, name: string, articleCount = 1): GraphNode =>
  entityNode(id, type, name, { aliases: [name], articleCount, mentionCount: articleCount })
const edge = (
  type: EdgeType,
  from: string,
  to: string,
  properties: GraphEdge['properties'] = {},
): GraphEdge => ({ id: `${type}:${from}:${to}`, type, from, to, properties })
const evidence = {
  evidence: ['a1:0'],
  articles: ['a1'],
  articleCount: 1,
  sentenceCount: 1,
  confidence: 0.8,
  rules: ['test'],
}

/** A small district: a park and a company that serve a strategy, a project that no text ties to one. */
export const district: Subgraph = {
  nodes: [
    {
      id: 'a1',
      labels: ['Article'],
      properties: {
        title: '新区见闻',
        date: '2024-05-01',
        source: '示例日报',
        authors: [],
        url: '',
        file: 'a.txt',
        sentenceCount: 1,
        entityCount: 5,
        record: '{}',
      },
    },
    {
      id: 'a1:0',
      labels: ['Sentence'],
      properties: {
        article: 'a1',
        index: 0,
        paragraph: 0,
        start: 0,
        end: 12,
        text: '河畔产业园服务东进战略。',
        time: '',
      },
    },
    entity('park-1', 'Park', '河畔产业园', 3),
    entity('company-1', 'Company', '示例科技'),
    entity('strategy-1', 'Strategy', '东进战略', 2),
    entity('project-1', 'Project', '跨河大桥'),
    entity('place-1', 'Place', '河畔区', 2),
    {
      id: 'a1-fact-0',
      labels: ['Fact'],
      properties: {
        metric: '总投资',
        value: 16.7,
        unit: '亿元',
        period: '',
        bound: 'about',
        comparison: '',
        start: 3,
        end: 8,
        article: 'a1',
        sentence: 'a1:0',
      },
    },
    {
      id: 'a1-status-0',
      labels: ['Status'],
      properties: { status: 'started', date: '', start: 1, end: 2, article: 'a1', sentence: 'a1:0' },
    },
  ],
  edges: [
    edge('HAS_SENTENCE', 'a1', 'a1:0'),
    edge('MENTIONS', 'a1', 'park-1', { count: 1, starts: [0], ends: [5] }),
    edge('MENTIONS', 'a1', 'strategy-1', { count: 1, starts: [7], ends: [11] }),
    edge('SERVES', 'park-1', 'strategy-1', { ...evidence, level: 'stated', levels: ['stated'] }),
    edge('SERVES', 'company-1', 'strategy-1', { ...evidence, level: 'section', levels: ['section'] }),
    edge('LOCATED_IN', 'park-1', 'place-1', { ...evidence, modality: 'asserted', times: [], roles: [] }),
    edge('DEVELOPS', 'company-1', 'park-1', { ...evidence, modality: 'planned', times: ['2024'], roles: [] }),
    edge('HAS_FACT', 'park-1', 'a1-fact-0'),
    edge('STATED_IN', 'a1-fact-0', 'a1:0'),
    edge('HAS_STATUS', 'project-1', 'a1-status-0'),
    edge('STATED_IN', 'a1-status-0', 'a1:0'),
  ],
}
