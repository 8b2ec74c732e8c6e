/** One server, one browser and one page for a file of tests; what goes wrong on the page is kept. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ingestPaths } from '../../ingest/run.ts'
import type { SearchResponse } from '../../model/api.ts'
import { openStore } from '../../store/open.ts'
import { launchBrowser } from './browser.ts'
import { startServer } from './server.ts'

const OUT = join(import.meta.dirname, 'out')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Desk {
  page: Page
  address: string
  /** Errors of the console and the page, as they come. */
  errors: string[]
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
  /** The id of the entity that a search finds first. */
  idOf(name: string): Promise<string>
  /** Opens the page anew at this address, in Chinese and light unless told. */
  open(hash: string, look?: { lang?: 'zh' | 'en'; theme?: 'light' | 'dark' }): Promise<void>
  shot(name: string): Promise<void>
  /** What a screen reader seriously stumbles on, by axe's rules. */
  stumbles(): Promise<string[]>
  /** Stops the server as Ctrl-C does: its exit code. */
  stop(): Promise<number | null>
  close(): Promise<void>
}

/** A desk on a graph of these articles alone, by the names of their files; closing it leaves nothing behind. */
export async function openDeskOn(articles: Readonly<Record<string, string>>): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-e2e-'))
  const address = `embedded:${join(folder, 'graph')}`
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(folder, name), text)
  const store = await openStore(address, {})
  await ingestPaths(store, [folder], { workers: 0 })
  await store.close()
  const desk = await openDesk({ QUANMAI_STORE: address })
  return {
    ...desk,
    async close() {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function openDesk(env: NodeJS.ProcessEnv = {}): Promise<Desk> {
  mkdirSync(OUT, { recursive: true })
  const [server, browser] = await Promise.all([startServer(env), launchBrowser()])
  // a first visit is a test of its own
  await browser.context.addInitScript(() => {
    if (location.protocol !== 'about:') localStorage.setItem('guided', 'yes')
  })
  const page = await browser.context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  const get = async <T>(path: string) => (await (await fetch(server.address + path)).json()) as T
  return {
    page,
    address: server.address,
    errors,
    get,
    async post<T>(path: string, body: object) {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(server.address + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return (await response.json()) as T
    },
    async idOf(name) {
      const { hits } = await get<SearchResponse>(`/api/search?q=${encodeURIComponent(name)}`)
      if (!hits[0]) throw new Error(`nothing is called ${name}`)
      return hits[0].id
    },
    async open(hash, { lang = 'zh', theme = 'light' } = {}) {
      await page.goto('about:blank')
      await page.goto(`${server.address}/#lang=${lang}&theme=${theme}&${hash}`)
      await page.locator('.rail').waitFor()
    },
    async shot(name) {
      await page.screenshot({ path: join(OUT, `${name}.png`) })
    },
    async stumbles() {
      // the page runs no scripts but its own; the debugger may
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
      return page.evaluate(async () => {
        const { axe: rules } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
        }
        const { violations } = await rules.run()
        return violations
          .filter((v) => v.impact === 'serious' || v.impact === 'critical')
          .map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`)
      })
    },
    stop: () => server.stop(),
    async close() {
      await browser.close()
      await server.stop()
    },
  }
}
