/** What is measured on: the samples many times over, and a large graph that is the same in every run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAll } from '../ingest/run.ts'
import type { RawArticle } from '../model/article.ts'
import type { GraphNode, Subgraph } from '../model/graph.ts'
import { edgeIdOf, sentenceIdOf } from '../model/ids.ts'
import type { EdgeType, EntityType } from '../model/ontology.ts'
import { openStore } from '../store/open.ts'
import type { GraphStore } from '../store/store.ts'
import { entityNode } from './entity-node.ts'

export const SAMPLES = join(import.meta.dirname, '../samples')

/** The samples over and over with other numbers, so that no two texts are the same. */
export async function corpus(times: number): Promise<RawArticle[]> {
  const { raws } = await readAll([SAMPLES])
  return Array.from({ length: times }, (_, n) =>
    raws.map((raw) => ({
      ...raw,
      file: `${n}-${raw.file}`,
      text: raw.text.replace(/\d+(?=万|亿|个|家)/g, (digits) => String(Number(digits) + n)),
    })),
  ).flat()
}

export const charactersOf = (texts: readonly { text: string }[]): number =>
  texts.reduce((sum, { text }) => sum + text.length, 0)

/** A store in a folder of its own, which goes with it. */
export async function withStore<T>(job: (store: GraphStore) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-bench-'))
  const store = await openStore(`embedded:${join(folder, 'graph')}`, {})
  try {
    await store.prepare()
    return await job(store)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const KINDS: readonly [EntityType, string][] = [
  ['Company', '科技公司'],
  ['Project', '产业项目'],
  ['Park', '产业园'],
  ['Institute', '研究院'],
]
const FRONTS = '东西南北中云湖河山海江川平安泰康明远华新'

/** `count` entities: companies, projects, parks and institutes, each tied to the next ones and every tenth to a strategy. */
export function largeGraph(count: number): Subgraph {
  const article: GraphNode = {
    id: 'a',
    labels: ['Article'],
    properties: { title: '新区', date: '2024-05-01', source: '示例日报', file: 'a.txt', record: '{}' },
  }
  const sentence: GraphNode = {
    id: sentenceIdOf('a', 0),
    labels: ['Sentence'],
    properties: {
      article: 'a',
      index: 0,
      paragraph: 0,
      start: 0,
      end: 8,
      text: '各园区推进东进战略',
      time: '',
    },
  }
  const entities: GraphNode[] = []
  const edges: Subgraph['edges'] = []
  const tie = (type: EdgeType, from: string, to: string) =>
    edges.push({
      id: edgeIdOf(type, from, to),
      type,
      from,
      to,
      properties: {
        evidence: [sentence.id],
        articles: ['a'],
        articleCount: 1,
        sentenceCount: 1,
        confidence: 0.8,
        rules: ['bench'],
        ...(type === 'SERVES' ? { level: 'stated', levels: ['stated'] } : { modality: 'asserted' }),
      },
    })
  const id = (i: number) => `e${i % count}`
  for (let i = 0; i < count; i++) {
    const strategy = i % 100 === 0
    const [type, head] = strategy ? (['Strategy', '战略'] as const) : KINDS[i % KINDS.length]!
    const name = `${FRONTS[i % 20]}${FRONTS[(i >> 4) % 20]}${i}${head}`
    entities.push(
      entityNode(id(i), type, name, {
        articleCount: 1 + (i % 7),
        mentionCount: 1 + (i % 7),
        firstDate: '2024-05-01',
        lastDate: '2024-05-01',
        pinyin: `yuan${i}`,
        initials: 'y',
      }),
    )
    if (strategy) continue
    tie('DEVELOPS', id(i), id(i + 1))
    tie('COOPERATES_WITH', id(i), id(i + 7))
    if (i % 10 === 0 || i % 10 === 3) tie('SERVES', id(i), id(i - (i % 100)))
  }
  return { nodes: [article, sentence, ...entities], edges }
}
