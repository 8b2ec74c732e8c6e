/** What all articles together say of an entity. */
import { pinyin } from 'pinyin-pro'
import type { Annotated, CorpusEntity } from '../../model/article.ts'
import type { GraphNode } from '../../model/graph.ts'
import type { EntityType } from '../../model/ontology.ts'

/** How often one article names one of its entities. */
export interface Naming {
  article: string
  /** The article's date; '' when unknown. */
  date: string
  mentions: number
}

/** For each corpus id its namings; `ids[a]` as `CorpusLinks` has them. */
export function namingsOf(
  articles: readonly { id: string; date: string; entities: readonly { index: number; mentions: number }[] }[],
  ids: readonly (readonly string[])[],
): Map<string, Naming[]> {
  const namings = new Map<string, Naming[]>()
  articles.forEach(({ id: article, date, entities }, a) => {
    for (const { index, mentions } of entities) {
      const id = ids[a]![index]!
      const own = namings.get(id)
      if (own) own.push({ article, date, mentions })
      else namings.set(id, [{ article, date, mentions }])
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
  namings: readonly Naming[],
): GraphNode {
  let [first, last] = ['', '']
  let mentions = 0
  for (const naming of namings) {
    mentions += naming.mentions
    if (naming.date === '') continue
    if (first === '' || naming.date < first) first = naming.date
    if (naming.date > last) last = naming.date
  }
  const reading = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  return {
    id,
    labels: ['Entity', type],
    properties: {
      name,
      type,
      aliases,
      reasons,
      articleCount: new Set(namings.map(({ article }) => article)).size,
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

/** An entity's id begins with its type. */
export const typePrefixOf = (type: EntityType): string => `${type.toLowerCase()}-`
