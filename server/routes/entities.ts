import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { EntityDetail, EvidenceResponse, NeighboursResponse } from '../../model/api.ts'
import type { GraphNode } from '../../model/graph.ts'
import { entityEdgeTypes, entityTypes } from '../../model/ontology.ts'
import { notFound } from '../errors.ts'
import { evidenceByStatement, mentionsOf, relationEvidence } from '../evidence.ts'
import { neighboursOf } from '../picture.ts'
import { briefOf, type Reads } from '../reads.ts'
import { answers, type Context, id, listOf, whole } from '../route.ts'
import { factOf, statusOf, withEvidence } from '../statements.ts'

const params = z.object({ id })

const detail = createRoute({
  method: 'get',
  path: '/api/entities/{id}',
  request: { params },
  responses: answers<EntityDetail>('EntityDetail'),
})

const neighbours = createRoute({
  method: 'get',
  path: '/api/entities/{id}/neighbours',
  request: {
    params,
    query: z.object({
      types: listOf([...entityTypes, ...entityEdgeTypes]),
      direction: z.enum(['out', 'in', 'both'], 'must be out, in or both').default('both'),
      limit: whole(1, 500, 50),
    }),
  },
  responses: answers<NeighboursResponse>('NeighboursResponse'),
})

const evidence = createRoute({
  method: 'get',
  path: '/api/entities/{id}/evidence',
  request: {
    params,
    query: z.object({
      with: id.optional(),
      type: z.enum(entityEdgeTypes, `must be one of: ${entityEdgeTypes.join(', ')}`).optional(),
      limit: whole(1, 200, 20),
      offset: whole(0, 1_000_000, 0),
    }),
  },
  responses: answers<EvidenceResponse>('EvidenceResponse'),
})

export function entityRoutes(app: OpenAPIHono, { reads }: Context): void {
  app.openapi(detail, async (c) =>
    c.json(await detailOf(reads, await known(reads, c.req.valid('param').id)), 200),
  )

  app.openapi(neighbours, async (c) => {
    const { id: entity } = c.req.valid('param')
    await known(reads, entity)
    const { types, ...query } = c.req.valid('query')
    // the two vocabularies share no word
    const options = {
      ...query,
      types: types.filter((word) => isOneOf(entityTypes, word)),
      relations: types.filter((word) => isOneOf(entityEdgeTypes, word)),
    }
    return c.json(await neighboursOf(reads, entity, options), 200)
  })

  app.openapi(evidence, async (c) => {
    const { id: entity } = c.req.valid('param')
    const { with: other, type, limit, offset } = c.req.valid('query')
    await known(reads, entity)
    const page = { limit, offset }
    if (!other) return c.json(await mentionsOf(reads, entity, page), 200)
    await known(reads, other)
    return c.json(await relationEvidence(reads, entity, other, type, page), 200)
  })
}

const isOneOf = <T extends string>(words: readonly T[], word: string): word is T =>
  (words as readonly string[]).includes(word)

async function known(reads: Reads, entity: string): Promise<GraphNode> {
  const node = await reads.entity(entity)
  if (!node) throw notFound('entity', entity)
  return node
}

async function detailOf(reads: Reads, node: GraphNode): Promise<EntityDetail> {
  const { id: entity, properties } = node
  const [facts, statuses, out, into] = await Promise.all([
    reads.facts(entity),
    reads.statuses(entity),
    reads.edgesOut([entity], entityEdgeTypes),
    reads.edgesIn([entity], entityEdgeTypes),
  ])
  const stated = await evidenceByStatement(reads, [...facts, ...statuses], entity)
  const relationCounts = entityEdgeTypes.flatMap((type) =>
    (['out', 'in'] as const).flatMap((direction) => {
      const count = (direction === 'out' ? out : into).filter(({ edge }) => edge.type === type).length
      return count > 0 ? [{ type, direction, count }] : []
    }),
  )
  return {
    ...briefOf(node),
    aliases: (properties.aliases ?? []) as string[],
    firstDate: String(properties.firstDate ?? ''),
    lastDate: String(properties.lastDate ?? ''),
    mentionCount: Number(properties.mentionCount ?? 0),
    reasons: (properties.reasons ?? []) as string[],
    facts: withEvidence(facts, stated, factOf),
    statuses: withEvidence(statuses, stated, statusOf),
    relationCounts,
  }
}
