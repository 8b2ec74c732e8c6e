import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { SavedQuery } from '../../model/api.ts'
import type { OwnQueries } from '../kept.ts'
import { answers, keptName as name } from '../route.ts'
import { keptRoutes } from './kept.ts'

const queries = createRoute({
  method: 'get',
  path: '/api/queries',
  responses: answers<SavedQuery[]>('SavedQueries'),
})
const own = z.object({
  name,
  text: z.string().min(1, 'must not be empty').max(100_000, 'must be 100,000 characters or less'),
})

export function queryRoutes(app: OpenAPIHono, saved: readonly SavedQuery[], kept: OwnQueries): void {
  app.openapi(queries, (c) => c.json([...saved], 200))
  keptRoutes(app, kept, {
    path: '/api/own-queries',
    what: 'query',
    all: 'OwnQueries',
    one: 'OwnQuery',
    schema: own,
  })
}
