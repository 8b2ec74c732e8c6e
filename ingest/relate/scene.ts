/** An article as the patterns see it: clauses, the mentions in them and who they speak of. */
import type { Anaphor, ArticleEntity, Linked, Mention, Span } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { yearSpokenOf } from '../clean/dates.ts'
import { CITIES, COUNTIES, COUNTY_STEMS, PROVINCES } from '../lexicon/divisions.ts'
import { outermost } from '../outermost.ts'

export interface Placed extends Mention {
  entity: number
}
export interface Scene {
  article: Linked
  /** When it was published, or the last year that it looks back on where it does not say; '' where that is open, too. */
  written: string
  /** Mentions with an entity, by sentence. */
  bySentence: Placed[][]
  /** What stands for an entity without naming it, by sentence. */
  anaphorsOf: Anaphor[][]
  /** How often an entity is named outside of longer names. */
  standing: ReadonlyMap<number, number>
  /** The place that the article is about: the district that it names most, else any place. */
  mainPlace: number
  /** Who acts where a sentence does not say it: the place or park that the article is about, or -1. */
  mainActor: number
}

export function sceneOf(article: Linked): Scene {
  const bySentence: Placed[][] = article.sentences.map(() => [])
  article.mentions.forEach((mention, i) => {
    const entity = article.entityOf[i]!
    if (entity >= 0) bySentence[mention.sentence]?.push({ ...mention, entity })
  })
  const anaphorsOf: Anaphor[][] = article.sentences.map(() => [])
  for (const a of article.anaphors) anaphorsOf[a.sentence]?.push(a)
  const standing = new Map<number, number>()
  for (const mentions of bySentence)
    for (const { entity } of outerOf(mentions)) standing.set(entity, (standing.get(entity) ?? 0) + 1)
  const stands = (e: ArticleEntity) => standing.get(e.index) ?? 0
  const titleEnd = article.paragraphs[0]?.end ?? 0
  const titled = (e: ArticleEntity) => e.mentions.some((m) => article.mentions[m]!.start < titleEnd)
  const weight = (e: ArticleEntity) =>
    isTown(e) || isProvince(e)
      ? (isProvince(e) ? 0.6 : 1) * stands(e) + (titled(e) ? 2 : 0) + (/[区县]$/.test(e.name) ? 1 : 0)
      : e.type === 'Place' && /(?:镇|乡|村|街道|社区)$/.test(e.name)
        ? 0.5 * stands(e)
        : 0
  const main = heaviest(article.entities, weight, 1)
  const acts = (e: ArticleEntity) =>
    (e.type === 'Place' && !isInert(e)) || e.type === 'Park' || e.type === 'Company'
  const share = (e: ArticleEntity) =>
    (stands(e) + (titled(e) ? 3 : 0)) * (e.type === 'Company' ? 0.6 : 1) +
    (/[区县]$/.test(e.name) && e.type === 'Place' ? 2 : 0)
  const actor = heaviest(article.entities.filter(acts), share, 2)
  return {
    article,
    written: article.date || yearSpokenOf(article.text),
    bySentence,
    standing,
    anaphorsOf,
    mainPlace: main?.index ?? -1,
    mainActor: actor?.index ?? main?.index ?? -1,
  }
}

/** The first of those that weigh most, if that is more than `least`. */
function heaviest(
  entities: readonly ArticleEntity[],
  weight: (e: ArticleEntity) => number,
  least: number,
): ArticleEntity | null {
  let [best, most]: [ArticleEntity | null, number] = [null, least]
  for (const e of entities) {
    const own = weight(e)
    if (own > most) [best, most] = [e, own]
  }
  return best
}

const outers = new WeakMap<readonly Placed[], readonly Placed[]>()

/** Of a sentence's mentions those that lie in no longer one. */
export function outerOf(mentions: readonly Placed[]): readonly Placed[] {
  let outer = outers.get(mentions)
  if (!outer) {
    outer = outermost(mentions)
    outers.set(mentions, outer)
  }
  return outer
}

/** Whether a name stands in a stretch of a sentence, or reaches into it. */
export function isNamedIn(scene: Scene, sentence: number, { start, end }: Span): boolean {
  const names = outerOf(scene.bySentence[sentence]!)
  const next = names[firstBehind(names, start)]
  return next !== undefined && next.start < end
}

/** Index of the first item that something is true of, where it is of all behind it; how many there are where it is of none. */
export function firstWhere<T>(items: readonly T[], isTrue: (item: T) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/** Index of the first of spans, in order of text, that begins at an offset or behind it. */
export const firstFrom = (spans: readonly { start: number }[], at: number): number =>
  firstWhere(spans, ({ start }) => start >= at)

/** Index of the first of spans, in order of text, that ends behind an offset. */
export const firstBehind = (spans: readonly { end: number }[], at: number): number =>
  firstWhere(spans, ({ end }) => end > at)

export const typeOf = (scene: Scene, entity: number): EntityType => scene.article.entities[entity]!.type

/** Text between two offsets. */
export const between = (scene: Scene, start: number, end: number): string =>
  scene.article.text.slice(start, Math.max(start, end))

/** The words of a sentence before an offset, so many characters at most. */
export const wordsBefore = (scene: Scene, { start }: Span, to: number, most: number): string =>
  between(scene, Math.max(start, to - most), to)

/** A road or a river is where something is; it does nothing itself. */
const INERT = /(?:路|高速|国道|省道|县道|大道|大街|街|河|江|湖|山|海|岛|桥|公园|广场|城区|商圈|景区|隧道)$/
/** 芜湖 and 上海 are no lake and no sea. */
export const isInert = (e: ArticleEntity): boolean =>
  e.type === 'Place' && INERT.test(e.name) && !isTown(e) && !isProvince(e) && !isCounty(e)

export const isCity = (e: ArticleEntity): boolean => CITY.has(e.name) || CITY.has(e.name.replace(/市$/, ''))
export const isProvince = (e: ArticleEntity): boolean =>
  PROVINCE.has(e.name) || PROVINCE.has(e.name.slice(0, -1))
/** A district or county that is called without its last character: 历下. */
export const isCounty = (e: ArticleEntity): boolean => e.aliases.some((alias) => COUNTY_STEMS.has(alias))
const PROVINCE: ReadonlySet<string> = new Set(PROVINCES)
const CITY: ReadonlySet<string> = new Set(CITIES)
/** Asked again and again of the same entities. */
const towns = new WeakMap<ArticleEntity, boolean>()

/** A city or less: in which province something is goes without saying. */
export function isTown(e: ArticleEntity): boolean {
  if (e.type !== 'Place') return false
  let town = towns.get(e)
  if (town === undefined) {
    town = namesTown(e)
    towns.set(e, town)
  }
  return town
}

const namesTown = (e: ArticleEntity): boolean =>
  (e.aliases.some((a) => /(?:[市县州旗]|(?<![片港园城社])区)$/.test(a) || COUNTIES.has(a)) ||
    CITY.has(e.name)) &&
  !isProvince(e)
