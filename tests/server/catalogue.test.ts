import { afterAll, beforeAll, expect, it } from 'vitest'
import { catalogueOf } from '../../server/catalogue.ts'
import { pacedMap } from '../../server/paced.ts'
import { readsOf } from '../../server/reads.ts'
import type { GraphStore } from '../../store/store.ts'
import { fixtureGraph, storeWith } from './fixture.ts'

let fixture: Awaited<ReturnType<typeof storeWith>>
beforeAll(async () => {
  fixture = await storeWith(fixtureGraph())
})
afterAll(() => fixture.remove())

/** The fixture's store, and how often it was read by each query. */
function counted(): { store: GraphStore; reads: Map<string, number> } {
  const reads = new Map<string, number>()
  const read: GraphStore['read'] = (name, parameters) => {
    reads.set(name, (reads.get(name) ?? 0) + 1)
    return fixture.store.read(name, parameters)
  }
  return { store: { ...fixture.store, read }, reads }
}

it('answers a search that is asked while the index is built ahead, and builds it once', async () => {
  const { store, reads } = counted()
  const catalogue = catalogueOf(readsOf(store), () => 0)
  const ahead = catalogue.ahead()
  const [one, other] = await Promise.all([catalogue.search(), catalogue.search()])
  expect(one.entities('云湖科创城', { limit: 1 }).map(({ id }) => id)).toEqual(['e1'])
  expect(other).toBe(one)
  await ahead
  expect(await catalogue.search()).toBe(one)
  expect((await catalogue.gaps()).coverage.length).toBeGreaterThan(0)
  expect((await catalogue.whole()).ids).toHaveLength(7)
  expect(reads.get('all-entities')).toBe(1)
  expect(reads.get('steps-from')).toBe(1)
  expect(reads.get('counts')).toBe(1)
})

it('builds again what could not be built', async () => {
  let away = true
  const { store } = counted()
  const read: GraphStore['read'] = (name, parameters) =>
    away && name === 'all-entities' ? Promise.reject(new Error('away')) : store.read(name, parameters)
  const catalogue = catalogueOf(readsOf({ ...store, read }), () => 0)
  await expect(catalogue.ahead()).rejects.toThrow('away')
  away = false
  expect((await catalogue.search()).size).toBe(7)
})

it('does long work in pieces, others in between', async () => {
  let between = 0
  const timer = setInterval(() => between++, 1)
  const busy = (n: number) => {
    for (const until = performance.now() + 2; performance.now() < until; );
    return n * 2
  }
  const items = Array.from({ length: 60 }, (_, i) => i)
  expect(await pacedMap(items, busy)).toEqual(items.map((n) => n * 2))
  clearInterval(timer)
  expect(between).toBeGreaterThan(2)
})
