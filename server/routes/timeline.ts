import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ActivityResponse, NewResponse, TimelineResponse } from '../../model/api.ts'
import { date } from '../dates.ts'
import { answers, type Context, id, whole } from '../route.ts'
import { activity, newSince, timeline } from '../timeline.ts'

const histogram = createRoute({
  method: 'get',
  path: '/api/timeline',
  responses: answers<TimelineResponse>('TimelineResponse'),
})
const active = createRoute({
  method: 'post',
  path: '/api/activity',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ ids: z.array(id).max(5_000, 'are too many') }) } },
    },
  },
  responses: answers<ActivityResponse>('ActivityResponse'),
})
const fresh = createRoute({
  method: 'get',
  path: '/api/new',
  request: {
    query: z.object({
      since: date,
      limit: whole(1, 200, 20),
    }),
  },
  responses: answers<NewResponse>('NewResponse'),
})

export function timelineRoutes(app: OpenAPIHono, { reads, catalogue }: Context): void {
  app.openapi(histogram, async (c) => c.json(await timeline(reads, catalogue), 200))
  app.openapi(active, async (c) => c.json(await activity(reads, c.req.valid('json').ids), 200))
  app.openapi(fresh, async (c) => {
    const { since, limit } = c.req.valid('query')
    return c.json(await newSince(reads, catalogue, since, limit), 200)
  })
}
