import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActivityResponse, NewResponse, TimelineResponse } from '../../model/api.ts'
import { createApp } from '../../server/app.ts'
import type { GraphStore } from '../../store/store.ts'
import { quiet } from './ask.ts'
import { fixtureGraph, storeWith } from './fixture.ts'
import { timed } from './timed.ts'

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
    const stored = await storeWith(timed(fixtureGraph()))
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
