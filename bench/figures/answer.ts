/** What a person waits for, in a graph of 10,000 entities, against the plainest thing that answers. */
import { createApp } from '../../server/app.ts'
import { savedQueries } from '../../store/queries.ts'
import type { GraphStore } from '../../store/store.ts'
import { largeGraph, withStore } from '../material.ts'
import { best, type Figure } from '../measure.ts'

const RUNS = 15
const graph = largeGraph(10_000)
const names = graph.nodes.map((node) => String(node.properties.name ?? ''))

/** One store for all of these: filling it takes longer than they do. */
interface Stand {
  store: GraphStore
  time: (path: string) => Promise<number>
}

async function standing<T>(job: (stand: Stand) => Promise<T>): Promise<T> {
  return withStore(async (store) => {
    await store.putNodes(graph.nodes)
    await store.putEdges(graph.edges)
    const app = createApp({
      store,
      savedQueries: savedQueries(),
      version: 'bench',
      log: { info: () => {}, error: () => {} },
    })
    const get = async (path: string) => {
      const response = await app.request(path)
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      await response.text()
    }
    return job({
      store,
      time: async (path) => {
        await get(path)
        return best(RUNS, () => get(path))
      },
    })
  })
}

const answer = (
  name: string,
  path: string,
  against: string,
  baseline: (stand: Stand) => Promise<number>,
): Figure => ({
  name: `answer: ${name}`,
  unit: 'ms',
  against,
  measure: () =>
    standing(async (stand) => ({ value: await stand.time(path), baseline: await baseline(stand) })),
})

const scan = (part: string) => () =>
  best(RUNS, () => names.filter((name) => name.includes(part)).slice(0, 20))
const ask = (query: string) => (stand: Stand) => best(RUNS, () => stand.store.ask(query))

export const answering: Figure[] = [
  answer(
    'search a part of a name',
    `/api/search?q=${encodeURIComponent('河9')}`,
    'a scan of the names',
    scan('河9'),
  ),
  answer('search by pinyin', '/api/search?q=yuan77', 'a scan of the names', scan('77')),
  answer('open an entity', '/api/entities/e4321', 'RETURN 1', ask('RETURN 1 AS one')),
  answer('its neighbours', '/api/entities/e4321/neighbours', 'RETURN 1', ask('RETURN 1 AS one')),
  answer('the first picture', '/api/graph', 'RETURN 1', ask('RETURN 1 AS one')),
  answer(
    'trace to strategies',
    '/api/trace?from=e4321',
    'three steps in Cypher',
    ask(
      "MATCH (a:Entity {id: 'e4321'})-[r1]->(b:Entity)-[r2]->(c:Entity)-[r3:SERVES]->(s:Strategy) RETURN a.id AS a, b.id AS b, c.id AS c, s.id AS s",
    ),
  ),
]
