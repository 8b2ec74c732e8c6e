/** What all articles together say of an entity. */
import type { Annotated, CorpusEntity } from '../../model/article.ts'
import type { GraphNode } from '../../model/graph.ts'
import { otherNames } from '../../model/names.ts'
import { syllablesOf } from '../../model/spelling.ts'

/** How often and when articles name an entity. */
export class Naming {
  readonly #articles = new Set<string>()
  mentions = 0
  /** '' where no article has a date. */
  first = ''
  last = ''

  get articles(): number {
    return this.#articles.size
  }

  add(article: string, date: string, mentions: number): void {
    this.#articles.add(article)
    this.mentions += mentions
    if (date === '') return
    if (this.first === '' || date < this.first) this.first = date
    if (date > this.last) this.last = date
  }
}

/** By corpus id; `ids[a]` as `CorpusLinks` has them. */
export function namingsOf(
  articles: readonly { id: string; date: string; entities: readonly { index: number; mentions: number }[] }[],
  ids: readonly (readonly string[])[],
): Map<string, Naming> {
  const namings = new Map<string, Naming>()
  articles.forEach(({ id: article, date, entities }, a) => {
    for (const { index, mentions } of entities) {
      const id = ids[a]![index]!
      const own = namings.get(id) ?? new Naming()
      own.add(article, date, mentions)
      namings.set(id, own)
    }
  })
  return namings
}

export const countedOf = ({ id, date, entities }: Annotated) => ({
  id,
  date,
  entities: entities.map(({ index, mentions }) => ({ index, mentions: mentions.length })),
})

export function nodeOfEntity(
  { id, name, type, aliases, reasons }: CorpusEntity,
  { articles, mentions, first, last }: Naming,
): GraphNode {
  const reading = syllablesOf(name)
  return {
    id,
    labels: ['Entity', type],
    properties: {
      name,
      type,
      aliases: otherNames(name, aliases),
      reasons,
      articleCount: articles,
      mentionCount: mentions,
      firstDate: first,
      lastDate: last,
      pinyin: reading.join('').toLowerCase(),
      initials: reading
        .map((part) => part[0] ?? '')
        .join('')
        .toLowerCase(),
    },
  }
}
