/** `npm start`: the explorer on this machine. */
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import { hasBrowser, openBrowser } from './browser.ts'
import { listen } from './listen.ts'
import { buildPage, pageIsStale } from './page.ts'
import { addressOf, appParts, buildAhead, closeOnSignal, ROOT, readyStore, run, settingsOf } from './start.ts'

async function main(): Promise<void> {
  const settings = settingsOf(process.argv.slice(2))
  const stale = pageIsStale(ROOT)
  if (stale) console.log('Building the page.')
  // both take seconds and neither needs the other
  const [opened, built] = await Promise.allSettled([
    readyStore(settings),
    stale ? buildPage(ROOT) : undefined,
  ])
  if (opened.status === 'rejected') throw opened.reason
  const store = opened.value
  if (built.status === 'rejected') {
    await store.close()
    throw built.reason
  }
  const parts = appParts(store, settings)
  const app = createApp({ ...parts, webRoot: join(ROOT, 'dist') })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const port = await listen(server, settings.host, settings.port).catch(async (error) => {
    await store.close()
    throw error
  })
  closeOnSignal(server, store)
  buildAhead(parts.context)
  if (settings.port !== 0 && port !== settings.port)
    console.log(`Port ${settings.port} is busy; ${port} is free.`)
  const address = addressOf(settings.host, port)
  console.log(`Quanmai 泉脉: ${address}`)
  if (hasBrowser({ platform: process.platform, env: process.env, terminal: process.stdout.isTTY }))
    await openBrowser(address)
}

await run(main)
