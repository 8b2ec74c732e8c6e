import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  ArticleDetail,
  ArticlesResponse,
  CypherResponse,
  EntityDetail,
  EvidenceResponse,
  GraphResponse,
  NeighboursResponse,
  SavedQuery,
  SearchResponse,
  StatusResponse,
  TraceResponse,
} from '../../model/api.ts'
import type { ErrorBody } from '../../model/errors.ts'
import { type Server, serverWithFixture } from './ask.ts'
import { textOf } from './fixture.ts'

let server: Server
beforeAll(async () => {
  server = await serverWithFixture()
})
afterAll(() => server.stop())

describe('the API', () => {
  it('says what it runs on', async () => {
    expect(await server.get<StatusResponse>('/api/status')).toEqual({
      version: '0.0.0',
      store: 'embedded',
      entities: 7,
      articles: 2,
    })
  })

  it('searches names, pinyin and titles of what the store holds', async () => {
    const found = await server.get<SearchResponse>(`/api/search?q=${encodeURIComponent('星海')}`)
    expect(found.hits.map(({ name }) => name)).toEqual(['星海科技', '星海机器人研发基地'])
    expect(found.articles.map(({ id }) => id)).toEqual(['a2'])
    const { hits } = await server.get<SearchResponse>('/api/search?q=yhkcc&types=Strategy&limit=1')
    expect(hits).toEqual([
      {
        id: 'e1',
        name: '云湖科创城',
        type: 'Strategy',
        articleCount: 2,
        aliases: ['科创城'],
        why: { kind: 'initials', text: 'yhkcc' },
      },
    ])
  })

  it('tells of an entity: its numbers, stages and relations, each with its sentence', async () => {
    const base = await server.get<EntityDetail>('/api/entities/e3')
    expect(base).toMatchObject({
      name: '星海机器人研发基地',
      type: 'Project',
      articleCount: 2,
      mentionCount: 4,
    })
    expect(base.facts.map(({ metric, value, unit }) => [metric, value, unit])).toEqual([
      ['总投资', 12, '亿元'],
    ])
    expect(base.facts[0]!.evidence.text).toContain('总投资约12亿元')
    expect(base.statuses.map(({ status, date, evidence }) => [status, date, evidence.sentence])).toEqual([
      ['started', '2023-08', 'a2:0'],
    ])
    expect(base.relationCounts).toEqual([
      { type: 'SERVES', direction: 'out', count: 1 },
      { type: 'DEVELOPS', direction: 'in', count: 1 },
    ])
  })

  it('gives neighbours by direction, kind and relation', async () => {
    const names = async (query: string) => {
      const { subgraph } = await server.get<NeighboursResponse>(`/api/entities/e1/neighbours${query}`)
      return subgraph.nodes.map(({ properties }) => properties.name).sort()
    }
    expect(await names('?direction=out')).toEqual(['云湖科创城', '湖东新区发展战略'])
    expect(await names('?types=Park')).toEqual(['云湖大学科技园', '云湖科创城'])
    expect(await names('?types=SERVES')).toEqual(['云湖科创城', '星海机器人研发基地'])
    const one = await server.get<NeighboursResponse>('/api/entities/e1/neighbours?limit=1')
    expect([one.subgraph.nodes.length, one.remaining]).toEqual([2, 3])
  })

  it('shows the sentences that mention an entity, marked', async () => {
    const { total, evidence } = await server.get<EvidenceResponse>('/api/entities/e3/evidence')
    expect([total, evidence.map(({ sentence }) => sentence)]).toEqual([4, ['a2:0', 'a2:1', 'a1:1', 'a1:2']])
    for (const { article, start, end, text, marks } of evidence) {
      const whole = textOf(article.id as 'a1')
      expect(whole.slice(start, end)).toBe(text)
      expect(marks.map((mark) => whole.slice(mark.start, mark.end))).toEqual(['星海机器人研发基地'])
    }
    const rest = await server.get<EvidenceResponse>('/api/entities/e3/evidence?offset=3&limit=5')
    expect([rest.total, rest.evidence.map(({ sentence }) => sentence)]).toEqual([4, ['a1:2']])
  })

  it('shows the sentences that state a relation, whichever end asks, with their level', async () => {
    for (const path of ['e3/evidence?with=e1&type=SERVES', 'e1/evidence?with=e3&type=SERVES']) {
      const { total, evidence } = await server.get<EvidenceResponse>(`/api/entities/${path}`)
      expect([total, evidence.map(({ sentence, level }) => [sentence, level])]).toEqual([
        2,
        [
          ['a2:1', 'purpose'],
          ['a1:1', 'stated'],
        ],
      ])
    }
    expect(await server.get('/api/entities/e3/evidence?with=e1&type=DEVELOPS')).toEqual({
      total: 0,
      evidence: [],
      relations: [],
    })
  })

  it('draws strategies and what gathers round them first', async () => {
    const { subgraph, totals, typeCounts } = await server.get<GraphResponse>('/api/graph?limit=3')
    expect(subgraph.nodes.map(({ properties }) => properties.name)).toEqual([
      '云湖科创城',
      '湖东新区发展战略',
      '星海机器人研发基地',
    ])
    expect(subgraph.edges.map(({ id }) => id)).toEqual(['SERVES:e3:e1', 'PART_OF:e1:e2'])
    expect(totals).toEqual({ nodes: 7, edges: 6, articles: 2 })
    expect(typeCounts).toEqual({ Strategy: 2, Project: 1, Company: 2, Park: 1, Place: 1 })
  })

  it('draws everything where it fits, and each line has both its ends', async () => {
    const { subgraph } = await server.get<GraphResponse>('/api/graph')
    expect([subgraph.nodes.length, subgraph.edges.length]).toEqual([7, 6])
    const there = new Set(subgraph.nodes.map(({ id }) => id))
    expect(subgraph.edges.filter(({ from, to }) => !there.has(from) || !there.has(to))).toEqual([])
    expect(subgraph.nodes[0]!.labels).toEqual(['Entity', 'Strategy'])
    expect(subgraph.nodes[0]!.properties).not.toHaveProperty('digest')
  })

  it('draws the surroundings of one entity, and kinds alone', async () => {
    const near = await server.get<GraphResponse>('/api/graph?focus=e4')
    expect(near.subgraph.nodes.map(({ id }) => id).sort()).toEqual(['e3', 'e4', 'e6'])
    const companies = await server.get<GraphResponse>('/api/graph?types=Company')
    expect(companies.subgraph.nodes.map(({ id }) => id).sort()).toEqual(['e4', 'e6'])
  })

  it('gives an article with its mentions', async () => {
    const article = await server.get<ArticleDetail>('/api/articles/a2')
    expect(article).toMatchObject({ title: '星海机器人研发基地开工', date: '2023-08-12', source: '湖东发布' })
    expect(article.text).toBe(textOf('a2'))
    expect(article.sentences).toHaveLength(4)
    expect(article.mentions.map(({ start, end }) => article.text.slice(start, end))).toEqual(
      article.mentions.map(({ name }) => name),
    )
    const list = await server.get<ArticlesResponse>('/api/articles?limit=1')
    expect([list.total, list.articles.map(({ id }) => id)]).toEqual([2, ['a2']])
  })

  it('traces a company to strategies, each step with its sentence', async () => {
    const { chains, gaps } = await server.get<TraceResponse>('/api/trace?from=e4')
    const said = chains.map(({ steps }) => steps.map(({ relation, to }) => `${relation} ${to.name}`))
    expect(said).toEqual([
      ['DEVELOPS 星海机器人研发基地', 'SERVES 云湖科创城'],
      ['DEVELOPS 星海机器人研发基地', 'SERVES 云湖科创城', 'PART_OF 湖东新区发展战略'],
    ])
    expect(chains[0]!.strength).toBeGreaterThan(chains[1]!.strength)
    for (const { article, start, end, text } of chains.flatMap(({ steps }) =>
      steps.flatMap((s) => s.evidence),
    ))
      expect(textOf(article as 'a1').slice(start, end)).toBe(text)
    expect(chains[0]!.steps[1]!.level).toBe('stated')
    expect(gaps.map(({ name }) => name)).toEqual(['松果食品'])
  })

  it('traces from a strategy to all that serves it, and between two', async () => {
    const { chains } = await server.get<TraceResponse>('/api/trace?from=e2')
    expect(chains.map(({ steps }) => steps[0]!.from.name).sort()).toEqual(
      ['云湖大学科技园', '云湖科创城', '云湖区', '星海机器人研发基地', '星海科技'].sort(),
    )
    expect(chains.every(({ steps }) => steps.at(-1)!.to.id === 'e2')).toBe(true)
    const both = await Promise.all(
      ['from=e3&to=e2', 'from=e2&to=e3'].map((query) => server.get<TraceResponse>(`/api/trace?${query}`)),
    )
    for (const { chains: between } of both)
      expect(between.map(({ steps }) => steps.map(({ to }) => to.id))).toEqual([['e1', 'e2']])
  })

  it('answers Cypher as a table and as a picture', async () => {
    const query = 'MATCH (a:Entity {id: $id})-[r:SERVES]->(b) RETURN a, r, b.name AS name'
    const { body } = await server.ask<CypherResponse>(query, { id: 'e3' })
    expect(body.columns).toEqual(['a', 'r', 'name'])
    expect(body.rows.map((row) => row[2])).toEqual(['云湖科创城'])
    // the line's other end was not returned, and is drawn all the same
    expect(body.graph.nodes.map(({ id }) => id).sort()).toEqual(['e1', 'e3'])
    expect(body.graph.edges.map(({ id }) => id)).toEqual(['SERVES:e3:e1'])
    expect(body.summary).toMatchObject({ rowCount: 1, truncated: false })
    expect(JSON.stringify(body)).not.toContain('digest')
  })

  it('draws paths and nodes in lists once each', async () => {
    const { body } = await server.ask<CypherResponse>(
      "MATCH p = (:Company {id: 'e4'})-[:DEVELOPS]->(:Project)-[:SERVES]->(:Strategy) RETURN p, nodes(p) AS all",
    )
    expect(body.graph.nodes.map(({ id }) => id).sort()).toEqual(['e1', 'e3', 'e4'])
    expect(body.graph.edges.map(({ id }) => id).sort()).toEqual(['DEVELOPS:e4:e3', 'SERVES:e3:e1'])
  })

  it('cuts long answers and says so', async () => {
    const { body } = await server.ask<CypherResponse>('MATCH (n:Entity) RETURN n.id AS id', {}, 3)
    expect([body.rows.length, body.summary.truncated]).toEqual([3, true])
  })

  it.each([
    ['a query that writes', "CREATE (n:Entity {id: 'x'}) RETURN n", 403, 'cypher-writes'],
    [
      'a query that reads files',
      "LOAD CSV FROM 'file:///etc/hosts' AS row RETURN row",
      403,
      'cypher-forbidden',
    ],
    ['a query that is no Cypher', 'MATCH (n RETURN n', 400, 'cypher-syntax'],
  ])('refuses %s', async (_, query, status, code) => {
    const answer = await server.ask<ErrorBody>(query)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    expect((await server.get<StatusResponse>('/api/status')).entities).toBe(7)
  })

  it('stops a query whose asker went away', async () => {
    const leaving = new AbortController()
    const query =
      'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN count(*) AS n'
    const pending = server.app.request('/api/cypher', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    })
    setTimeout(() => leaving.abort(), 300)
    const response = await pending
    expect([response.status, ((await response.json()) as ErrorBody).error.code]).toEqual([
      499,
      'query-cancelled',
    ])
    expect((await server.get<StatusResponse>('/api/status')).entities).toBe(7)
  })

  it('lists saved queries', async () => {
    expect((await server.get<SavedQuery[]>('/api/queries')).map(({ name }) => name)).toEqual(['serves'])
  })

  it('describes itself', async () => {
    const { paths } = await server.get<{ paths: Record<string, unknown> }>('/api/openapi.json')
    expect(Object.keys(paths)).toContain('/api/trace')
  })
})
