import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { SavedQuery } from '../../model/api.ts'
import { answers } from '../route.ts'

const queries = createRoute({
  method: 'get',
  path: '/api/queries',
  responses: answers<SavedQuery[]>('SavedQueries'),
})

export function queryRoutes(app: OpenAPIHono, saved: readonly SavedQuery[]): void {
  app.openapi(queries, (c) => c.json([...saved], 200))
}
