/** Whom the numbers of an article may well be said of, and what is seen of that beside its other numbers. */
import { entityTypes } from '../../../model/ontology.ts'
import { oddsOf } from '../../learned/odds.ts'
import { withParts } from '../../learned/parts.ts'
import { sureOf } from '../../learned/sureness.ts'
import type { Trees } from '../../learned/trees.ts'
import type { Scene } from '../scene.ts'
import { WHERE } from './candidates.ts'
import { handOver } from './ceremonies.ts'
import { LIKELY, PARTS, type Seen } from './choose.ts'
import { countedIn, isListed } from './listed.ts'
import { kindIndexOf } from './metric.ts'
import { pointedBefore } from './pointed.ts'
import { agree, runsOf, type Shared } from './runs.ts'
import { WAYS } from './subjects.ts'
import { fillRuns, takeUnsure } from './unsure.ts'

/** A number and one that it may be said of. */
export interface Likely {
  /** Index of the number among those seen. */
  number: number
  entity: number
  /** As FIELDS names them. */
  values: Float64Array
}

/** What a number and an entity are seen by, in the order of `valuesOf`. Shares are log odds. */
export const FIELDS: readonly string[] = [
  'share',
  'noneShare',
  'rivalShare',
  'place',
  'nearer',
  'where',
  'type',
  'sure',
  'picked',
  'way',
  'kind',
  'flags',
  'magnitude',
  'numbersInSentence',
  'numberInSentence',
  'shareBefore',
  'shareBehind',
  'noneBefore',
  'noneBehind',
  'taken',
  'numbers',
  'mentions',
  'main',
  'isBody',
  'sentence',
  'sentences',
  'apart',
  'again',
  'sameQuantity',
  'candidates',
  'last',
  'mostShare',
  'nameLength',
  'metricLength',
  'gapLength',
  'shareOfPrevious',
  'saying',
  ...PARTS,
]

/** Of each number so many are looked at, those that have the best shares. */
const MOST = 3
/** A share from which on an entity counts as one that numbers are said of. */
const TAKEN = 0.3
/** Where there is no number before or behind, or the entity is no candidate there. */
const [NO_NUMBER, NO_CANDIDATE] = [-9, -8]
/** Where an entity is named elsewhere only. */
const FAR = 999
const LONGEST_GAP = 50

/** Those of each number that are likely enough to be looked at, best first. */
export function likelyOf(scene: Scene, seen: readonly Seen[]): Likely[] {
  const around = new Around(scene, seen)
  return seen.flatMap(({ candidates, shares, parts }, number) =>
    around.orders[number]!.slice(0, MOST).flatMap((c, place): Likely[] =>
      shares[c + 1]! < LIKELY
        ? []
        : [
            {
              number,
              entity: candidates[c]!.entity,
              values: withParts(around.valuesOf(number, c, place), ...parts[c]!),
            },
          ],
    ),
  )
}

/** From this share on a number is said of one more than the likeliest. */
const OF_TWO = 0.5

/** Of each number all that it is said of, by what trees take; as first chosen where none was viewed. */
export function settled(scene: Scene, seen: readonly Seen[], trees: Trees, bound: number): number[][] {
  const out = seen.map(({ candidates, chosen }) => (candidates.length === 0 && chosen >= 0 ? [chosen] : []))
  const pointed = seen.map(({ amount }) => pointedBefore(scene, amount.sentence, amount.start))
  const counted = seen.map(({ amount, candidates }) => countedIn(scene, amount, candidates))
  const all = likelyOf(scene, seen)
    .filter(({ number, entity }) => !counted[number]!.has(entity))
    .map((one) => ({ ...one, share: trees.shareOf(one.values) }))
  const shared = withoutThose(all, (number, entity) => pointed[number]!.has(entity))
  for (const { number, entity } of takenOf(shared, bound)) out[number]!.push(entity)
  takeUnsure(out, shared, seen)
  const amounts = seen.map(({ amount }) => amount)
  const isNamed = (number: number, entity: number) =>
    seen[number]!.candidates.some(
      ({ entity: named, where, spot }) =>
        named === entity &&
        where === WHERE.front &&
        !(spot && isListed(scene, spot, seen[number]!.amount.start)),
    )
  const runs = runsOf(scene, amounts)
  handOver(out, runs, shared, scene.article.entities)
  agree(out, runs, shared, isNamed)
  fillRuns(out, runs, seen)
  return out
}

/** Without those that can't be meant; what they had goes to the others of the number. */
export function withoutThose<T extends Shared>(
  shared: readonly T[],
  isOut: (number: number, entity: number) => boolean,
): T[] {
  const left = new Map<number, number>()
  for (const { number, entity, share } of shared)
    if (isOut(number, entity)) left.set(number, (left.get(number) ?? 1) - share)
  return shared
    .filter(({ number, entity }) => !isOut(number, entity))
    .map((one) => ({
      ...one,
      share: Math.min(1, one.share / Math.max(one.share, left.get(one.number) ?? 1)),
    }))
}

/** Those that are taken, best first: of a number the likeliest from `bound` on, others from OF_TWO on. */
export function takenOf<T extends { number: number; share: number }>(
  shared: readonly T[],
  bound: number,
): T[] {
  const has = new Set<number>()
  return shared
    .toSorted((a, b) => b.share - a.share || a.number - b.number)
    .filter(({ number, share }) => {
      const taken = share >= (has.has(number) ? Math.max(bound, OF_TWO) : bound)
      if (taken) has.add(number)
      return taken
    })
}

/** What is seen over all numbers of an article. */
class Around {
  /** Of each number its candidates, as indexes, by their shares. */
  readonly orders: number[][]
  readonly #scene: Scene
  readonly #seen: readonly Seen[]
  readonly #main: readonly number[]
  /** Of each number its candidates' log odds by entity. */
  readonly #odds: ReadonlyMap<number, number>[]
  readonly #most = new Map<number, number>()
  readonly #taken = new Map<number, number>()
  readonly #quantities = new Map<string, number>()
  /** Of each sentence how many numbers it has, and which is its first. */
  readonly #sentences = new Map<number, { first: number; count: number }>()
  readonly #saying: number

  constructor(scene: Scene, seen: readonly Seen[]) {
    this.#scene = scene
    this.#seen = seen
    this.#main = [scene.mainPlace, scene.mainActor]
    this.orders = seen.map(({ candidates, shares }) =>
      candidates.map((_, c) => c).sort((a, b) => shares[b + 1]! - shares[a + 1]!),
    )
    this.#odds = seen.map(
      ({ candidates, shares }) =>
        new Map(candidates.map(({ entity }, c) => [entity, oddsOf(shares[c + 1]!)])),
    )
    let saying = 0
    seen.forEach(({ amount, candidates, shares }, i) => {
      saying += 1 - shares[0]!
      for (const [entity, odds] of this.#odds[i]!)
        this.#most.set(entity, Math.max(odds, this.#most.get(entity) ?? NO_CANDIDATE))
      const best = this.orders[i]![0]
      if (best !== undefined && shares[best + 1]! > TAKEN) count(this.#taken, candidates[best]!.entity)
      count(this.#quantities, quantityOf(amount))
      const sentence = this.#sentences.get(amount.sentence)
      if (sentence) sentence.count++
      else this.#sentences.set(amount.sentence, { first: i, count: 1 })
    })
    this.#saying = saying / seen.length
  }

  valuesOf(number: number, c: number, place: number): number[] {
    const { article } = this.#scene
    const { amount, candidates, shares } = this.#seen[number]!
    const { quantity, picked, metric, gap, last } = amount
    const { entity, rank, where, spot, again } = candidates[c]!
    const { type, mentions, name } = article.entities[entity]!
    const sentence = article.sentences[amount.sentence]!
    const inSentence = this.#sentences.get(amount.sentence)!
    const [before, behind] = [this.#near(number, number - 1), this.#near(number, number + 1)]
    const rival = this.orders[number]![place === 0 ? 1 : 0]
    return [
      oddsOf(shares[c + 1]!),
      oddsOf(shares[0]!),
      oddsOf(rival === undefined ? 0 : shares[rival + 1]!),
      place,
      rank,
      where,
      entityTypes.indexOf(type),
      sureOf(article, entity),
      Number(picked.entity === entity),
      WAYS.indexOf(picked.way),
      kindIndexOf(quantity.unit),
      (quantity.spelled ? 1 : 0) + (quantity.doubt ? 2 : 0) + (quantity.rank ? 4 : 0),
      Math.log10(quantity.value + 1),
      inSentence.count,
      number - inSentence.first,
      this.#oddsAt(before, entity),
      this.#oddsAt(behind, entity),
      this.#noneAt(before),
      this.#noneAt(behind),
      this.#taken.get(entity) ?? 0,
      this.#seen.length,
      mentions.length,
      this.#main.indexOf(entity),
      Number(article.paragraphs[sentence.paragraph]!.kind === 'body'),
      amount.sentence,
      article.sentences.length,
      spot ? amount.start - spot.end : FAR,
      again,
      this.#quantities.get(quantityOf(amount))!,
      candidates.length,
      Number(last?.subject === entity),
      this.#most.get(entity)!,
      name.length,
      metric.length,
      gap === null ? -1 : Math.min(LONGEST_GAP, gap.length),
      this.#oddsAt(number - 1, entity),
      this.#saying,
    ]
  }

  /** The number at an index where it stands in the same sentence, else -1. */
  #near(number: number, other: number): number {
    return this.#seen[other]?.amount.sentence === this.#seen[number]!.amount.sentence ? other : -1
  }

  #oddsAt(number: number, entity: number): number {
    return number < 0 ? NO_NUMBER : (this.#odds[number]!.get(entity) ?? NO_CANDIDATE)
  }

  #noneAt(number: number): number {
    return number < 0 ? NO_NUMBER : oddsOf(this.#seen[number]!.shares[0]!)
  }
}

const quantityOf = ({ quantity: { value, unit } }: Seen['amount']): string => `${value} ${unit}`

function count<K>(into: Map<K, number>, key: K): void {
  into.set(key, (into.get(key) ?? 0) + 1)
}
