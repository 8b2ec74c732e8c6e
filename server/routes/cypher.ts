import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { CypherResponse } from '../../model/api.ts'
import type { CypherValue, Subgraph } from '../../model/graph.ts'
import type { GraphStore } from '../../store/store.ts'
import type { Reads } from '../reads.ts'
import { answers, type Context } from '../route.ts'
import { missingEnds, subgraphIn, withoutBookkeeping } from '../subgraph.ts'

const TIMEOUT = 30_000

/** Lists and objects within each other. */
const DEPTH = 64

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((inner) => isWithin(inner, depth - 1))
}

const body = z.object({
  query: z
    .string('must be a text')
    .trim()
    .min(1, 'must not be empty')
    .max(100_000, 'is longer than 100,000 characters'),
  parameters: z
    .record(z.string(), z.unknown(), 'must be an object')
    .refine((given) => isWithin(given, DEPTH), `must not be nested deeper than ${DEPTH}`)
    .default({}),
  limit: z.number('must be a whole number').int('must be a whole number').min(1).max(10_000).default(1_000),
})

const cypher = createRoute({
  method: 'post',
  path: '/api/cypher',
  request: { body: { required: true, content: { 'application/json': { schema: body } } } },
  responses: answers<CypherResponse>('CypherResponse'),
})

export function cypherRoutes(app: OpenAPIHono, { reads }: Context, store: GraphStore): void {
  app.openapi(cypher, async (c) => {
    const { query, parameters, limit } = c.req.valid('json')
    const began = performance.now()
    const result = await store.ask(query, parameters as Record<string, CypherValue>, {
      limit,
      timeout: TIMEOUT,
      // the page went away or asked anew: nobody waits for the answer
      signal: c.req.raw.signal,
    })
    const { columns, truncated, notifications } = result
    const milliseconds = Math.round(performance.now() - began)
    const rows = result.rows.map((row) => row.map(withoutBookkeeping))
    const answer: CypherResponse = {
      columns,
      rows,
      graph: await withEnds(reads, subgraphIn(result.rows)),
      summary: { rowCount: rows.length, truncated, milliseconds, notifications },
    }
    return c.json(answer, 200)
  })
}

/** A line needs both its ends: those that the query did not return are looked up, where they are entities. */
async function withEnds(reads: Reads, graph: Subgraph): Promise<Subgraph> {
  const missing = missingEnds(graph)
  if (missing.length === 0) return graph
  const nodes = [...graph.nodes, ...(await reads.entities(missing))]
  const there = new Set(nodes.map(({ id }) => id))
  return { nodes, edges: graph.edges.filter(({ from, to }) => there.has(from) && there.has(to)) }
}
