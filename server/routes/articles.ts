import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ArticleDetail, ArticlePrinting, ArticlesResponse } from '../../model/api.ts'
import type { Span } from '../../model/article.ts'
import type { GraphNode } from '../../model/graph.ts'
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
  request: {
    query: z.object({
      q: z.string().max(200, 'is longer than 200 characters').default(''),
      source: z.string().max(200, 'is longer than 200 characters').default(''),
      year: z
        .string()
        .regex(/^\d{4}$/, 'must be a year: 2021')
        .optional(),
      limit: whole(1, 500, 50),
      offset: whole(0, 1_000_000, 0),
    }),
  },
  responses: answers<ArticlesResponse>('ArticlesResponse'),
})

export function articleRoutes(app: OpenAPIHono, { reads, catalogue }: Context): void {
  app.openapi(articles, async (c) => {
    const { q, source, year, limit, offset } = c.req.valid('query')
    const [all, search] = await Promise.all([catalogue.articles(), catalogue.search()])
    const wanted = q.trim() === '' ? null : search.articleIds(q)
    const matching = all.filter(
      (own) =>
        (!wanted || wanted.has(own.id)) &&
        (source === '' || own.source === source || own.alsoIn.includes(source)) &&
        (!year || own.date.startsWith(year)),
    )
    const body: ArticlesResponse = {
      total: matching.length,
      articles: matching.slice(offset, offset + limit),
      sources: counted(all.flatMap((own) => [own.source, ...own.alsoIn]))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .map(({ value, count }) => ({ source: value, count })),
      years: counted(all.map(({ date }) => date.slice(0, 4)))
        .sort((a, b) => (a.value < b.value ? 1 : -1))
        .map(({ value, count }) => ({ year: value, count })),
    }
    return c.json(body, 200)
  })
  app.openapi(article, async (c) => c.json(await detailOf(reads, c.req.valid('param').id), 200))
}

/** How often each value stands there; empty ones left out. */
function counted(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}

/** The lists that a folded article has side by side, one row a printing. */
function printingsOf(p: GraphNode['properties']): ArticlePrinting[] {
  const at = (key: string, i: number) => String((p[key] as string[] | undefined)?.[i] ?? '')
  return ((p.sourceFiles ?? []) as string[]).map((file, i) => ({
    source: at('sourceNames', i),
    title: at('sourceTitles', i),
    date: at('sourceDates', i),
    url: at('sourceUrls', i),
    file,
  }))
}

async function detailOf(reads: Reads, wanted: string): Promise<ArticleDetail> {
  const stored = await reads.article(wanted)
  if (!stored) throw notFound('article', wanted)
  const [sentences, mentions] = await Promise.all([reads.sentencesOf([wanted]), reads.mentionsIn(wanted)])
  const { properties: p } = stored.node
  const { text, asides, frame } = JSON.parse(stored.record) as {
    text: string
    asides: Span[]
    frame?: string[]
  }
  return {
    id: wanted,
    title: String(p.title ?? ''),
    date: String(p.date ?? ''),
    source: String(p.source ?? ''),
    authors: (p.authors ?? []) as string[],
    editors: (p.editors ?? []) as string[],
    url: String(p.url ?? ''),
    file: String(p.file ?? ''),
    text,
    asides,
    frame: frame ?? [],
    printings: printingsOf(p),
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
