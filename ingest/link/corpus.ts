import { createHash } from 'node:crypto'
import type { ArticleEntity, CorpusEntity, CorpusLinks, Linked } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { CITIES } from '../lexicon/names.ts'
import { plainOf, stemOf, withoutPlace } from './forms.ts'

type LinkableEntity = Pick<ArticleEntity, 'index' | 'name' | 'type' | 'aliases' | 'reasons'>

/** What linking needs to know of an article: little enough to hold for a large corpus, and for one type at a time. */
export interface Linkable {
  id: string
  /** The city that it is about; '' where it names none. */
  city: string
  entities: LinkableEntity[]
}

interface Member {
  article: number
  entity: LinkableEntity
}
interface Cluster {
  key: string
  type: EntityType
  members: Member[]
}

export const linkableOf = (article: Linked): Linkable => ({
  id: article.id,
  city: cityOf(article),
  entities: article.entities.map(({ index, name, type, aliases, reasons }) => ({
    index,
    name,
    type,
    aliases,
    reasons,
  })),
})

/** One real thing over all articles has one id; the order of the articles changes nothing. */
export const linkCorpus = (articles: readonly Linked[]): CorpusLinks => linkAll(articles.map(linkableOf))

/** Things of different types are never one: each type can be linked alone, with the same ids. */
export function linkAll(articles: readonly Linkable[]): CorpusLinks {
  const clusters = new Map<string, Cluster>()
  const keyOf = articles.map(() => [] as string[])
  articles.forEach((article, a) => {
    for (const entity of article.entities) {
      const key = `${entity.type} ${keyOfEntity(entity, article.city)}`
      keyOf[a]![entity.index] = key
      const cluster = clusters.get(key) ?? { key, type: entity.type, members: [] }
      cluster.members.push({ article: a, entity })
      clusters.set(key, cluster)
    }
  })
  const target = mergeByAlias(clusters)
  const merged = new Map<string, Cluster>()
  for (const cluster of [...clusters.values()].sort((x, y) => (x.key < y.key ? -1 : 1))) {
    const key = target.get(cluster.key) ?? cluster.key
    const into = merged.get(key) ?? { key, type: cluster.type, members: [] }
    into.members.push(...cluster.members)
    merged.set(key, into)
  }
  const entities = [...merged.values()]
    .map((cluster) => entityOf(cluster, articles))
    .sort((x, y) => (x.id < y.id ? -1 : 1))
  return { entities, entityIds: keyOf.map((keys) => keys.map((key) => idOf(target.get(key) ?? key))) }
}

const idOf = (key: string): string => {
  const type = key.slice(0, key.indexOf(' ')).toLowerCase()
  return `${type}-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`
}

/** What the same thing is called everywhere: districts with their city, names without the place that they stand in. */
function keyOfEntity({ name, type, aliases }: LinkableEntity, city: string): string {
  const plain = plainOf(name)
  if (type === 'Place') {
    const full = aliases.map(plainOf).reduce((best, form) => (form.length > best.length ? form : best), plain)
    const bare = CITIES.includes(full.replace(/市$/, '')) ? full.replace(/市$/, '') : full
    if (bare === city || !city) return bare
    const inCity = bare.startsWith(city) ? bare.replace(new RegExp(`^${city}市?`), '') : bare
    return /(区|县)$/.test(inCity) || /^[\p{Script=Han}]{2}$/u.test(inCity)
      ? `${city}/${inCity.replace(/[区县]$/, '')}`
      : inCity
  }
  return stemOf(withoutPlace(plain), type)
}

/** The city that an article is about: the one that it names most. */
function cityOf(article: Linked): string {
  const counts = new Map<string, number>()
  for (const city of CITIES) {
    const count = article.text.split(city).length - 1
    if (count > 0) counts.set(city, count)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''
}

/** A short form that one article ties to one full form only is that full form elsewhere too. */
function mergeByAlias(clusters: ReadonlyMap<string, Cluster>): Map<string, string> {
  const owners = new Map<string, Set<string>>()
  for (const cluster of clusters.values()) {
    if (cluster.type === 'Place' || cluster.type === 'Person') continue
    for (const { entity } of cluster.members) {
      for (const alias of entity.aliases) {
        const key = `${cluster.type} ${stemOf(withoutPlace(plainOf(alias)), cluster.type)}`
        if (key !== cluster.key && plainOf(alias).length >= 3)
          owners.set(key, (owners.get(key) ?? new Set()).add(cluster.key))
      }
    }
  }
  const target = new Map<string, string>()
  for (const [alias, full] of owners)
    if (full.size === 1 && clusters.has(alias)) target.set(alias, [...full][0]!)
  // a short form may lead to another short form
  for (const [from, to] of target) {
    let end = to
    for (let hops = 0; hops < 5 && target.has(end) && target.get(end) !== from; hops++) end = target.get(end)!
    target.set(from, end)
  }
  return target
}

function entityOf({ key, type, members }: Cluster, articles: readonly Linkable[]): CorpusEntity {
  const names = new Map<string, number>()
  for (const { entity } of members) names.set(entity.name, (names.get(entity.name) ?? 0) + 1)
  const name = [...names].sort(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
  )[0]![0]
  const aliases = [...new Set(members.flatMap(({ entity }) => entity.aliases))].sort()
  const within = members.flatMap(({ entity }) => entity.reasons)
  const across =
    members.length > 1
      ? [`${new Set(members.map(({ article }) => articles[article]!.id)).size} 篇文章同名或同简称`]
      : []
  return { id: idOf(key), name, type, aliases, reasons: [...new Set([...within, ...across])].sort() }
}
