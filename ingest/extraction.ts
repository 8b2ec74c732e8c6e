import type { Annotated, CorpusLinks, Span } from '../model/article.ts'
import { groupedBy } from '../model/groups.ts'

/** One line of the extraction format: what an article says, with corpus-wide entity ids. */
export interface Extraction {
  article: {
    id: string
    file: string
    title: string
    date: string
    source: string
    authors: string[]
    text: string
  }
  entities: {
    id: string
    name: string
    type: string
    aliases: string[]
    mentions: (Span & { text: string })[]
  }[]
  relations: ExtractedEdge[]
  serves: (ExtractedEdge & { level: string })[]
  facts: ({ subject: string; metric: string; value: number; unit: string; period: string } & Span)[]
  statuses: ({ subject: string; status: string; date: string | null } & Span)[]
}
interface ExtractedEdge {
  head: string
  type: string
  tail: string
  confidence: number
  evidence: (Span & { text: string })[]
}

/** Entities that the corpus links into one are one here too; what is denied is left out; edges of the same ends and type are one with all their evidence. */
export function extractionsOf(articles: readonly Annotated[], links: CorpusLinks): Extraction[] {
  const entityOf = new Map(links.entities.map((e) => [e.id, e]))
  return articles.map((article, a) => {
    const ids = links.entityIds[a]!
    const localsOf = groupedBy(article.entities, (e) => ids[e.index]!)
    const mention = (index: number) => {
      const { start, end, text } = article.mentions[index]!
      return { text, start, end }
    }
    const sentence = (index: number) => {
      const { start, end } = article.sentences[index]!
      return { start, end, text: article.text.slice(start, end) }
    }
    const gather = <T extends { head: number; tail: number; sentence: number; confidence: number }>(
      rows: readonly T[],
      typeOf: (row: T) => string,
    ) => {
      const edges = new Map<string, ExtractedEdge & { rows: T[]; told: Set<number> }>()
      for (const row of rows) {
        const [head, tail] = [ids[row.head]!, ids[row.tail]!]
        if (head === tail) continue
        const key = `${typeOf(row)} ${head} ${tail}`
        const edge = edges.get(key) ?? {
          head,
          type: typeOf(row),
          tail,
          confidence: 0,
          evidence: [],
          rows: [],
          told: new Set(),
        }
        edge.confidence = Math.max(edge.confidence, row.confidence)
        if (!edge.told.has(row.sentence)) edge.evidence.push(sentence(row.sentence))
        edge.told.add(row.sentence)
        edge.rows.push(row)
        edges.set(key, edge)
      }
      return [...edges.values()].map(({ told: _, ...edge }) => edge)
    }
    const { id, file, title, date, source, authors, text } = article
    return {
      article: { id, file, title, date, source, authors, text },
      entities: [...localsOf].map(([key, locals]) => {
        // in its own article an entity shows what that article calls it
        const fullest = locals.reduce((best, e) => (e.name.length > best.name.length ? e : best))
        const aliases = [...new Set(locals.flatMap((e) => [e.name, ...e.aliases]))].sort()
        return {
          id: key,
          name: fullest.name,
          type: entityOf.get(key)?.type ?? fullest.type,
          aliases,
          mentions: locals.flatMap((e) => e.mentions.map(mention)).sort((x, y) => x.start - y.start),
        }
      }),
      relations: gather(
        article.relations.filter((r) => r.modality !== 'negated'),
        (r) => r.type,
      ).map(({ rows: _, ...edge }) => edge),
      serves: gather(article.serves, () => 'SERVES').map(({ rows, ...edge }) => ({
        ...edge,
        level: (['stated', 'purpose', 'section'] as const).find((l) => rows.some((r) => r.level === l))!,
      })),
      facts: article.facts.map(({ subject, metric, value, unit, period, start, end }) => ({
        subject: ids[subject]!,
        metric,
        value,
        unit,
        period,
        start,
        end,
      })),
      statuses: article.statuses.map(({ subject, status, date: when, start, end }) => ({
        subject: ids[subject]!,
        status,
        date: when,
        start,
        end,
      })),
    }
  })
}
