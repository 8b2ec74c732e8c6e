import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { TraceResponse } from '../../model/api.ts'
import { notFound } from '../errors.ts'
import { briefOf } from '../reads.ts'
import { answers, type Context, id } from '../route.ts'
import { trace } from '../trace-reach.ts'

const route = createRoute({
  method: 'get',
  path: '/api/trace',
  request: { query: z.object({ from: id, to: id.optional() }) },
  responses: answers<TraceResponse>('TraceResponse'),
})

export function traceRoutes(app: OpenAPIHono, { reads }: Context): void {
  const brief = async (entity: string) => {
    const node = await reads.entity(entity)
    if (!node) throw notFound('entity', entity)
    return briefOf(node)
  }
  app.openapi(route, async (c) => {
    const { from, to } = c.req.valid('query')
    return c.json(await trace(reads, await brief(from), to ? await brief(to) : null), 200)
  })
}
