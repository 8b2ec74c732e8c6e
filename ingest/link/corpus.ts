import { createHash } from 'node:crypto'
import type { CorpusEntity, CorpusLinks, Linked } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { type CorpusKey, keyOfEntity, keysOfAliases, type LinkableEntity, textOf } from './keys.ts'

interface Member {
  article: number
  entity: LinkableEntity
}
interface Cluster {
  key: CorpusKey
  members: Member[]
}

/** What linking needs to know of an article: little enough to hold for a large corpus, and for one type at a time. */
export interface Linkable {
  id: string
  /** The division that it is about, as a path; '' where it names none. */
  district: string
  entities: LinkableEntity[]
}

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
  const clusters = new Map<string, Cluster>()
  const keyTexts = articles.map(({ entities, district }, a) => {
    const texts: string[] = []
    for (const entity of entities) {
      const key = keyOfEntity(entity, district)
      const text = textOf(key)
      const cluster = clusters.get(text) ?? { key, members: [] }
      cluster.members.push({ article: a, entity })
      clusters.set(text, cluster)
      texts[entity.index] = text
    }
    return texts
  })
  const target = followed(new Map([...byScope(clusters), ...byAlias(clusters, articles)]))
  const merged = new Map<string, Member[]>()
  for (const text of [...clusters.keys()].sort()) {
    const into = target.get(text) ?? text
    merged.set(into, [...(merged.get(into) ?? []), ...clusters.get(text)!.members])
  }
  const entities = [...merged]
    .map(([text, members]) => entityOf(text, clusters.get(text)!.key.type, members, articles))
    .sort((x, y) => (x.id < y.id ? -1 : 1))
  return { entities, entityIds: keyTexts.map((texts) => texts.map((text) => idOf(target.get(text) ?? text))) }
}

const idOf = (text: string): string =>
  `${text.slice(0, text.indexOf(' ')).toLowerCase()}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}`

/** A name of which less is known where it lies is the one that lies in there, where there is just one. */
function byScope(clusters: ReadonlyMap<string, Cluster>): Map<string, string> {
  const byCore = new Map<string, Cluster[]>()
  for (const cluster of clusters.values()) {
    const core = `${cluster.key.type} ${cluster.key.core}`
    byCore.set(core, [...(byCore.get(core) ?? []), cluster])
  }
  const target = new Map<string, string>()
  for (const same of byCore.values()) {
    if (same.length < 2) continue
    for (const { key } of same) {
      const finer = same.filter(
        ({ key: other }) =>
          other !== key && (key.scope === '' ? other.scope !== '' : other.scope.startsWith(`${key.scope}/`)),
      )
      if (finer.length === 0) continue
      // all finer ones must lie in one line: 山东省, 山东省/济南市
      const deepest = finer.reduce((best, c) => (c.key.scope.length > best.key.scope.length ? c : best))
      const oneLine = finer.every(
        (c) => deepest.key.scope === c.key.scope || deepest.key.scope.startsWith(`${c.key.scope}/`),
      )
      if (oneLine) target.set(textOf(key), textOf(deepest.key))
    }
  }
  return target
}

/** A short form that one article ties to one full form only is that full form elsewhere too. */
function byAlias(clusters: ReadonlyMap<string, Cluster>, articles: readonly Linkable[]): Map<string, string> {
  const owners = new Map<string, Set<string>>()
  for (const [text, cluster] of clusters) {
    for (const { article, entity } of cluster.members) {
      for (const alias of keysOfAliases(entity, articles[article]!.district)) {
        const aliasText = textOf(alias)
        if (aliasText !== text && clusters.has(aliasText))
          owners.set(aliasText, (owners.get(aliasText) ?? new Set()).add(text))
      }
    }
  }
  const target = new Map<string, string>()
  for (const [alias, full] of [...owners].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    if (full.size === 1) target.set(alias, [...full][0]!)
  return target
}

/** Each key with the end of its chain; a ring ends at its smallest key. */
function followed(target: ReadonlyMap<string, string>): Map<string, string> {
  const out = new Map<string, string>()
  for (const from of target.keys()) {
    const seen = new Set([from])
    let at = from
    for (let next = target.get(at); next !== undefined && !seen.has(next); next = target.get(at)) {
      seen.add(next)
      at = next
    }
    const ring = target.has(at)
    const end = ring ? [...seen].sort()[0]! : at
    if (end !== from) out.set(from, end)
  }
  return out
}

function entityOf(
  text: string,
  type: EntityType,
  members: readonly Member[],
  articles: readonly Linkable[],
): CorpusEntity {
  const names = new Map<string, number>()
  for (const { entity } of members) names.set(entity.name, (names.get(entity.name) ?? 0) + 1)
  const name = [...names].sort(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
  )[0]![0]
  const aliases = [...new Set(members.flatMap(({ entity }) => entity.aliases))].sort()
  const within = members.flatMap(({ entity }) => entity.reasons)
  const places = members.map(({ entity }) => entity.qualified).filter(Boolean)
  const count = new Set(members.map(({ article }) => articles[article]!.id)).size
  const across = count > 1 ? [`${count} 篇文章同名或同简称`] : []
  const where =
    places.length > 0 ? [`行政区划:${[...new Set(places)].sort().at(-1)!.replaceAll('/', '')}`] : []
  return {
    id: idOf(text),
    name,
    type,
    aliases,
    reasons: [...new Set([...within, ...across, ...where])].sort(),
  }
}
