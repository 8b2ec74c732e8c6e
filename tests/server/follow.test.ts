import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  DegreesResponse,
  NeighboursResponse,
  OwnQuery,
  PathsRequest,
  PathsResponse,
  SavedView,
  SearchResponse,
  SubgraphResponse,
  TraitsResponse,
} from '../../model/api.ts'
import { keptIn } from '../../server/kept.ts'
import { type Server, serverWithFixture } from './ask.ts'

let server: Server
beforeAll(async () => {
  server = await serverWithFixture()
})
afterAll(() => server.stop())

async function post<T>(path: string, body: unknown): Promise<{ status: number; body: T }> {
  const response = await server.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as T }
}

describe('following the graph', () => {
  it('gives a subgraph by ids', async () => {
    const { body } = await post<SubgraphResponse>('/api/subgraph', { ids: ['e3', 'e1', 'e3', 'gone'] })
    expect(body.subgraph.nodes.map((n) => n.id)).toEqual(['e3', 'e1'])
    expect(body.subgraph.edges.map((e) => e.id)).toEqual(['SERVES:e3:e1'])
  })
  it('counts how many others an entity is tied to', async () => {
    const { body } = await post<DegreesResponse>('/api/degrees', { ids: ['e1', 'e6', 'gone'] })
    expect(body.degrees).toEqual({ e1: 4, e6: 1 })
  })
  it('brings more of what is tied to the picture, what serves first', async () => {
    const { body } = await post<NeighboursResponse>('/api/more', { drawn: ['e1'], limit: 1 })
    expect(body.subgraph.nodes.map((n) => n.id)).toEqual(['e3'])
    expect(body.subgraph.edges.map((e) => e.id)).toEqual(['SERVES:e3:e1'])
    expect(body.remaining).toBe(3)
  })
  it('brings more of one type, also what nothing ties to the picture', async () => {
    const { body } = await post<NeighboursResponse>('/api/more', { drawn: ['e3'], types: ['Company'] })
    expect(body.subgraph.nodes.map((n) => n.id)).toEqual(['e4', 'e6'])
  })
})

describe('traits', () => {
  it('say the district, the industry and the latest stage of each', async () => {
    const { body } = await post<TraitsResponse>('/api/traits', { ids: ['e3', 'e7', 'gone'] })
    expect(body.traits).toEqual({
      e3: { district: '', industry: '', stage: 'started' },
      e7: { district: '云湖区', industry: '', stage: '' },
    })
  })
})

describe('paths', () => {
  const find = async (request: PathsRequest) => {
    const { body } = await post<PathsResponse>('/api/paths', request)
    return body.paths.map((path) => path.nodes.map((n) => n.id).join(' '))
  }
  it('finds the way between two entities, whichever way its relations point', async () => {
    const { body } = await post<PathsResponse>('/api/paths', { ids: ['e6', 'e2'] })
    expect(body.paths[0]!.nodes.map((n) => n.id)).toEqual(['e6', 'e4', 'e3', 'e1', 'e2'])
    expect(body.paths[0]!.steps.map((s) => s.edge)).toEqual([
      'COOPERATES_WITH:e4:e6',
      'DEVELOPS:e4:e3',
      'SERVES:e3:e1',
      'PART_OF:e1:e2',
    ])
    expect(body.paths[0]!.steps[2]).toMatchObject({ type: 'SERVES', level: 'stated', from: 'e3', to: 'e1' })
    expect(body.subgraph.edges).toHaveLength(4)
  })
  it('finds what ties several together', async () => {
    expect(await find({ ids: ['e5', 'e7', 'e4'] })).toEqual(['e5 e1 e7', 'e5 e1 e3 e4'])
  })
  it.each<[string, Partial<PathsRequest>, number]>([
    ['types that it may go through', { types: ['Park'] }, 0],
    ['types that its ends need not have', { types: ['Project', 'Strategy'] }, 1],
    ['relations', { relations: ['SERVES'] }, 0],
    ['an article since', { since: '2024' }, 0],
    ['an article of the time', { since: '2023-05', until: '2023-05' }, 1],
    ['confidence', { confidence: 0.95 }, 0],
  ])('minds %s', async (_, filters, count) => {
    expect(await find({ ids: ['e4', 'e2'], ...filters })).toHaveLength(count)
  })
  it('says which entity it does not know', async () => {
    const { status, body } = await post<{ error: { message: string } }>('/api/paths', { ids: ['e1', 'gone'] })
    expect([status, body.error.message]).toEqual([404, 'There is no entity with the id “gone”.'])
  })
  it.each([[['e1']], [Array.from({ length: 13 }, (_, i) => `e${i}`)]])('refuses %j', async (ids) => {
    expect((await post('/api/paths', { ids })).status).toBe(400)
  })
})

describe('named views', () => {
  const view: SavedView = {
    name: '云湖一带',
    nodes: [['e1', 1.5, -2]],
    hiddenTypes: ['Place'],
    hiddenRelations: [],
    pinned: ['e1'],
    layout: 'force',
    sizeBy: 'articles',
    colourBy: 'type',
    camera: { x: 0, y: 0, ratio: 1 },
  }
  it('are saved, listed by name, replaced and removed', async () => {
    expect((await post('/api/views', view)).status).toBe(200)
    await post('/api/views', { ...view, name: '  A  ' })
    await post('/api/views', { ...view, layout: 'time' })
    expect((await server.get<SavedView[]>('/api/views')).map((v) => [v.name, v.layout])).toEqual([
      ['A', 'force'],
      ['云湖一带', 'time'],
    ])
    const path = `/api/views/${encodeURIComponent('云湖一带')}`
    expect((await server.app.request(path, { method: 'DELETE' })).status).toBe(200)
    expect((await server.app.request(path, { method: 'DELETE' })).status).toBe(404)
    expect(await server.get<SavedView[]>('/api/views')).toHaveLength(1)
  })
  it.each([{ ...view, name: ' ' }, { ...view, nodes: [] }, { ...view, nodes: [['e1', 'x', 0]] }, {}])(
    'refuse what is none: %j',
    async (bad) => {
      expect((await post('/api/views', bad)).status).toBe(400)
    },
  )
  it('outlive the server in a file of their own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quanmai-views-'))
    try {
      const path = join(folder, 'deep', 'graph.views.json')
      expect(keptIn<SavedView>(path, 'views').all()).toEqual([])
      keptIn<SavedView>(path, 'views').save(view)
      expect(keptIn<SavedView>(path, 'views').all()).toEqual([view])
      writeFileSync(path, 'no json')
      expect(() => keptIn<SavedView>(path, 'views').save(view)).toThrow(/views\.json is not JSON/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe("users' queries", () => {
  const query = { name: '谁建了什么', text: 'MATCH (a)-[r:DEVELOPS]->(b) RETURN a, r, b' }
  it('are saved, listed by name, found, replaced and removed', async () => {
    await post('/api/own-queries', query)
    await post('/api/own-queries', { ...query, name: ' 乙 ' })
    await post('/api/own-queries', { ...query, text: 'RETURN 1' })
    expect(await server.get<OwnQuery[]>('/api/own-queries')).toEqual([
      { ...query, name: '乙' },
      { ...query, text: 'RETURN 1' },
    ])
    for (const q of ['建了', 'sjlsm', '誰建']) {
      const { ownQueries } = await server.get<SearchResponse>(`/api/search?q=${encodeURIComponent(q)}`)
      expect(ownQueries, q).toEqual(['谁建了什么'])
    }
    const path = `/api/own-queries/${encodeURIComponent('谁建了什么')}`
    expect((await server.app.request(path, { method: 'DELETE' })).status).toBe(200)
    expect((await server.app.request(path, { method: 'DELETE' })).status).toBe(404)
    expect(await server.get<OwnQuery[]>('/api/own-queries')).toHaveLength(1)
  })
  it.each([{ ...query, name: ' ' }, { ...query, text: '' }, { name: 'x' }, {}])(
    'refuse what is none: %j',
    async (bad) => {
      expect((await post('/api/own-queries', bad)).status).toBe(400)
    },
  )
  it('live in a file of their own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quanmai-queries-'))
    try {
      const path = join(folder, 'graph.queries.json')
      keptIn<OwnQuery>(path, 'queries').save(query)
      expect(keptIn<OwnQuery>(path, 'queries').all()).toEqual([query])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
