import type { CorpusEntity, CorpusLinks, Linked } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { LinkableEntity } from './keys.ts'
import { type Linkable, Linking } from './linking.ts'
import { onMaps } from './places.ts'

export const linkableOf = ({ id, district, entities }: Linked): Linkable => ({
  id,
  district,
  entities: entities.map(({ index, name, type, aliases, reasons, qualified, members }) => ({
    index,
    name,
    type,
    aliases,
    reasons,
    qualified,
    members: members.map((m) => entities[m]!.name),
  })),
})

/** One real thing over all articles has one id; the order of the articles changes nothing. */
export const linkCorpus = (articles: readonly Linked[]): CorpusLinks => linkAll(articles.map(linkableOf))

/** Things of different types are never one: each type can be linked alone, with the same ids. */
export function linkAll(articles: readonly Linkable[]): CorpusLinks {
  const linking = new Linking()
  for (const article of articles) linking.add(article)
  for (const article of articles) linking.tie(article)
  const follow = linking.follow()
  const drafts = new Map<number, Draft>()
  const entityIds = articles.map((article) => {
    const ids: string[] = []
    for (const [i, thing] of follow(article).entries()) {
      const entity = article.entities[i]!
      ids[entity.index] = linking.idOf(thing)
      draftOf(drafts, thing).add(article.id, entity)
    }
    return ids
  })
  const entities = [...drafts]
    .map(([thing, draft]) => draft.entity(linking.idOf(thing)))
    .sort((x, y) => (x.id < y.id ? -1 : 1))
  return { entities, entityIds }
}

export function draftOf(drafts: Map<number, Draft>, thing: number): Draft {
  let draft = drafts.get(thing)
  if (!draft) {
    draft = new Draft()
    drafts.set(thing, draft)
  }
  return draft
}

/** One thing as its articles come by, in any order. */
export class Draft {
  readonly #names = new Map<string, number>()
  readonly #aliases = new Set<string>()
  readonly #reasons = new Set<string>()
  readonly #articles = new Set<string>()
  #type: EntityType = 'Place'
  #where = ''

  add(article: string, { name, type, aliases, reasons, qualified }: LinkableEntity): void {
    this.#type = type
    this.#names.set(name, (this.#names.get(name) ?? 0) + 1)
    for (const alias of aliases) this.#aliases.add(alias)
    for (const reason of reasons) this.#reasons.add(reason)
    this.#articles.add(article)
    if (qualified > this.#where) this.#where = qualified
  }

  entity(id: string): CorpusEntity {
    const [[mostSaid]] = [...this.#names].sort(
      (a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
    ) as [[string, number]]
    const count = this.#articles.size
    const reasons = [
      ...this.#reasons,
      ...(count > 1 ? [`${count} 篇文章同名或同简称`] : []),
      ...(this.#where ? [`行政区划:${this.#where.replaceAll('/', '')}`] : []),
    ]
    return {
      id,
      name: onMaps(this.#where, this.#aliases) || mostSaid,
      type: this.#type,
      aliases: [...this.#aliases].sort(),
      reasons: [...new Set(reasons)].sort(),
    }
  }
}
