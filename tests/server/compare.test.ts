import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entityNode } from '../../bench/entity-node.ts'
import type {
  ComparedEntity,
  ComparedItems,
  ComparedKind,
  ComparedMetric,
  Comparison,
} from '../../model/comparison.ts'
import type { Subgraph } from '../../model/graph.ts'
import { edgeIdOf } from '../../model/ids.ts'
import type { EdgeType, EntityType, Status } from '../../model/ontology.ts'
import { type Server, serverWith } from './ask.ts'
import { districtGraph } from './districts.ts'

/** The districts of the fixture with a second one beside 云湖区: 松山区, which builds, has a park and measures, too. */
function twoDistricts(): Subgraph {
  const graph = districtGraph()
  const entity = (id: string, name: string, type: EntityType) =>
    graph.nodes.push(entityNode(id, type, name, { articleCount: 1 }))
  const edge = (type: EdgeType, from: string, to: string, more: Record<string, string> = {}) =>
    graph.edges.push({
      id: edgeIdOf(type, from, to),
      type,
      from,
      to,
      properties: {
        evidence: ['a1:0'],
        articles: ['a1'],
        articleCount: 1,
        confidence: 0.9,
        modality: 'asserted',
        ...more,
      },
    })
  const fact = (id: string, of: string, metric: string, value: number, unit: string, period = '') => {
    const said = { bound: '', comparison: '', start: 0, end: 1, article: 'a1', sentence: 'a1:0' }
    graph.nodes.push({ id, labels: ['Fact'], properties: { metric, value, unit, period, ...said } })
    graph.edges.push({ id: `HAS_FACT:${of}:${id}`, type: 'HAS_FACT', from: of, to: id, properties: {} })
    graph.edges.push({
      id: `STATED_IN:${id}:a1:0`,
      type: 'STATED_IN',
      from: id,
      to: 'a1:0',
      properties: {},
    })
  }
  entity('d1', '松山区', 'Place')
  entity('d2', '松山产业园', 'Park')
  entity('d3', '松山药业', 'Company')
  entity('d4', '松山药业二厂', 'Project')
  entity('d5', '松山大桥', 'Project')
  edge('PART_OF', 'd1', 'e8')
  edge('LOCATED_IN', 'd2', 'd1')
  edge('LOCATED_IN', 'd3', 'd2')
  edge('LOCATED_IN', 'd4', 'd2')
  edge('DEVELOPS', 'd1', 'd5')
  edge('SERVES', 'd4', 'e1', { level: 'purpose' })
  edge('FOCUSES_ON', 'd3', 'e9')
  edge('ADVANCES', 'd1', 'e11', { modality: 'negated' })
  fact('f2', 'e7', '地区生产总值', 420, '亿元', '2022')
  fact('f3', 'e7', '地区生产总值', 450, '亿元', '2023')
  fact('f4', 'd1', 'GDP', 98_000, '万元', '2023')
  fact('f5', 'd1', 'GDP', 14, '亿美元', '2023')
  fact('f6', 'd1', '面积', 15, '平方公里')
  fact('f7', 'e7', '常住人口', 30, '万人')
  fact('f8', 'e7', '面积', 4_500, '亩')
  return graph
}

let server: Server
beforeAll(async () => {
  server = await serverWith(twoDistricts())
})
afterAll(() => server.stop())

async function compare(...ids: string[]): Promise<Comparison> {
  const { status, body } = await asked(ids)
  expect(status).toBe(200)
  return body as Comparison
}
async function asked(
  ids: unknown,
  more = {},
  path = '/api/compare',
  of = server,
): Promise<{ status: number; body: unknown }> {
  const response = await of.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids, ...more }),
  })
  return { status: response.status, body: await response.json() }
}
const cells = ({ rows }: Comparison, kind: ComparedKind, stage?: Status | '') =>
  rows.find((row) => row.kind === kind && row.stage === stage)?.cells
const names = (items: readonly ComparedEntity[] | undefined) => items?.map(({ name }) => name)
const way = (items: readonly ComparedEntity[], name: string) => {
  const { steps, through } = items.find((item) => item.name === name)!
  return [steps.map(({ edge }) => edge), through.map((on) => on.name)]
}

describe('two districts side by side', () => {
  it('stand in the order asked for, with the articles that mention each', async () => {
    const { entities, articles } = await compare('d1', 'e7')
    expect(entities.map(({ name }) => name)).toEqual(['松山区', '云湖区'])
    expect(articles.map(({ total, shared }) => [total, shared])).toEqual([
      [0, 0],
      [1, 0],
    ])
    expect(articles[1]!.items).toEqual([
      { id: 'a1', title: '云湖区加快建设云湖科创城', date: '2023-05-01', source: '云湖日报', holders: 1 },
    ])
  })
  it('show their projects by the latest stage', async () => {
    const both = await compare('e7', 'd1')
    expect(cells(both, 'Project')!.map(({ items }) => names(items)!.sort())).toEqual([
      ['云湖大桥', '星海机器人研发基地'],
      ['松山大桥', '松山药业二厂'],
    ])
    expect(cells(both, 'Project', 'started')!.map(({ items }) => names(items))).toEqual([
      ['星海机器人研发基地'],
      [],
    ])
    expect(cells(both, 'Project', '')!.map(({ total }) => total)).toEqual([1, 2])
    // a stage that none of them has is no row
    expect(cells(both, 'Project', 'completed')).toBeUndefined()
  })
  it('have what lies in their parks, with every step of the way', async () => {
    const both = await compare('e7', 'd1')
    const [, companies] = cells(both, 'Company')!
    expect(way(companies!.items, '松山药业')).toEqual([
      ['LOCATED_IN:d2:d1', 'LOCATED_IN:d3:d2'],
      ['松山产业园'],
    ])
    expect(cells(both, 'Park')!.map(({ items }) => names(items))).toEqual([[], ['松山产业园']])
    expect(way(cells(both, 'Project')![1]!.items, '松山大桥')).toEqual([['DEVELOPS:d1:d5'], []])
  })
  it('show the strategies that they and theirs lead to, shared ones first; what is denied leads nowhere', async () => {
    const [first, second] = cells(await compare('e7', 'd1'), 'Strategy')!
    expect(first!.items.map(({ name, holders }) => [name, holders])).toEqual([
      ['云湖科创城', 2],
      ['云湖夜经济计划', 1],
    ])
    expect([second!.total, second!.shared]).toEqual([1, 1])
    expect(way(second!.items, '云湖科创城')).toEqual([
      ['LOCATED_IN:d2:d1', 'LOCATED_IN:d4:d2', 'SERVES:d4:e1'],
      ['松山产业园', '松山药业二厂'],
    ])
  })
  it('show the industries of what lies in them', async () => {
    expect(cells(await compare('e7', 'd1'), 'Industry')!.map(({ items }) => names(items))).toEqual([
      [],
      ['机器人'],
    ])
  })
  it('are measured side by side only where the units measure the same', async () => {
    const { metrics } = await compare('e7', 'd1')
    expect(
      metrics.items.map(({ metric, cells: of }) => [
        metric,
        of.map(({ items }) => items.map(({ value, unit, period }) => `${value}${unit} ${period}`)),
      ]),
    ).toEqual([
      ['地区生产总值', [['450亿元 2023', '420亿元 2022'], ['98000万元 2023']]],
      ['面积', [['4500亩 '], ['15平方公里 ']]],
    ])
    expect(metrics.total).toBe(2)
    expect(metrics.items[0]!.cells.map(({ total }) => total)).toEqual([2, 1])
    expect(metrics.items[0]!.cells[1]!.items[0]!.evidence.text).toBe('云湖区加快建设云湖科创城')
  })
  it('say what both are tied to, by which relation each', async () => {
    const { common } = await compare('e7', 'd1')
    expect(
      common.items.map(({ entity, cells: of }) => [entity.name, of.map((s) => s.map(({ edge }) => edge))]),
    ).toEqual([['湖东市', [['PART_OF:e7:e8'], ['PART_OF:d1:e8']]]])
    expect(common.total).toBe(1)
  })
})

describe('a comparison a page at a time', () => {
  const page = async (more: object) =>
    ((await asked(['e7', 'd1'], more, '/api/compare/items')).body as ComparedItems).items

  it('holds the first of each list, and counts all', async () => {
    const { body } = await asked(['e7', 'd1'], { most: 1 })
    const [first, second] = cells(body as Comparison, 'Project')!
    expect([first!.total, first!.items.length, second!.total, second!.items.length]).toEqual([2, 1, 2, 1])
    const { metrics } = body as Comparison
    expect([metrics.total, metrics.items.map(({ metric }) => metric)]).toEqual([2, ['地区生产总值']])
    expect(metrics.items[0]!.cells.map(({ total, items }) => [total, items.length])).toEqual([
      [2, 1],
      [1, 1],
    ])
  })
  it.each([
    ['Project', undefined],
    ['Project', 'started'],
    ['Project', ''],
    ['Strategy', undefined],
  ] as const)('goes on where it ended, in the row of %s %s', async (row, stage) => {
    const both = await compare('e7', 'd1')
    for (const column of [0, 1]) {
      const all = cells(both, row, stage)![column]!.items
      const found = []
      for (let offset = 0; offset < all.length; offset++)
        found.push(...(await page({ row, stage, column, offset, most: 1 })))
      expect(found).toEqual(all)
      expect(await page({ row, stage, column, offset: all.length })).toEqual([])
    }
  })
  it('does so for articles and for what both are tied to', async () => {
    const { articles, common } = await compare('e7', 'd1')
    expect(await page({ row: 'articles', column: 1 })).toEqual(articles[1]!.items)
    expect(await page({ row: 'common' })).toEqual(common.items)
    expect(await page({ row: 'Park', stage: 'started' })).toEqual([])
  })
  it('does so for what is measured, and for the facts of one measure', async () => {
    const { metrics } = await compare('e7', 'd1')
    expect(await page({ row: 'metrics', offset: 1 })).toEqual([metrics.items[1]])
    const [{ key, cells: of }] = metrics.items as [ComparedMetric]
    expect(await page({ row: 'metrics', metric: key, column: 0, offset: 1 })).toEqual([of[0]!.items[1]])
    expect(await page({ row: 'metrics', metric: key, column: 1 })).toEqual(of[1]!.items)
    expect(await page({ row: 'metrics', metric: '常住人口', column: 0 })).toEqual([])
  })
  it('hands out with what is measured the first of its facts alone', async () => {
    const graph = twoDistricts()
    const [node, owned, stated] = [
      graph.nodes.find(({ id }) => id === 'f8')!,
      graph.edges.find(({ to }) => to === 'f8')!,
      graph.edges.find(({ from }) => from === 'f8')!,
    ]
    for (let n = 0; n < 30; n++) {
      const id = `m${n}`
      graph.nodes.push({ ...node, id, properties: { ...node.properties, period: String(1990 + n) } })
      graph.edges.push({ ...owned, id: `HAS_FACT:e7:${id}`, to: id })
      graph.edges.push({ ...stated, id: `STATED_IN:${id}:a1:0`, from: id })
    }
    const other = await serverWith(graph)
    try {
      const { body } = await asked(['e7', 'd1'], { row: 'metrics' }, '/api/compare/items', other)
      const areas = (body as { items: ComparedMetric[] }).items.find(({ metric }) => metric === '面积')!
      expect(areas.cells.map(({ total, items }) => [total, items.length])).toEqual([
        [31, 20],
        [1, 1],
      ])
      expect(areas.cells[0]!.items.slice(1).map(({ period }) => Number(period))).toEqual(
        Array.from({ length: 19 }, (_, i) => 2019 - i),
      )
    } finally {
      await other.stop()
    }
  })
  it.each([
    [{ row: 'Person' }, 'row'],
    [{ row: 'Project', most: 501 }, 'must be 500 or less'],
    [{ row: 'Project', offset: -1 }, 'must be 0 or more'],
    [{ row: 'Project', ids: ['e7', 'gone'] }, 'There is no entity with the id “gone”'],
  ])('of %j it says why it cannot', async (more, message) => {
    const { body } = await asked(['e7', 'd1'], more, '/api/compare/items')
    expect(body).toMatchObject({ error: { message: expect.stringContaining(message) } })
  })
})

describe('other things side by side', () => {
  it('strategies have what serves them, and what lies in them', async () => {
    const both = await compare('e1', 'e2')
    expect(cells(both, 'Project')!.map(({ items }) => names(items)!.sort())).toEqual([
      ['星海机器人研发基地', '松山药业二厂'],
      [],
    ])
    expect(cells(both, 'Park')!.map(({ items }) => names(items))).toEqual([
      ['云湖大学科技园'],
      ['云湖大学科技园'],
    ])
    expect(cells(both, 'Strategy')!.map(({ items }) => names(items))).toEqual([['湖东新区发展战略'], []])
  })
  it('companies have what they build, and its strategies', async () => {
    const both = await compare('e4', 'd3', 'e6')
    expect(cells(both, 'Project')!.map(({ items }) => names(items))).toEqual([['星海机器人研发基地'], [], []])
    expect(cells(both, 'Strategy')!.map(({ items }) => names(items))).toEqual([['云湖科创城'], [], []])
    expect(cells(both, 'Industry')!.map(({ shared }) => shared)).toEqual([1, 1, 0])
  })
  it('of one name each say what they are tied to', async () => {
    const graph = twoDistricts()
    graph.nodes.find(({ id }) => id === 'd5')!.properties.name = '云湖大桥'
    const other = await serverWith(graph)
    try {
      const response = await other.app.request('/api/compare', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ids: ['e10', 'd5'] }),
      })
      const { entities } = (await response.json()) as Comparison
      expect(entities.map(({ name, beside }) => [name, beside])).toEqual([
        ['云湖大桥', '云湖区'],
        ['云湖大桥', '松山区'],
      ])
    } finally {
      await other.stop()
    }
  })
  it.each([
    [['e1'], 400, 'must name two entities or more'],
    [['e1', 'e2', 'e3', 'e4', 'e5'], 400, 'must be 4 or less'],
    [['e1', 'e1'], 400, 'must name each entity once'],
    [['e1', 'gone'], 404, 'There is no entity with the id “gone”'],
  ])('of %j it says why it cannot', async (ids, status, message) => {
    expect(await asked(ids)).toMatchObject({
      status,
      body: { error: { message: expect.stringContaining(message) } },
    })
  })
})

describe('a province', () => {
  it('is counted to the last of what lies in it, without reading the store step by step', async () => {
    const graph = twoDistricts()
    const lies = (id: string, name: string, type: EntityType, into: string) => {
      graph.nodes.push(entityNode(id, type, name, { articleCount: 1 }))
      graph.edges.push({
        id: edgeIdOf('LOCATED_IN', id, into),
        type: 'LOCATED_IN',
        from: id,
        to: into,
        properties: { evidence: ['a1:0'], articles: ['a1'], articleCount: 1, confidence: 0.9 },
      })
    }
    graph.nodes.push(entityNode('p0', 'Place', '云海省', { articleCount: 1 }))
    for (let c = 0; c < 6; c++) {
      lies(`c${c}`, `云海${c}市`, 'Place', 'p0')
      for (let k = 0; k < 100; k++) lies(`c${c}k${k}`, `云海${c}市${k}厂`, 'Company', `c${c}`)
    }
    const other = await serverWith(graph)
    const asked: string[] = []
    const read = other.store.read.bind(other.store)
    try {
      // what stands in memory is there once something has asked for it
      await other.app.request('/api/degrees', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ids: ['p0'] }),
      })
      other.store.read = (name, parameters) => {
        asked.push(name)
        return read(name, parameters)
      }
      const response = await other.app.request('/api/compare', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ids: ['p0', 'e7'], most: 500 }),
      })
      const companies = cells((await response.json()) as Comparison, 'Company')![0]!
      expect([companies.total, companies.items.length]).toEqual([600, 500])
      expect(way(companies.items, companies.items[0]!.name)[1]).toHaveLength(1)
      expect(asked.filter((name) => /^edges|^relations/.test(name))).toEqual([])
      expect(asked.length).toBeLessThan(20)
    } finally {
      await other.stop()
    }
  })
})
