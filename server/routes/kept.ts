import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { notFound } from '../errors.ts'
import type { Kept } from '../kept.ts'
import { answers, keptName as name } from '../route.ts'

/** The three routes of what is kept under a name: list, save, remove. */
export function keptRoutes<T extends { name: string }>(
  app: OpenAPIHono,
  kept: Kept<T>,
  {
    path,
    what,
    all,
    one,
    schema,
  }: { path: string; what: string; all: string; one: string; schema: z.ZodType },
): void {
  const list = createRoute({ method: 'get', path, responses: answers<T[]>(all) })
  const save = createRoute({
    method: 'post',
    path,
    request: { body: { required: true, content: { 'application/json': { schema } } } },
    responses: answers<T>(one),
  })
  const remove = createRoute({
    method: 'delete',
    path: `${path}/{name}`,
    request: { params: z.object({ name }) },
    responses: answers<{ removed: string }>('Removed'),
  })
  app.openapi(list, (c) => c.json(kept.all(), 200) as never)
  app.openapi(save, (c) => {
    const thing = c.req.valid('json') as T
    kept.save(thing)
    return c.json(thing, 200) as never
  })
  app.openapi(remove, (c) => {
    const { name: gone } = c.req.valid('param')
    if (!kept.remove(gone)) throw notFound(what, gone)
    return c.json({ removed: gone }, 200)
  })
}
