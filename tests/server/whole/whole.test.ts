import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decodeColumns } from '../../../model/columns.ts'
import { createApp } from '../../../server/app.ts'
import { wholeLayout } from '../../../server/whole/layout.ts'
import { quiet, type Server, serverWithFixture } from '../ask.ts'
import { fixtureGraph, storeWith } from '../fixture.ts'
import { timed } from '../timed.ts'

let server: Server
beforeAll(async () => {
  server = await serverWithFixture()
})
afterAll(() => server.stop())

it('serves every entity and relation as columns, each with a place', async () => {
  const response = await server.app.request('/api/whole')
  expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  const columns = decodeColumns(new Uint8Array(gunzipSync(Buffer.from(await response.arrayBuffer()))))
  expect(columns.ids).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'])
  const serves = columns.relations.indexOf('SERVES')
  expect([
    columns.ids[columns.from[serves]!],
    columns.ids[columns.to[serves]!],
    columns.levels[serves],
  ]).toEqual(['e3', 'e1', 'stated'])
  expect(new Set([...columns.x].map((x, i) => `${x},${columns.y[i]}`)).size).toBe(7)
})

it.each([
  ['2023-05', '2023-06', ['e1', 'e2', 'e3', 'e4', 'e6', 'e7'], 4],
  ['2023-08', '2023-08', ['e1', 'e3', 'e4', 'e5', 'e6'], 3],
  ['2024-01', '2024-12', [], 0],
])(
  'says what an article from %s to %s has, in the order of the columns',
  async (from, to, ids, relations) => {
    const response = await server.app.request(`/api/whole/period?from=${from}&to=${to}`)
    const bits = new Uint8Array(await response.arrayBuffer())
    const isSet = (at: number) => (bits[at >> 3]! >> (at & 7)) & 1
    expect(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'].filter((_, i) => isSet(i))).toEqual(ids)
    expect([7, 8, 9, 10, 11, 12].filter((at) => isSet(at))).toHaveLength(relations)
  },
)
it('says what sentences that speak of a period have', async () => {
  const spoken = await storeWith(timed(fixtureGraph()))
  const app = createApp({ store: spoken.store, savedQueries: [], version: '0', log: quiet })
  const within = async (from: string, to: string) => {
    const response = await app.request(`/api/whole/period?from=${from}&to=${to}&by=spoken`)
    const bits = new Uint8Array(await response.arrayBuffer())
    return [...Array(13).keys()].filter((at) => (bits[at >> 3]! >> (at & 7)) & 1)
  }
  // 聚焦云湖科创城，引进星海机器人研发基地: both ends, and what ties them
  const said = [0, 2, 7 + 1]
  expect(await within('2022-06', '2022-07')).toEqual(said)
  expect(await within('2021-01', '2022-01')).toEqual(said)
  expect(await within('2022-07', '2023-12')).toEqual([])
  await spoken.remove()
})
it('wants months', async () => {
  expect((await server.app.request('/api/whole/period?from=2023&to=2023-05')).status).toBe(400)
})

it('lays communities of a large graph beside each other, the same every time', () => {
  // forty groups of a hundred, each tied within, and a few ties between them
  const [from, to]: [number[], number[]] = [[], []]
  for (let group = 0; group < 40; group++)
    for (let i = 1; i < 100; i++) {
      from.push(group * 100 + i)
      to.push(group * 100 + Math.floor(i / 3))
    }
  for (let group = 1; group < 40; group++) {
    from.push(group * 100)
    to.push((group - 1) * 100)
  }
  const columns = { count: 4_000, from: Uint32Array.from(from), to: Uint32Array.from(to) }
  const { x, y } = wholeLayout(columns)
  const apart = (a: number, b: number) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!)
  const within = [...Array(40).keys()].map((g) => apart(g * 100, g * 100 + 50))
  const across = [...Array(40).keys()].map((g) => apart(g * 100, ((g + 20) % 40) * 100 + 50))
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length
  expect(mean(within)).toBeLessThan(mean(across) / 2)
  expect(wholeLayout(columns)).toEqual({ x, y })
})
