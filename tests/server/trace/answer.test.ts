import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GapsResponse, TraceResponse } from '../../../model/api.ts'
import { createApp } from '../../../server/app.ts'
import { quiet } from '../ask.ts'
import { districtGraph } from '../districts.ts'
import { storeWith } from '../fixture.ts'

interface Stand {
  get<T>(path: string): Promise<T>
  stop(): Promise<void>
}
type App = ReturnType<typeof createApp>
const getOf =
  (app: App) =>
  async <T>(path: string) => {
    const response = await app.request(path)
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
const appOn = (store: Parameters<typeof createApp>[0]['store']) =>
  createApp({ store, savedQueries: [], version: '0.0.0', log: quiet })

const names = (items: readonly { name: string }[]) => items.map(({ name }) => name)

describe('a trace', () => {
  let stand: Stand
  beforeAll(async () => {
    const { store, remove } = await storeWith(districtGraph())
    stand = { get: getOf(appOn(store)), stop: remove }
  })
  afterAll(() => stand.stop())
  const heads = async (query: string) =>
    names((await stand.get<TraceResponse>(`/api/trace?${query}`)).chains.map(({ steps }) => steps[0]!.from))

  it('says of every entity where it lies, what it works on and how far it is', async () => {
    const { entities } = await stand.get<TraceResponse>('/api/trace?from=e1')
    const project = entities.find(({ id }) => id === 'e3')!
    expect(project.districts.map(({ name }) => name)).toEqual(['云湖区', '湖东市'])
    expect(project.placedBy).toBe(null)
    expect(project.stage).toBe('started')
    expect(names(entities.find(({ id }) => id === 'e4')!.industries)).toEqual(['机器人'])
  })

  it('takes the district of a company from what it builds, and says so', async () => {
    const { entities } = await stand.get<TraceResponse>('/api/trace?from=e1')
    const company = entities.find(({ id }) => id === 'e4')!
    expect(names(company.districts)).toEqual(['云湖区', '湖东市'])
    expect(company.placedBy).toEqual({ id: 'e3', name: '星海机器人研发基地' })
  })

  it.each([
    ['from=e1&industry=e9', ['星海科技']],
    ['from=e1&stage=started', ['星海机器人研发基地', '星海科技']],
    ['from=e1&stage=completed', []],
    ['from=e1&district=e8', ['星海机器人研发基地', '云湖区', '星海科技']],
    ['from=e1&until=2023-06', ['星海机器人研发基地', '云湖区', '星海科技']],
    ['from=e1&since=2023-06', ['云湖大学科技园', '星海机器人研发基地']],
    ['from=e1&since=2030', []],
  ])('%s leaves %j', async (query, expected) => {
    expect((await heads(query)).sort()).toEqual([...expected].sort())
  })

  it('stands on the articles of the period alone', async () => {
    const { chains, articles } = await stand.get<TraceResponse>('/api/trace?from=e3&since=2023-08')
    expect(chains[0]!.steps[0]).toMatchObject({ relation: 'SERVES', articleCount: 1 })
    expect(articles.map(({ id }) => id)).toEqual(['a2'])
  })

  it('counts what could be asked for before anything is left out', async () => {
    const { facets } = await stand.get<TraceResponse>('/api/trace?from=e1&industry=e9')
    expect(names(facets.districts)).toContain('湖东市')
    expect(facets.stages).toEqual([{ stage: 'started', count: 2 }])
    expect([facets.since, facets.until]).toEqual(['2023-05-01', '2023-08-12'])
  })

  it('says how many chains the limit left out', async () => {
    const all = await stand.get<TraceResponse>('/api/trace?from=e1')
    const two = await stand.get<TraceResponse>('/api/trace?from=e1&limit=2')
    expect([two.chains.length, two.remaining]).toEqual([2, all.chains.length - 2])
  })

  it('cites every article that a sentence stands in', async () => {
    const { chains, articles } = await stand.get<TraceResponse>('/api/trace?from=e2')
    const cited = new Set(
      chains.flatMap(({ steps }) => steps.flatMap((s) => s.evidence.map((e) => e.article))),
    )
    expect(new Set(articles.map(({ id }) => id))).toEqual(cited)
    expect(articles[0]).toMatchObject({ title: expect.any(String), date: expect.stringMatching(/^2023/) })
  })

  it('says who stands behind a project', async () => {
    const { behind } = await stand.get<TraceResponse>('/api/trace?from=e3')
    expect(behind.map(({ from, relation }) => `${from.name} ${relation}`)).toEqual(['星海科技 DEVELOPS'])
    expect((await stand.get<TraceResponse>('/api/trace?from=e1')).behind).toEqual([])
  })

  it('lists what is tied to nothing in all of the graph', async () => {
    const gaps = await stand.get<GapsResponse>('/api/trace/gaps')
    expect(names(gaps.entities)).toEqual(['松果食品', '云湖大桥'])
    expect(names(gaps.strategies)).toEqual(['云湖夜经济计划'])
    expect(gaps.served.map(({ name, heads }) => [name, heads])).toEqual([['云湖科创城', 2]])
    expect(gaps.coverage).toContainEqual({ type: 'Project', total: 2, tied: 1 })
    expect(names((await stand.get<GapsResponse>('/api/trace/gaps?types=Project')).entities)).toEqual([
      '云湖大桥',
    ])
    expect(names((await stand.get<GapsResponse>('/api/trace/gaps?district=e7')).entities)).toEqual([
      '云湖大桥',
    ])
    expect((await stand.get<GapsResponse>('/api/trace/gaps?since=2030')).total).toBe(0)
  })
})
