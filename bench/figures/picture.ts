/** The whole graph in a browser: 100,000 nodes and 500,000 edges against a bare sigma page with the same graph. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { decodeColumns } from '../../model/columns.ts'
import type { CypherValue } from '../../model/graph.ts'
import { groupedBy } from '../../model/groups.ts'
import { ENTITY_TYPES } from '../../model/ontology.ts'
import { createApp } from '../../server/app.ts'
import type { GraphStore } from '../../store/store.ts'
import { launchBrowser } from '../../tests/e2e/browser.ts'
import { type Crowd, crowd } from '../crowd.ts'
import type { Figure } from '../measure.ts'

const [NODES, EDGES] = [
  Number(process.env.BENCH_NODES ?? 100_000),
  Number(process.env.BENCH_EDGES ?? 500_000),
]
const FRAMES = 5
const ROOT = join(import.meta.dirname, '../..')

interface Timed {
  first: number
  frame: number
}
interface Measured {
  ours: Timed
  bare: Timed
  /** Bytes that travel. */
  packed: number
  json: number
}

interface Asked {
  after?: string
  limit?: number
  ids?: string[]
}

/** A store that only knows how to read this graph: what is measured lies behind it. */
export function storeOf({ ids, names, types, articleCounts, edges }: Crowd): GraphStore {
  const byId = ids.map((_, i) => i).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
  const startingAt = groupedBy(edges, (edge) => ids[edge.from]!)
  const rows: Record<string, (asked: Asked) => Record<string, CypherValue>[]> = {
    counts: () => [{ entities: ids.length, mentions: 0, articles: 0 }],
    'edge-count': () => [{ count: edges.length }],
    articles: () => [],
    'all-entities': ({ after = '', limit = 0 }) => {
      const first = byId.findIndex((i) => ids[i]! > after)
      return (first < 0 ? [] : byId.slice(first, first + limit)).map((i) => ({
        id: ids[i]!,
        name: names[i]!,
        type: types[i]!,
        aliases: [],
        pinyin: '',
        initials: '',
        articleCount: articleCounts[i]!,
      }))
    },
    'relations-from': ({ ids: wanted = [] }) =>
      wanted
        .flatMap((id) => startingAt.get(id) ?? [])
        .map(({ from, to, type }) => ({
          from: ids[from]!,
          to: ids[to]!,
          type,
          level: null,
          articleCount: 1,
          confidence: 1,
          articles: [],
        })),
  }
  const read = async (name: string, asked: Asked = {}) => rows[name]?.(asked) ?? []
  return { kind: 'embedded', read } as unknown as GraphStore
}

/** Time from the call to the first frame, then of one frame while the camera moves; milliseconds. */
async function timed(
  page: Page,
  address: string,
  drawn: () => number | undefined,
  camera: string,
): Promise<Timed> {
  await page.goto('about:blank')
  await page.goto(address)
  const first = await page.waitForFunction(drawn, undefined, { timeout: 300_000, polling: 200 })
  const frame = await page.evaluate(
    async ({ path, frames }) => {
      const sigma = path
        .split('.')
        .reduce((at, key) => (at as Record<string, unknown>)[key], window as unknown) as {
        getCamera(): { setState(state: { x: number; ratio: number }): void }
      }
      // no function of its own in here: the compiler's helper for names is not on the page
      await new Promise(requestAnimationFrame)
      const began = performance.now()
      for (let i = 0; i < frames; i++) {
        sigma.getCamera().setState({ x: 0.5 + 0.1 * Math.sin(i), ratio: 1 - 0.02 * i })
        await new Promise(requestAnimationFrame)
      }
      return (performance.now() - began) / frames
    },
    { path: camera, frames: FRAMES },
  )
  return { first: (await first.jsonValue()) as number, frame }
}

export const buildOurs = (outDir: string) =>
  build({
    root: join(ROOT, 'web'),
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  })

async function measureAll(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-picture-'))
  await buildOurs(join(folder, 'ours'))
  await build({
    root: join(ROOT, 'bench/bare'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(folder, 'bare'), emptyOutDir: true, target: 'es2022' },
  })
  const ours = createApp({
    store: storeOf(crowd(NODES, EDGES)),
    savedQueries: [],
    version: 'bench',
    log: { info: () => {}, error: () => {} },
    webRoot: join(folder, 'ours'),
  })
  // laid out ahead, as the server does for graphs of this size
  const packed = Buffer.from(await (await ours.request('http://127.0.0.1/api/whole')).arrayBuffer())
  const columns = decodeColumns(new Uint8Array(gunzipSync(packed)))
  const json = gzipSync(
    JSON.stringify({
      nodes: columns.ids.map((id, i) => [
        id,
        columns.names[i],
        columns.x[i],
        columns.y[i],
        2,
        ENTITY_TYPES[columns.types[i]!].light,
      ]),
      edges: [...columns.from].map((from, i) => [from, columns.to[i]]),
    }),
  )
  const bare = new Hono()
  bare.get('/bare.json', (c) =>
    c.body(json, 200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }),
  )
  bare.get('/*', serveStatic({ root: join(folder, 'bare') }))
  const servers = [ours, bare].map((app) => createAdaptorServer({ fetch: app.fetch }) as Server)
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) =>
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
        ),
    ),
  )
  const browser = await launchBrowser()
  try {
    const page = await browser.context.newPage()
    const drawn = () => performance.getEntriesByName('stage-drawn')[0]?.startTime
    return {
      bare: await timed(
        page,
        `http://127.0.0.1:${ports[1]}/`,
        () => (window as unknown as { drawn?: number }).drawn,
        'sigma',
      ),
      ours: await timed(
        page,
        `http://127.0.0.1:${ports[0]}/#whole=1&lang=zh&theme=light`,
        drawn,
        '__quanmai.stage.sigma',
      ),
      packed: packed.length,
      json: json.length,
    }
  } finally {
    await browser.close()
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

let measured: Promise<Measured> | null = null
const once = () => {
  measured ??= measureAll()
  return measured
}
const size = `${NODES / 1000}k/${EDGES / 1000}k`

export const drawing: Figure[] = [
  {
    name: `picture: first frame of ${size}`,
    unit: 'ms',
    against: 'bare sigma',
    measure: async () => {
      const { ours, bare } = await once()
      return { value: ours.first, baseline: bare.first }
    },
  },
  {
    name: `picture: a frame of ${size}`,
    unit: 'ms',
    against: 'bare sigma',
    measure: async () => {
      const { ours, bare } = await once()
      return { value: ours.frame, baseline: bare.frame }
    },
  },
  {
    name: `picture: bytes of ${size}`,
    unit: 'bytes',
    against: 'JSON with gzip',
    measure: async () => {
      const { packed, json } = await once()
      return { value: packed, baseline: json }
    },
  },
]
