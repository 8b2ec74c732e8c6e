import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { GapsResponse, TraceResponse } from '../../model/api.ts'
import { type Status, statuses } from '../../model/ontology.ts'
import { date } from '../dates.ts'
import { notFound } from '../errors.ts'
import { toldApart } from '../namesakes.ts'
import { briefOf } from '../reads.ts'
import { answers, type Context, id, listOf, whole } from '../route.ts'
import { trace } from '../trace/answer.ts'
import { gaps } from '../trace/gaps.ts'
import { gapTypes } from '../trace/trace.ts'

const filter = {
  district: id.optional(),
  industry: id.optional(),
  stage: z.enum(statuses as [Status, ...Status[]], `must be one of: ${statuses.join(', ')}`).optional(),
  since: date.optional(),
  until: date.optional(),
}

const chains = createRoute({
  method: 'get',
  path: '/api/trace',
  request: { query: z.object({ from: id, to: id.optional(), ...filter, limit: whole(1, 500, 120) }) },
  responses: answers<TraceResponse>('TraceResponse'),
})

const allGaps = createRoute({
  method: 'get',
  path: '/api/trace/gaps',
  request: {
    query: z.object({
      types: listOf(gapTypes),
      ...filter,
      limit: whole(1, 500, 100),
      offset: whole(0, 1_000_000, 0),
    }),
  },
  responses: answers<GapsResponse>('GapsResponse'),
})

export function traceRoutes(app: OpenAPIHono, { reads, catalogue }: Context): void {
  const brief = async (entity: string) => {
    const node = await reads.entity(entity)
    if (!node) throw notFound('entity', entity)
    return briefOf(node)
  }
  app.openapi(chains, async (c) => {
    const { from, to, ...options } = c.req.valid('query')
    return c.json(await trace(reads, await brief(from), to ? await brief(to) : null, options), 200)
  })
  app.openapi(allGaps, async (c) => {
    const found = await gaps(await catalogue.gaps(), c.req.valid('query'))
    const [served, entities, strategies] = await Promise.all([
      toldApart(found.served, catalogue.whole),
      toldApart(found.entities, catalogue.whole),
      toldApart(found.strategies, catalogue.whole),
    ])
    return c.json({ ...found, served, entities, strategies }, 200)
  })
}
