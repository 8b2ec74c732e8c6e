import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { GraphResponse } from '../../model/api.ts'
import { month } from '../dates.ts'
import { notFound } from '../errors.ts'
import { overview, surroundings } from '../picture.ts'
import { answers, type Context, id, types, whole } from '../route.ts'
import { wholeWithin } from '../whole/period.ts'

const graph = createRoute({
  method: 'get',
  path: '/api/graph',
  request: { query: z.object({ focus: id.optional(), types, limit: whole(1, 2_000, 250) }) },
  responses: answers<GraphResponse>('GraphResponse'),
})

const wholeGraph = createRoute({
  method: 'get',
  path: '/api/whole',
  responses: {
    ...answers<never>('ErrorBody'),
    200: {
      description: 'The whole graph as columns (model/columns.ts), packed with gzip',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const wholePeriod = createRoute({
  method: 'get',
  path: '/api/whole/period',
  request: {
    query: z.object({ from: month, to: month, by: z.enum(['published', 'spoken']).default('published') }),
  },
  responses: {
    ...answers<never>('ErrorBody'),
    200: {
      description:
        'A bit for each entity of /api/whole, then one for each relation: whether an article of the period has it, or a sentence that speaks of the period',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

/** From so many entities on, the whole graph is laid out before anyone asks for it. */
const AHEAD = 3_000

export function graphRoutes(app: OpenAPIHono, { reads, catalogue }: Context): void {
  app.openapi(graph, async (c) => {
    const { focus, ...options } = c.req.valid('query')
    if (focus && !(await reads.entity(focus))) throw notFound('entity', focus)
    const [subgraph, counts, typeCounts] = await Promise.all([
      focus ? surroundings(reads, focus, options) : overview(reads, options),
      reads.counts(),
      reads.typeCounts(),
    ])
    const body: GraphResponse = {
      subgraph,
      totals: { nodes: counts.entities, edges: await reads.edgeCount(), articles: counts.articles },
      typeCounts,
    }
    if (counts.entities >= AHEAD) void catalogue.columns().catch(() => {})
    return c.json(body, 200)
  })

  app.openapi(wholeGraph, async (c) => {
    const bytes = await catalogue.columns()
    return c.body(bytes, 200, { 'Content-Type': 'application/octet-stream', 'Content-Encoding': 'gzip' })
  })

  app.openapi(wholePeriod, async (c) => {
    const { by, ...period } = c.req.valid('query')
    const bits = await wholeWithin(reads, catalogue, by, period)
    return c.body(bits, 200, { 'Content-Type': 'application/octet-stream' })
  })
}
