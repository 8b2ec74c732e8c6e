import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActivityResponse, NewResponse, TimelineResponse } from '../../model/api.ts'
import { createApp } from '../../server/app.ts'
import { openStore } from '../../store/open.ts'
import type { GraphStore } from '../../store/store.ts'
import { testServers, VERSIONS } from '../neo4j/start.ts'
import { quiet } from './ask.ts'
import { fixtureGraph, storeWith } from './fixture.ts'

/** The fixture whose second sentence of a2 speaks of a time. */
function timedGraph() {
  const graph = fixtureGraph()
  graph.nodes.find(({ id }) => id === 'a2:1')!.properties.time = '2022-01/2022-06'
  const first: Record<string, string> = { e4: '2023', e5: '2023-08-12', e6: '2023-05-01' }
  for (const node of graph.nodes) if (first[node.id]) node.properties.firstDate = first[node.id]!
  return graph
}

const appOn = (store: GraphStore) => createApp({ store, savedQueries: [], version: '0', log: quiet })
async function get<T>(app: ReturnType<typeof appOn>, path: string, body?: unknown): Promise<T> {
  const response = await app.request(
    path,
    body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {},
  )
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
const IDS = ['e1', 'e3', 'e5']

describe('time', () => {
  let app: ReturnType<typeof appOn>
  let remove: () => Promise<void>
  beforeAll(async () => {
    const stored = await storeWith(timedGraph())
    app = appOn(stored.store)
    remove = stored.remove
  })
  afterAll(() => remove())

  it('counts articles by date and sentences by the time that they speak of', async () => {
    expect(await get<TimelineResponse>(app, '/api/timeline')).toEqual({
      published: [
        { time: '2023-05-01', count: 1 },
        { time: '2023-08-12', count: 1 },
      ],
      spoken: [{ time: '2022-01/2022-06', count: 1 }],
      undated: 0,
    })
  })

  it('knows of every entity and relation when it is written about and spoken of', async () => {
    const { times, nodes, edges } = await get<ActivityResponse>(app, '/api/activity', { ids: IDS })
    const said = new Map(
      [...nodes, ...edges].map(([id, published, spoken]) => [
        id,
        [published.map((i) => times[i]).sort(), spoken.map((i) => times[i])],
      ]),
    )
    expect(said.get('e3')).toEqual([['2023-05-01', '2023-08-12'], ['2022-01/2022-06']])
    expect(said.get('e5')).toEqual([['2023-08-12'], []])
    expect(said.get('SERVES:e3:e1')).toEqual([['2023-05-01', '2023-08-12'], ['2022-01/2022-06']])
    expect(said.get('LOCATED_IN:e5:e1')).toEqual([['2023-08-12'], []])
  })

  it('tells what is new since a date', async () => {
    const fresh = await get<NewResponse>(app, '/api/new?since=2023-06')
    expect(fresh.articles.map(({ id }) => id)).toEqual(['a2'])
    // of what is dated by its year alone nobody knows better
    expect(fresh.entities.map(({ id }) => id).sort()).toEqual(['e4', 'e5'])
    expect([fresh.articleTotal, fresh.entityTotal, fresh.servesTotal]).toEqual([1, 2, 0])
    const all = await get<NewResponse>(app, '/api/new?since=2023')
    expect(all.serves.map(({ from, to, date }) => [from.id, to.id, date])).toEqual([
      ['e3', 'e1', '2023-05-01'],
    ])
  })
})

const [neo4jServer] = testServers(VERSIONS.slice(0, 1))
describe.skipIf(neo4jServer!.why)('time on Neo4j', () => {
  it('is the same as on the embedded store', async () => {
    const server = await neo4jServer!.start()
    const embedded = await storeWith(timedGraph())
    const neo4j = await openStore(server.uri, { password: server.password })
    try {
      await neo4j.prepare()
      const { nodes, edges } = timedGraph()
      await neo4j.putNodes(nodes)
      await neo4j.putEdges(edges)
      const [a, b] = [appOn(embedded.store), appOn(neo4j)]
      for (const [path, body] of [['/api/timeline'], ['/api/new?since=2023-06']] as [string, unknown?][])
        expect(await get(b, path, body), path).toEqual(await get(a, path, body))
      const sets = async (app: typeof a) => {
        const { times, nodes: n, edges: e } = await get<ActivityResponse>(app, '/api/activity', { ids: IDS })
        return [...n, ...e]
          .map(([id, p, s]) => [id, p.map((i) => times[i]).sort(), s.map((i) => times[i])])
          .sort()
      }
      expect(await sets(b)).toEqual(await sets(a))
    } finally {
      await neo4j.close()
      await embedded.remove()
      await server.stop()
    }
  }, 120_000)
})
