import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ArticleDetail, ArticlesResponse } from '../../model/api.ts'
import type { Span } from '../../model/article.ts'
import { notFound } from '../errors.ts'
import type { Reads } from '../reads.ts'
import { answers, type Context, id, whole } from '../route.ts'

const article = createRoute({
  method: 'get',
  path: '/api/articles/{id}',
  request: { params: z.object({ id }) },
  responses: answers<ArticleDetail>('ArticleDetail'),
})

const articles = createRoute({
  method: 'get',
  path: '/api/articles',
  request: { query: z.object({ limit: whole(1, 500, 50), offset: whole(0, 1_000_000, 0) }) },
  responses: answers<ArticlesResponse>('ArticlesResponse'),
})

export function articleRoutes(app: OpenAPIHono, { reads }: Context): void {
  app.openapi(articles, async (c) => {
    const { limit, offset } = c.req.valid('query')
    const [counts, page] = await Promise.all([reads.counts(), reads.articles(offset, limit)])
    const body: ArticlesResponse = { total: counts.articles, articles: page }
    return c.json(body, 200)
  })
  app.openapi(article, async (c) => c.json(await detailOf(reads, c.req.valid('param').id), 200))
}

async function detailOf(reads: Reads, wanted: string): Promise<ArticleDetail> {
  const stored = await reads.article(wanted)
  if (!stored) throw notFound('article', wanted)
  const [sentences, mentions] = await Promise.all([reads.sentencesOf([wanted]), reads.mentionsIn(wanted)])
  const { properties: p } = stored.node
  const { text, asides } = JSON.parse(stored.record) as { text: string; asides: Span[] }
  return {
    id: wanted,
    title: String(p.title ?? ''),
    date: String(p.date ?? ''),
    source: String(p.source ?? ''),
    authors: (p.authors ?? []) as string[],
    url: String(p.url ?? ''),
    file: String(p.file ?? ''),
    text,
    asides,
    sentences: (sentences.get(wanted) ?? []).map(({ id: sentence, index, paragraph, start, end }) => ({
      id: sentence,
      index,
      paragraph,
      start,
      end,
    })),
    mentions: mentions
      .flatMap(({ id: entity, name, type, spans }) => spans.map((span) => ({ ...span, entity, name, type })))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  }
}
