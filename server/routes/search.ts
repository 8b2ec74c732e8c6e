import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { SavedQuery, SearchResponse } from '../../model/api.ts'
import { titleIndexOf } from '../find/titles.ts'
import type { OwnQueries } from '../kept.ts'
import { toldApart } from '../namesakes.ts'
import { answers, type Context, types, whole } from '../route.ts'

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

export function searchRoutes(
  app: OpenAPIHono,
  { catalogue }: Context,
  saved: readonly SavedQuery[],
  own: OwnQueries,
): void {
  const titles = titleIndexOf(saved.map(({ title }) => [title.zh, title.en]))
  const ownOf = ownFinder(own)
  app.openapi(search, async (c) => {
    const { q, types: wanted, limit } = c.req.valid('query')
    const index = await catalogue.search()
    const body: SearchResponse = {
      hits: await toldApart(index.entities(q, { types: wanted, limit }), catalogue.whole),
      articles: index.articles(q, Math.min(limit, 10)),
      queries: (await titles).find(q, Math.min(limit, 10)).map(({ at }) => {
        const { name, title } = saved[at]!
        return { name, title }
      }),
      ownQueries: await ownOf(q, Math.min(limit, 10)),
    }
    return c.json(body, 200)
  })
}

/** Finds users' queries by name; the index is made anew where the names are others. */
function ownFinder(own: OwnQueries): (q: string, limit: number) => Promise<string[]> {
  let [known, index] = ['', titleIndexOf([])]
  return async (q, limit) => {
    const names = own.all().map(({ name }) => name)
    const key = names.join('\n')
    if (key !== known) [known, index] = [key, titleIndexOf(names.map((name) => [name]))]
    return (await index).find(q, limit).map(({ at }) => names[at]!)
  }
}
