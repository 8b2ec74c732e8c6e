import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { SavedView } from '../../model/api.ts'
import { notFound } from '../errors.ts'
import type { Views } from '../kept.ts'
import { answers, keptName as name } from '../route.ts'

const words = z.array(z.string().max(200)).max(20_000)
const view = z.object({
  name,
  nodes: z
    .array(z.tuple([z.string().min(1).max(200), z.number(), z.number()]))
    .min(1, 'must hold a node')
    .max(20_000, 'are too many to save'),
  hiddenTypes: words,
  hiddenRelations: words,
  pinned: words,
  layout: z.string().max(40),
  sizeBy: z.string().max(100),
  colourBy: z.string().max(100),
  camera: z.object({ x: z.number(), y: z.number(), ratio: z.number().positive() }),
})

const list = createRoute({
  method: 'get',
  path: '/api/views',
  responses: answers<SavedView[]>('SavedViews'),
})
const save = createRoute({
  method: 'post',
  path: '/api/views',
  request: { body: { required: true, content: { 'application/json': { schema: view } } } },
  responses: answers<SavedView>('SavedView'),
})
const remove = createRoute({
  method: 'delete',
  path: '/api/views/{name}',
  request: { params: z.object({ name }) },
  responses: answers<{ removed: string }>('Removed'),
})

export function viewRoutes(app: OpenAPIHono, views: Views): void {
  app.openapi(list, (c) => c.json(views.all(), 200))
  app.openapi(save, (c) => {
    const saved = c.req.valid('json') as SavedView
    views.save(saved)
    return c.json(saved, 200)
  })
  app.openapi(remove, (c) => {
    const { name: gone } = c.req.valid('param')
    if (!views.remove(gone)) throw notFound('view', gone)
    return c.json({ removed: gone }, 200)
  })
}
