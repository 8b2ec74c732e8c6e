import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { StatusResponse } from '../../model/api.ts'
import type { GraphStore } from '../../store/store.ts'
import { answers, type Context } from '../route.ts'

const status = createRoute({
  method: 'get',
  path: '/api/status',
  responses: answers<StatusResponse>('StatusResponse'),
})

export function statusRoutes(app: OpenAPIHono, { reads }: Context, store: GraphStore, version: string): void {
  app.openapi(status, async (c) => {
    const { entities, articles } = await reads.counts()
    const body: StatusResponse = { version, store: store.kind, entities, articles }
    return c.json(body, 200)
  })
}
