import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { SavedQuery, SearchResponse } from '../../model/api.ts'
import { answers, type Context, types, whole } from '../route.ts'
import { titleIndexOf } from '../titles.ts'

const search = createRoute({
  method: 'get',
  path: '/api/search',
  request: {
    query: z.object({
      q: z.string().max(200, 'is longer than 200 characters').default(''),
      types,
      limit: whole(1, 200, 20),
    }),
  },
  responses: answers<SearchResponse>('SearchResponse'),
})

export function searchRoutes(app: OpenAPIHono, { catalogue }: Context, saved: readonly SavedQuery[]): void {
  const titles = titleIndexOf(saved.map(({ title }) => [title.zh, title.en]))
  app.openapi(search, async (c) => {
    const { q, types: wanted, limit } = c.req.valid('query')
    const index = await catalogue.search()
    const body: SearchResponse = {
      hits: index.entities(q, { types: wanted, limit }),
      articles: index.articles(q, Math.min(limit, 10)),
      queries: titles.find(q, Math.min(limit, 10)).map(({ at }) => {
        const { name, title } = saved[at]!
        return { name, title }
      }),
    }
    return c.json(body, 200)
  })
}
