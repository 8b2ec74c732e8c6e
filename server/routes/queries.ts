import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { OwnQuery, SavedQuery } from '../../model/api.ts'
import { notFound } from '../errors.ts'
import type { OwnQueries } from '../kept.ts'
import { answers, keptName as name } from '../route.ts'

const queries = createRoute({
  method: 'get',
  path: '/api/queries',
  responses: answers<SavedQuery[]>('SavedQueries'),
})
const listOwn = createRoute({
  method: 'get',
  path: '/api/own-queries',
  responses: answers<OwnQuery[]>('OwnQueries'),
})
const saveOwn = createRoute({
  method: 'post',
  path: '/api/own-queries',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            name,
            text: z.string().min(1, 'must not be empty').max(100_000, 'must be 100,000 characters or less'),
          }),
        },
      },
    },
  },
  responses: answers<OwnQuery>('OwnQuery'),
})
const removeOwn = createRoute({
  method: 'delete',
  path: '/api/own-queries/{name}',
  request: { params: z.object({ name }) },
  responses: answers<{ removed: string }>('Removed'),
})

export function queryRoutes(app: OpenAPIHono, saved: readonly SavedQuery[], own: OwnQueries): void {
  app.openapi(queries, (c) => c.json([...saved], 200))
  app.openapi(listOwn, (c) => c.json(own.all(), 200))
  app.openapi(saveOwn, (c) => {
    const query = c.req.valid('json')
    own.save(query)
    return c.json(query, 200)
  })
  app.openapi(removeOwn, (c) => {
    const { name: gone } = c.req.valid('param')
    if (!own.remove(gone)) throw notFound('query', gone)
    return c.json({ removed: gone }, 200)
  })
}
