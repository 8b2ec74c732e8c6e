/** Finding entities by what a person types: part of a name or alias, pinyin, initials, Traditional characters. */
import { Converter } from 'opencc-js/t2cn'
import type { ArticleHit, EntityBrief, SearchHit } from '../model/api.ts'
import type { EntityType } from '../model/ontology.ts'
import { Haystack } from './haystack.ts'

export interface SearchableEntity extends EntityBrief {
  aliases: string[]
  /** zhongyanghuoliqu */
  pinyin: string
  /** zyhlq */
  initials: string
}

export interface SearchOptions {
  /** All unless told. */
  types?: readonly EntityType[]
  limit: number
}

export interface SearchIndex {
  readonly size: number
  /** Best first: exact, prefix, substring, then pinyin and initials; among equals the most written about. */
  entities(query: string, options: SearchOptions): SearchHit[]
  /** By title, newest first. */
  articles(query: string, limit: number): ArticleHit[]
}

const convertTaiwan = Converter({ from: 'twp', to: 'cn' })
const convertPlain = Converter({ from: 't', to: 'cn' })

/** As names are compared: full width and case folded, quotes and spaces dropped. */
const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』《》〈〉·•()()\n]/g, '')

/** What is typed, as it may stand in a name: as it is, and from Traditional with and without Taiwan's words. */
const needlesOf = (query: string): string[] => [
  ...new Set([query, convertPlain(query), convertTaiwan(query)].map(foldName)),
]

/** zhōng yāng → zhongyang; '' where it is no pinyin. */
function foldPinyin(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[üǖǘǚǜ]/gi, 'v')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’]/g, '')
  return /^[a-z]+$/.test(plain) ? plain : ''
}

type Why = SearchHit['why']
interface Match {
  /** Lower is better. */
  rank: number
  why: Why
}

// rank of a match that is the whole string, begins it, or lies inside it
const RANKS: Record<Why['kind'], readonly [number, number, number]> = {
  name: [0, 2, 4],
  alias: [1, 3, 5],
  pinyin: [6, 8, 10],
  initials: [7, 9, 11],
}

/** @param articles newest first */
export function searchIndexOf(
  entities: readonly SearchableEntity[],
  articles: readonly ArticleHit[],
): SearchIndex {
  const names = new Haystack(entities.map(({ name }) => [foldName(name)]))
  const aliases = new Haystack(
    entities.map(({ name, aliases }) => aliases.map((alias) => (alias === name ? '' : foldName(alias)))),
  )
  const pinyins = new Haystack(entities.map(({ pinyin }) => [pinyin]))
  const initials = new Haystack(entities.map((entity) => [entity.initials]))
  const titles = new Haystack(articles.map(({ title }) => [foldName(title)]))

  function matchesOf(term: string): Map<number, Match> {
    const found = new Map<number, Match>()
    const look = (
      haystack: Haystack,
      needle: string,
      kind: Why['kind'],
      textOf: (i: number, j: number) => string,
    ) =>
      haystack.each(needle, (owner, nth, place) => {
        const rank = RANKS[kind][place]!
        const known = found.get(owner)
        if (!known || rank < known.rank) found.set(owner, { rank, why: { kind, text: textOf(owner, nth) } })
      })
    for (const needle of needlesOf(term)) {
      look(names, needle, 'name', (i) => entities[i]!.name)
      look(aliases, needle, 'alias', (i, j) => entities[i]!.aliases[j]!)
    }
    const latin = foldPinyin(term)
    look(pinyins, latin, 'pinyin', (i) => entities[i]!.pinyin)
    look(initials, latin, 'initials', (i) => entities[i]!.initials)
    return found
  }

  function allTerms(query: string): Map<number, Match> {
    const whole = matchesOf(query)
    const terms = query.split(/\s+/).filter((term) => term !== '')
    if (terms.length < 2) return whole
    const [first, ...rest] = terms.map(matchesOf)
    for (const [i, match] of first!) {
      const others = rest.map((found) => found.get(i))
      if (whole.has(i) || others.some((other) => !other)) continue
      whole.set(i, { ...match, rank: Math.max(match.rank, ...others.map((other) => other!.rank)) + 12 })
    }
    return whole
  }

  return {
    size: entities.length,
    entities(query, { types, limit }) {
      const wanted = types && types.length > 0 ? new Set(types) : null
      return [...allTerms(query)]
        .map(([i, match]) => ({ entity: entities[i]!, match }))
        .filter(({ entity }) => !wanted || wanted.has(entity.type))
        .sort(
          (a, b) =>
            a.match.rank - b.match.rank ||
            b.entity.articleCount - a.entity.articleCount ||
            a.entity.name.length - b.entity.name.length ||
            (a.entity.id < b.entity.id ? -1 : 1),
        )
        .slice(0, limit)
        .map(({ entity: { id, name, type, articleCount, aliases }, match }) => ({
          id,
          name,
          type,
          articleCount,
          aliases,
          why: match.why,
        }))
    },
    articles(query, limit) {
      const found = new Set<number>()
      for (const needle of needlesOf(query)) titles.each(needle, (owner) => found.add(owner))
      return [...found]
        .sort((a, b) => a - b)
        .slice(0, limit)
        .map((i) => articles[i]!)
    },
  }
}
