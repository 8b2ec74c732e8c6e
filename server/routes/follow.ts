/** What the graph is followed with: subgraphs by id, degrees, more of it, paths, things side by side. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type {
  DegreesResponse,
  NeighboursResponse,
  PathsResponse,
  SubgraphResponse,
  TraitsResponse,
} from '../../model/api.ts'
import {
  type ComparedItems,
  type Comparison,
  comparedKinds,
  FEW_ITEMS,
  MOST_COMPARED,
  MOST_ITEMS,
} from '../../model/comparison.ts'
import {
  type EntityEdgeType,
  type EntityType,
  entityEdgeTypes,
  entityTypes,
  statuses,
} from '../../model/ontology.ts'
import { compared, firstOf, itemsOf } from '../compare/pages.ts'
import { dateOrNone } from '../dates.ts'
import { notFound } from '../errors.ts'
import { moreOf } from '../more.ts'
import { pathsAmong } from '../path-answer.ts'
import { subgraphOf } from '../picture.ts'
import { briefOf } from '../reads.ts'
import { answers, type Context, id } from '../route.ts'
import { traitsOf } from '../trace/traits.ts'
import { degreesOf } from '../whole/whole.ts'

const ids = z.array(id).min(1, 'must name an entity').max(5_000, 'are too many')
const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
const types = z.array(z.enum(entityTypes as [EntityType, ...EntityType[]])).default([])
const subgraph = createRoute({
  method: 'post',
  path: '/api/subgraph',
  request: body(z.object({ ids })),
  responses: answers<SubgraphResponse>('SubgraphResponse'),
})
const degrees = createRoute({
  method: 'post',
  path: '/api/degrees',
  request: body(z.object({ ids })),
  responses: answers<DegreesResponse>('DegreesResponse'),
})
const traits = createRoute({
  method: 'post',
  path: '/api/traits',
  request: body(z.object({ ids })),
  responses: answers<TraitsResponse>('TraitsResponse'),
})
const more = createRoute({
  method: 'post',
  path: '/api/more',
  request: body(
    z.object({
      drawn: z.array(id).max(20_000, 'are too many'),
      around: z.array(id).max(5_000, 'are too many').default([]),
      types,
      limit: z.int().min(1).max(500, 'must be 500 or less').default(40),
    }),
  ),
  responses: answers<NeighboursResponse>('NeighboursResponse'),
})
const paths = createRoute({
  method: 'post',
  path: '/api/paths',
  request: body(
    z.object({
      ids: z.array(id).min(2, 'must name two entities or more').max(12, 'must be 12 or less'),
      k: z.int().min(1).max(20, 'must be 20 or less').default(5),
      types,
      relations: z
        .array(z.enum(entityEdgeTypes as unknown as [EntityEdgeType, ...EntityEdgeType[]]))
        .default([]),
      since: dateOrNone,
      until: dateOrNone,
      confidence: z.number().min(0).max(1, 'must be 0 to 1').default(0),
    }),
  ),
  responses: answers<PathsResponse>('PathsResponse'),
})
const several = z
  .array(id)
  .min(2, 'must name two entities or more')
  .max(MOST_COMPARED, `must be ${MOST_COMPARED} or less`)
  .refine((named) => new Set(named).size === named.length, 'must name each entity once')
const most = z.number().int().min(1, 'must be 1 or more').max(MOST_ITEMS, `must be ${MOST_ITEMS} or less`)
const comparison = createRoute({
  method: 'post',
  path: '/api/compare',
  request: body(z.object({ ids: several, most: most.default(FEW_ITEMS) })),
  responses: answers<Comparison>('Comparison'),
})
const comparedItems = createRoute({
  method: 'post',
  path: '/api/compare/items',
  request: body(
    z.object({
      ids: several,
      row: z.enum([...comparedKinds, 'articles', 'metrics', 'common']),
      stage: z.enum([...statuses, '']).optional(),
      metric: z.string().optional(),
      column: z.number().int().min(0, 'must be 0 or more').default(0),
      offset: z.number().int().min(0, 'must be 0 or more').default(0),
      most: most.default(100),
    }),
  ),
  responses: answers<ComparedItems>('ComparedItems'),
})

export function followRoutes(app: OpenAPIHono, { reads, catalogue }: Context): void {
  app.openapi(subgraph, async (c) =>
    c.json({ subgraph: await subgraphOf(reads, [...new Set(c.req.valid('json').ids)]) }, 200),
  )
  app.openapi(degrees, async (c) =>
    c.json({ degrees: degreesOf(await catalogue.whole(), c.req.valid('json').ids) }, 200),
  )
  app.openapi(traits, async (c) => {
    const briefs = (await reads.entities([...new Set(c.req.valid('json').ids)])).map(briefOf)
    const rows = (await traitsOf(reads, briefs)).map(
      ({ id: entity, name, type, districts, industries, stage }) =>
        [
          entity,
          {
            district: type === 'Place' ? name : (districts[0]?.name ?? ''),
            industry: industries[0]?.name ?? '',
            stage,
          },
        ] as const,
    )
    return c.json({ traits: Object.fromEntries(rows) }, 200)
  })
  app.openapi(more, async (c) =>
    c.json(await moreOf(reads, await catalogue.whole(), c.req.valid('json')), 200),
  )
  app.openapi(paths, async (c) => {
    const { ids: ends, k, ...filters } = c.req.valid('json')
    const whole = await catalogue.whole()
    const unknown = ends.find((end) => !whole.indexOf.has(end))
    if (unknown !== undefined) throw notFound('entity', unknown)
    return c.json(await pathsAmong(reads, whole, [...new Set(ends)], k, filters), 200)
  })
  const beside = async (wanted: readonly string[]) => {
    const whole = await catalogue.whole()
    const unknown = wanted.find((one) => !whole.indexOf.has(one))
    if (unknown !== undefined) throw notFound('entity', unknown)
    return compared(reads, whole, wanted)
  }
  app.openapi(comparison, async (c) => {
    const { ids: wanted, most: few } = c.req.valid('json')
    return c.json(firstOf(await beside(wanted), few), 200)
  })
  app.openapi(comparedItems, async (c) => {
    const wanted = c.req.valid('json')
    return c.json(itemsOf(await beside(wanted.ids), wanted), 200)
  })
}
