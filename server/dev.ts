/** `npm run dev`: Vite's dev server, with the API behind it. */
import { createServer as createHttpServer, type Server } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createServer } from 'vite'
import { createApp } from './app.ts'
import { listen } from './listen.ts'
import { addressOf, appParts, buildAhead, closeOnSignal, ROOT, readyStore, run, settingsOf } from './start.ts'

async function main(): Promise<void> {
  const settings = settingsOf(process.argv.slice(2))
  const store = await readyStore(settings)
  const parts = appParts(store, settings)
  const api = getRequestListener(createApp(parts).fetch)
  const server: Server = createHttpServer()
  const vite = await createServer({
    root: join(ROOT, 'web'),
    configFile: join(ROOT, 'vite.config.ts'),
    server: { middlewareMode: true, ws: { server } },
    appType: 'spa',
  })
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/api/')) void api(request, response)
    else vite.middlewares(request, response)
  })
  const port = await listen(server, settings.host, settings.port)
  closeOnSignal(server, store, () => vite.close())
  buildAhead(parts.context)
  if (settings.port !== 0 && port !== settings.port)
    console.log(`Port ${settings.port} is busy; ${port} is free.`)
  console.log(`Quanmai 泉脉: ${addressOf(settings.host, port)}`)
}

await run(main)
