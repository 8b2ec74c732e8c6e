import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Views } from '../kept.ts'
import { keptName as name } from '../route.ts'
import { keptRoutes } from './kept.ts'

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

export const viewRoutes = (app: OpenAPIHono, views: Views): void =>
  keptRoutes(app, views, {
    path: '/api/views',
    what: 'view',
    all: 'SavedViews',
    one: 'SavedView',
    schema: view,
  })
