/** Finding entities by what a person types: part of a name or alias, pinyin, initials, Traditional characters. */
import type { ArticleHit, EntityBrief, SearchHit, SearchResponse } from '../../model/api.ts'
import type { EntityType } from '../../model/ontology.ts'
import { syllablesOf } from '../../model/spelling.ts'
import { pacedMap } from '../paced.ts'
import { foldName, foldPinyin, needlesOf } from './fold.ts'
import { Haystack } from './haystack.ts'
import { titleIndexOf } from './titles.ts'

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
  /** By title, its pinyin or initials, newest first. */
  articles(query: string, limit: number): SearchResponse['articles']
  /** Ids of the articles whose title or publisher matches. */
  articleIds(query: string): Set<string>
}

type Why = SearchHit['why']

// rank of a match that is the whole string, begins it, or lies inside it; lower is better
const RANKS: Record<Why['kind'], readonly [number, number, number]> = {
  name: [0, 2, 4],
  alias: [1, 3, 5],
  pinyin: [6, 8, 10],
  initials: [7, 9, 11],
}
const KINDS = (Object.keys(RANKS) as Why['kind'][]).flatMap((kind) =>
  RANKS[kind].map((rank) => ({ kind, rank })),
)
const kindOf = new Map(KINDS.map(({ kind, rank }) => [rank, kind]))
const RANK_COUNT = KINDS.length
const NONE = 255
/** Of so many entities that are found by pinyin the aliases are spelt, too. */
const SPELT = 50

/** One syllable sounds like too much. */
const SOUNDED = /\p{Script=Han}\s*\p{Script=Han}/u

/** For each entity its best match: the rank, and which of its aliases it was. */
interface Matches {
  ranks: Uint8Array
  nths: Uint16Array
}

/** Made in pieces, others answered in between. @param given in any order @param articles newest first */
export async function searchIndexOf(
  given: readonly SearchableEntity[],
  articles: readonly (ArticleHit & { alsoIn?: readonly string[] })[],
): Promise<SearchIndex> {
  // best first, so that what a scan finds needs no sorting
  const entities = [...given].sort(
    (a, b) => b.articleCount - a.articleCount || a.name.length - b.name.length || (a.id < b.id ? -1 : 1),
  )
  const haystacks: Record<Why['kind'], Haystack> = {
    name: new Haystack(await pacedMap(entities, ({ name }) => [foldName(name)])),
    alias: new Haystack(await pacedMap(entities, ({ aliases }) => aliases.map(foldName))),
    pinyin: new Haystack(entities.map(({ pinyin }) => [pinyin])),
    initials: new Haystack(entities.map(({ initials }) => [initials])),
  }
  const titles = new Haystack(articles.map(({ title }) => [foldName(title)]))
  const headlines = await titleIndexOf(articles.map(({ title }) => [title]))
  const publishers = new Haystack(
    articles.map(({ source, alsoIn = [] }) => [source, ...alsoIn].map(foldName)),
  )

  /** Of each alias at most one. */
  const spellings = new Map<string, string>()
  function spell(alias: string): string {
    const spelt = spellings.get(alias) ?? syllablesOf(alias).join('').toLowerCase()
    spellings.set(alias, spelt)
    return spelt
  }

  function matchesOf(term: string): Matches {
    const ranks = new Uint8Array(entities.length).fill(NONE)
    const nths = new Uint16Array(entities.length)
    const look = (kind: Why['kind'], needle: string) =>
      haystacks[kind].each(needle, (owner, nth, place) => {
        const rank = RANKS[kind][place]
        if (rank >= ranks[owner]!) return
        ranks[owner] = rank
        nths[owner] = nth
      })
    for (const needle of needlesOf(term)) {
      look('name', needle)
      look('alias', needle)
    }
    const latin = foldPinyin(term)
    look('pinyin', latin)
    look('initials', latin)
    if (latin !== '') raiseByAliases(latin, ranks)
    return { ranks, nths }
  }

  /** 济南中央活力区, which is also called 中央活力区, is all of zhongyanghuoliqu, and not only what ends so. */
  function raiseByAliases(latin: string, ranks: Uint8Array): void {
    const [whole, begun, within] = RANKS.pinyin
    const some = [begun, within].flatMap((rank) => positionsOf(ranks, rank, SPELT)).slice(0, SPELT)
    for (const i of some)
      for (const alias of entities[i]!.aliases) {
        const spelt = spell(alias)
        if (spelt === latin) ranks[i] = whole
        else if (spelt.startsWith(latin)) ranks[i] = Math.min(ranks[i]!, begun)
      }
  }

  function whyOf({ ranks, nths }: Matches, i: number): Why {
    const kind = kindOf.get(ranks[i]!)!
    const entity = entities[i]!
    const text = kind === 'alias' ? entity.aliases[nths[i]!]! : kind === 'name' ? entity.name : entity[kind]
    return { kind, text }
  }

  /** Entities that match, by rank; those that match only word by word come after. */
  function* found(query: string): Generator<{ i: number; why: Why }> {
    let none = true
    for (const one of written(query)) {
      none = false
      yield one
    }
    // an input method gives 比牙迪 for 比亚迪: what nothing is called may sound like a name
    const sound = none && SOUNDED.test(query) ? foldPinyin(syllablesOf(query).join('')) : ''
    if (sound !== '') yield* written(sound)
  }

  function* written(query: string): Generator<{ i: number; why: Why }> {
    const whole = matchesOf(query)
    for (const i of byRank(whole.ranks)) yield { i, why: whyOf(whole, i) }
    const terms = query.split(/\s+/).filter((term) => term !== '')
    if (terms.length < 2) return
    const matches = terms.map(matchesOf)
    const worst = whole.ranks.map((rank, i) =>
      rank === NONE ? Math.max(...matches.map(({ ranks }) => ranks[i]!)) : NONE,
    )
    for (const i of byRank(worst)) yield { i, why: whyOf(matches[0]!, i) }
  }

  return {
    size: entities.length,
    entities(query, { types, limit }) {
      const wanted = types && types.length > 0 ? new Set(types) : null
      const hits: SearchHit[] = []
      for (const { i, why } of found(query)) {
        if (hits.length === limit) break
        const { id, name, type, articleCount, aliases } = entities[i]!
        if (!wanted || wanted.has(type)) hits.push({ id, name, type, articleCount, aliases, why })
      }
      return hits
    },
    articles(query, limit) {
      return headlines.find(query, limit).map(({ at, by }) => {
        const { id, title, date, source } = articles[at]!
        return { id, title, date, source, by }
      })
    },
    articleIds(query) {
      const ids = new Set<string>()
      for (const needle of needlesOf(query))
        for (const haystack of [titles, publishers])
          haystack.each(needle, (owner) => ids.add(articles[owner]!.id))
      return ids
    },
  }
}

/** The first positions of a rank. */
function positionsOf(ranks: Uint8Array, rank: number, most: number): number[] {
  const out: number[] = []
  for (let i = ranks.indexOf(rank); i >= 0 && out.length < most; i = ranks.indexOf(rank, i + 1)) out.push(i)
  return out
}

/** Positions by rank, then in order; those without one left out. */
function* byRank(ranks: Uint8Array): Generator<number> {
  for (let rank = 0; rank < RANK_COUNT; rank++)
    for (let i = ranks.indexOf(rank); i >= 0; i = ranks.indexOf(rank, i + 1)) yield i
}
