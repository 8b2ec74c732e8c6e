/** The routes that follow, trace, tell times and keep: the same answers on Neo4j as on the embedded store, over one server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActivityResponse, PathsResponse, SavedView, SubgraphResponse } from '../../model/api.ts'
import { createApp } from '../../server/app.ts'
import { openStore } from '../../store/open.ts'
import { savedQueries } from '../../store/queries.ts'
import type { Server } from '../neo4j/server.ts'
import { testServers, VERSIONS } from '../neo4j/start.ts'
import { wireTo } from '../neo4j/wire.ts'
import { quiet } from './ask.ts'
import { districtGraph } from './districts.ts'
import { storeWith } from './fixture.ts'
import { timed } from './timed.ts'

type App = ReturnType<typeof createApp>

/** Without how long a query took and what a database remarks on it. */
const timeless = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'summary' in body ? { ...body, summary: {} } : body

async function answer(app: App, path: string, body?: unknown): Promise<unknown> {
  const response = await app.request(
    path,
    body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {},
  )
  expect(response.status, path).toBe(200)
  return response.headers.get('content-type')?.includes('json')
    ? timeless(await response.json())
    : [...new Uint8Array(await response.arrayBuffer())]
}

const IDS = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10', 'e11']
const QUESTIONS: readonly [path: string, body?: unknown][] = [
  ...['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e11'].map((id): [string] => [`/api/trace?from=${id}`]),
  ['/api/trace?from=e1&district=e8&stage=started&since=2023-06'],
  ['/api/trace/gaps'],
  ['/api/trace/gaps?types=Project&district=e7&until=2023-12'],
  ['/api/timeline'],
  // saved queries have one order, whichever store answers
  ...savedQueries().map(({ text, parameters }): [string, unknown] => [
    '/api/cypher',
    {
      query: text,
      parameters: Object.fromEntries(
        parameters.map(({ name, type, default: usual = '' }) => [
          name,
          type === 'entity' ? 'e1' : type === 'string' ? usual : Number(usual),
        ]),
      ),
    },
  ]),
  ...['e1', 'e3', 'e6'].map((id): [string] => [`/api/entities/${id}/neighbours?limit=500`]),
  ['/api/entities/e1/neighbours?direction=in&limit=2'],
  ['/api/new?since=2023-06'],
  ['/api/graph'],
  ['/api/whole/period?from=2023-05&to=2023-06'],
  ['/api/subgraph', { ids: IDS }],
  ['/api/degrees', { ids: IDS }],
  ['/api/traits', { ids: IDS }],
  ['/api/more', { drawn: ['e1'], limit: 3 }],
  ['/api/more', { drawn: ['e3'], types: ['Company', 'Place'] }],
  ...[
    ['e7', 'e8'],
    ['e1', 'e2', 'e11'],
    ['e4', 'e6', 'e5', 'e3'],
  ].map((ids): [string, unknown] => ['/api/compare', { ids }]),
  ['/api/paths', { ids: ['e6', 'e2'] }],
  [
    '/api/paths',
    { ids: ['e6', 'e8'], k: 5, relations: ['COOPERATES_WITH', 'DEVELOPS', 'LOCATED_IN', 'PART_OF'] },
  ],
  ['/api/paths', { ids: ['e5', 'e7', 'e4'], since: '2023-01', confidence: 0.5 }],
]

const [neo4jServer] = testServers([VERSIONS[0]!])
describe.skipIf(neo4jServer!.why)('on Neo4j as on the embedded store', () => {
  let [embedded, neo4j]: App[] = []
  let server: Server
  const ends: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    server = await neo4jServer!.start()
    ends.unshift(() => server.stop())
    const { store, remove } = await storeWith(timed(districtGraph()))
    ends.unshift(remove)
    const other = await openStore(server.uri, { password: server.password })
    ends.unshift(() => other.close())
    await other.prepare()
    const { nodes, edges } = timed(districtGraph())
    await other.putNodes(nodes)
    await other.putEdges(edges)
    ;[embedded, neo4j] = [store, other].map((on) =>
      createApp({ store: on, savedQueries: [], version: '0.0.0', log: quiet }),
    )
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })

  it.each(QUESTIONS)('%s is answered the same', async (path, body) => {
    expect(await answer(neo4j!, path, body)).toEqual(await answer(embedded!, path, body))
  })

  it('Neo4j that goes away is told of, and asked again when it is back', async () => {
    const line = await wireTo(server.uri)
    ends.unshift(() => line.close())
    const store = await openStore(line.uri, { password: server.password, patience: 500 })
    ends.unshift(() => store.close())
    const app = createApp({ store, savedQueries: [], version: '0.0.0', log: quiet })
    await answer(app, '/api/status')
    await line.cut()
    for (const [path, init] of [
      ['/api/status', {}],
      [
        '/api/cypher',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"RETURN 1"}' },
      ],
    ] as const) {
      const gone = await app.request(path, init)
      expect([gone.status, await gone.json()]).toEqual([
        503,
        {
          error: expect.objectContaining({
            code: 'store-unreachable',
            hint: expect.stringContaining('QUANMAI_STORE'),
            values: { address: line.uri },
          }),
        },
      ])
    }
    await line.mend()
    await answer(app, '/api/status')
    expect(await answer(app, '/api/cypher', { query: 'RETURN 1 AS one' })).toMatchObject({ rows: [[1]] })
  }, 60_000)

  it('the times of entities and relations are the same', async () => {
    const times = async (app: App) => {
      const {
        times: words,
        nodes,
        edges,
      } = (await answer(app, '/api/activity', { ids: IDS })) as ActivityResponse
      return [...nodes, ...edges]
        .map(([id, published, spoken]) => [
          id,
          published.map((i) => words[i]!).sort(),
          spoken.map((i) => words[i]!).sort(),
        ])
        .sort(([a], [b]) => (a! < b! ? -1 : 1))
    }
    expect(await times(neo4j!)).toEqual(await times(embedded!))
  })

  it('a path is found, with its steps', async () => {
    const { paths } = (await answer(neo4j!, '/api/paths', { ids: ['e6', 'e2'] })) as PathsResponse
    expect(paths[0]!.nodes.map(({ id }) => id)).toEqual(['e6', 'e4', 'e3', 'e1', 'e2'])
  })

  it('a named view is saved, and opens what is in the graph', async () => {
    const view: SavedView = {
      name: '云湖一带',
      nodes: [
        ['e1', 1, 2],
        ['e3', 3, 4],
        ['gone', 5, 6],
      ],
      hiddenTypes: [],
      hiddenRelations: [],
      pinned: [],
      layout: 'force',
      sizeBy: 'articles',
      colourBy: 'prop:stage',
      camera: { x: 0, y: 0, ratio: 1 },
    }
    await answer(neo4j!, '/api/views', view)
    const [kept] = (await answer(neo4j!, '/api/views')) as SavedView[]
    expect(kept).toEqual(view)
    const { subgraph } = (await answer(neo4j!, '/api/subgraph', {
      ids: kept!.nodes.map(([id]) => id),
    })) as SubgraphResponse
    expect(subgraph.nodes.map(({ id }) => id)).toEqual(['e1', 'e3'])
    expect(subgraph.edges.map(({ id }) => id)).toEqual(['SERVES:e3:e1'])
  })
})
