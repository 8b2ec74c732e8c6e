/** The server without its socket: JSON under /api, the page beside it. Never listens. */
import { serveStatic } from '@hono/node-server/serve-static'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { SavedQuery } from '../model/api.ts'
import { KnownError } from '../model/errors.ts'
import type { GraphStore } from '../store/store.ts'
import { badParameter, errorResponse } from './errors.ts'
import { keptInMemory, type OwnQueries, type Views } from './kept.ts'
import type { Log } from './log.ts'
import { type Context, contextOf } from './route.ts'
import { articleRoutes } from './routes/articles.ts'
import { cypherRoutes } from './routes/cypher.ts'
import { entityRoutes } from './routes/entities.ts'
import { followRoutes } from './routes/follow.ts'
import { graphRoutes } from './routes/graph.ts'
import { queryRoutes } from './routes/queries.ts'
import { searchRoutes } from './routes/search.ts'
import { statusRoutes } from './routes/status.ts'
import { timelineRoutes } from './routes/timeline.ts'
import { traceRoutes } from './routes/trace.ts'
import { viewRoutes } from './routes/views.ts'
import { bodiesWithin, type Callers, headers, jsonOnly, ownHostOnly } from './security.ts'

export interface AppParts {
  store: GraphStore
  /** What the routes work with, over this store; made here unless someone else needs it, too. */
  context?: Context
  /** Folder of the built page; none where something else serves it. */
  webRoot?: string
  savedQueries: SavedQuery[]
  version: string
  log: Log
  /** Where named views are kept; in memory unless told. */
  views?: Views
  /** Where users' queries are kept; in memory unless told. */
  ownQueries?: OwnQueries
  /** Under which names it answers; those of this machine alone unless told. */
  callers?: Callers
}

/** Every route of docs/api.md, on this store. */
export function createApp({
  store,
  context = contextOf(store),
  webRoot,
  savedQueries,
  version,
  log,
  views = keptInMemory(),
  ownQueries = keptInMemory(),
  callers = {},
}: AppParts): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw badParameter(result.error)
    },
  })
  app.onError((error, c) => errorResponse(error, c, log))
  app.use(headers())
  app.use(ownHostOnly(callers))
  app.use('/api/*', jsonOnly(), bodiesWithin())
  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })

  searchRoutes(app, context, savedQueries, ownQueries)
  entityRoutes(app, context)
  graphRoutes(app, context)
  articleRoutes(app, context)
  traceRoutes(app, context)
  timelineRoutes(app, context)
  followRoutes(app, context)
  viewRoutes(app, views)
  cypherRoutes(app, context, store)
  queryRoutes(app, savedQueries, ownQueries)
  statusRoutes(app, context, store, version)
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Quanmai', version } })

  app.all('/api/*', (c) => {
    throw new KnownError('no-such-route', `There is no ${c.req.method} ${c.req.path}.`, 404, {
      hint: 'docs/api.md shows every route.',
      values: { method: c.req.method, path: c.req.path },
    })
  })
  if (webRoot) {
    app.use('/assets/*', async (c, next) => {
      await next()
      // names of built files hold a hash of their content
      if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable')
    })
    app.get('/*', serveStatic({ root: webRoot }))
  }
  app.notFound((c) =>
    errorResponse(
      new KnownError('not-found', `There is nothing at ${c.req.path}.`, 404, {
        values: { why: 'path', path: c.req.path },
      }),
      c,
      log,
    ),
  )
  return app
}
