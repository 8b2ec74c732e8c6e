import type { Subgraph } from '../../model/graph.ts'
import { createApp } from '../../server/app.ts'
import type { GraphStore } from '../../store/store.ts'
import { fixtureGraph, storeWith } from './fixture.ts'

export const quiet = { info: () => {}, error: () => {} }

const SAVED = [
  {
    name: 'serves',
    title: { zh: '服务战略', en: 'Serves' },
    parameters: [],
    text: 'MATCH (a)-[r:SERVES]->(b) RETURN a, r, b',
  },
]

export interface Server {
  store: GraphStore
  app: ReturnType<typeof createApp>
  get<T>(path: string): Promise<T>
  ask<T>(
    query: string,
    parameters?: Record<string, unknown>,
    limit?: number,
  ): Promise<{ status: number; body: T }>
  stop(): Promise<void>
}

/** The app on a real embedded store that holds the fixture. */
export const serverWithFixture = (): Promise<Server> => serverWith(fixtureGraph())

/** The app on a real embedded store that holds this graph. */
export async function serverWith(graph: Subgraph): Promise<Server> {
  const { store, remove } = await storeWith(graph)
  const app = createApp({ store, savedQueries: SAVED, version: '0.0.0', log: quiet })
  return {
    store,
    app,
    async get<T>(path: string) {
      const response = await app.request(path)
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as T
    },
    async ask<T>(query: string, parameters = {}, limit = 1000) {
      const response = await app.request('/api/cypher', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, parameters, limit }),
      })
      return { status: response.status, body: (await response.json()) as T }
    },
    stop: remove,
  }
}
