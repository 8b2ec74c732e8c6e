/** Composition shared by `npm start` and `npm run dev`: settings, store, samples, app, and a clean end. */

import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { progressPrinter } from '../ingest/progress.ts'
import { ingestPaths } from '../ingest/run.ts'
import { KnownError } from '../model/errors.ts'
import packageJson from '../package.json' with { type: 'json' }
import { openStore } from '../store/open.ts'
import { savedQueries } from '../store/queries.ts'
import { readSettings, type Settings } from '../store/settings.ts'
import type { GraphStore } from '../store/store.ts'
import type { AppParts } from './app.ts'
import { keptIn } from './kept.ts'
import type { Log } from './log.ts'
import { type Context, contextOf } from './route.ts'
import { isLoopback } from './security.ts'

export const ROOT = join(import.meta.dirname, '..')
const SAMPLES = join(ROOT, 'samples')

/** Milliseconds: whoever looks at the page wants to hear soon that Neo4j is away. */
const PATIENCE = 2_500

const consoleLog: Log = {
  info: (message) => console.log(message),
  error: (message, cause) => console.error(message, ...(cause === undefined ? [] : [cause])),
}

/**
 * Settings come from the environment alone.
 *
 * @throws KnownError where words stand behind the command
 */
export function settingsOf(words: readonly string[]): Settings {
  if (words.length > 0)
    throw new KnownError(
      'bad-call',
      `The explorer takes no arguments, but was given ${words.join(' ')}.`,
      400,
      {
        hint: 'Settings such as PORT=8080 stand in the environment: docs/settings.md',
      },
    )
  return readSettings(process.env)
}

/** The store that the settings name, with the samples in it unless it holds other articles. */
export async function readyStore(settings: Settings): Promise<GraphStore> {
  const store = await openStore(settings.store, { ...settings, patience: PATIENCE })
  try {
    await store.prepare()
    const samples = new Set(readdirSync(SAMPLES))
    const rows = await store.read('article-files', { limit: samples.size + 100 })
    const files = rows.map((row) => String(row.file).split('#')[0]!)
    if (files.every((file) => samples.has(file)))
      await readSamples(store, files.length === 0).catch((error) => {
        if (!leavesSamples(error, files.length === 0)) throw error
        console.log(`${error.message} The samples are left as they are.`)
      })
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** What is there can be explored: by who may not write, and while another program writes. */
const leavesSamples = (error: unknown, empty: boolean): error is KnownError =>
  error instanceof KnownError &&
  (error.code === 'store-in-use' || (error.code === 'store-read-only' && !empty))

/** Also where they are there already: a start that was cut off in the middle of its writes is mended by the next. */
async function readSamples(store: GraphStore, empty: boolean): Promise<void> {
  if (empty) console.log('The graph is empty: reading the samples.')
  const { articles, failures, graph, milliseconds } = await ingestPaths(store, [SAMPLES], {
    ...(empty ? { onProgress: progressPrinter(process.stdout) } : {}),
  })
  for (const { file, message, hint } of failures) console.error(`${file}: ${message} ${hint}`.trim())
  const changed = [graph.nodes, graph.edges].some(({ put, removed }) => put + removed > 0)
  if (empty) console.log(`${articles} articles in the graph after ${(milliseconds / 1000).toFixed(1)} s.`)
  else if (changed) console.log('The samples were not whole in the graph: they have been read again.')
}

export const appParts = (store: GraphStore, settings: Settings): AppParts & { context: Context } => ({
  store,
  context: contextOf(store),
  savedQueries: savedQueries(),
  version: packageJson.version,
  log: consoleLog,
  views: keptIn(keptPathOf(settings.store, 'views'), 'views'),
  ownQueries: keptIn(keptPathOf(settings.store, 'queries'), 'queries'),
  callers: { hosts: [settings.host, ...settings.hosts], shared: !isLoopback(settings.host) },
})

/**
 * Builds what the first search and the first gaps would wait for, while nobody waits. Who asks meanwhile is answered
 * in between, or as soon as what he asks for is there; a store that is away tells those who ask.
 */
export function buildAhead({ catalogue }: Context): void {
  catalogue.ahead().catch(() => {})
}

/** Beside the embedded graph's folder; for Neo4j in data/, one file for each address. */
function keptPathOf(store: string, what: string): string {
  if (store.startsWith('embedded:')) return `${store.slice('embedded:'.length)}.${what}.json`
  return join('data', `${createHash('sha256').update(store).digest('hex').slice(0, 10)}.${what}.json`)
}

/** `http://127.0.0.1:5178`; the loopback name where the server listens everywhere. */
export function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** Ctrl-C and SIGTERM let answers that are under way end, then close the store. */
export function closeOnSignal(
  server: Server,
  store: GraphStore,
  also: () => Promise<void> = async () => {},
): void {
  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2_000).unref()
    await also()
    await store.close()
    process.exit(0)
  }
  process.on('SIGINT', close).on('SIGTERM', close)
}

/** Runs a program: a KnownError is said plainly, with exit code 1. */
export async function run(program: () => Promise<void>): Promise<void> {
  try {
    await program()
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    console.error([error.message, error.hint].filter(Boolean).join(' '))
    process.exit(1)
  }
}
