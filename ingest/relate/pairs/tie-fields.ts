/** What is seen of a tie beside what else may tie its ends to others. */
import { shareOf } from '../../learned/odds.ts'
import { COLUMN_INDEX } from './columns.ts'
import { NEARNESS_FIELDS, Nearness } from './nearness.ts'
import { STANDING_FIELDS, Standing } from './standing.ts'
import type { Tie } from './ties.ts'
import type { Spot } from './view.ts'
import type { Whole } from './whole.ts'

/** What a tie is seen by, in the order of `valuesOf`. */
export const FIELDS = [
  'sum',
  'secondSum',
  'often',
  'within',
  'ruled',
  'otherTail',
  'otherTailAlike',
  'otherHead',
  'otherHeadAlike',
  'tails',
  'heads',
  'otherRelation',
  'reversed',
  'otherReversed',
  'headSure',
  'tailSure',
  'headType',
  'tailType',
  'relation',
  'besideHead',
  'besideTail',
  'chain',
  'throughHead',
  'throughActor',
  'headTimes',
  'tailTimes',
  'headFlags',
  'tailFlags',
  'entities',
  'from',
  'tailsBefore',
  'headsBefore',
  'besideHeads',
  'besideTails',
  'tailRivals',
  'headRivals',
  'apart',
  'clausesApart',
  'spots',
  'isBody',
  'sentence',
  'spotsApart',
  'inner',
  'clauses',
  'headElse',
  'tailElse',
  'tailInHead',
  'headInTail',
  'headLength',
  'tailLength',
  'sentences',
  'ties',
  ...STANDING_FIELDS,
  ...NEARNESS_FIELDS,
] as const

/** Where nothing is found. */
const NOTHING = -8
/** Where a pair is carried into a sentence, so that no distance is known. */
const FAR = { items: 200, clauses: 50, spots: 99 }

const [LOCATION, DEVELOPING, ADVANCING, PART, AFFILIATION] = (
  ['LOCATED_IN', 'DEVELOPS', 'ADVANCES', 'PART_OF', 'AFFILIATED_WITH'] as const
).map((type) => COLUMN_INDEX.get(type)!) as [number, number, number, number, number]

/** The numbers of each tie, as FIELDS names them. */
export function valuesOf(whole: Whole, ties: readonly Tie[]): Float64Array[] {
  const around = new Around(whole, ties)
  return ties.map((tie) => new Float64Array(around.of(tie)))
}

/** A tie as others see it. */
interface Other {
  tie: Tie
  /** Of its surest sentence: its log odds, and the share of them. */
  sum: number
  share: number
}

class Around {
  readonly #whole: Whole
  readonly #ties: readonly Tie[]
  readonly #entities: number
  readonly #sums = new Map<number, number>()
  readonly #byHead = new Map<number, Other[]>()
  readonly #byTail = new Map<number, Other[]>()
  readonly #byPair = new Map<number, Other[]>()
  readonly #byEntity = new Map<number, Other[]>()
  readonly #standing: Standing
  readonly #nearness: Nearness

  constructor(whole: Whole, ties: readonly Tie[]) {
    this.#whole = whole
    this.#ties = ties
    this.#entities = whole.known.length
    this.#standing = new Standing(whole)
    this.#nearness = new Nearness(whole)
    for (const tie of ties) {
      const { column, head, tail } = tie
      const { sum } = tie.best
      const other = { tie, sum, share: shareOf(sum) }
      this.#sums.set(this.#keyOf(column, head, tail), sum)
      put(this.#byHead, this.#keyOf(column, head), other)
      put(this.#byTail, this.#keyOf(column, tail), other)
      put(this.#byPair, this.#keyOf(head, tail), other)
      put(this.#byEntity, head, other)
      put(this.#byEntity, tail, other)
    }
  }

  of(tie: Tie): number[] {
    const { column, head, tail, by, best, ruled } = tie
    const { known, scene } = this.#whole
    const { entities, sentences, paragraphs } = scene.article
    const { candidate } = best
    const { h, t, view, from } = candidate
    const [a, b] = [known[head]!, known[tail]!]
    const tails = rivalsOf(
      tie,
      this.#byHead.get(this.#keyOf(column, head)),
      (o) => known[o.tail]!.type === b.type,
    )
    const heads = rivalsOf(
      tie,
      this.#byTail.get(this.#keyOf(column, tail)),
      (o) => known[o.head]!.type === a.type,
    )
    const besideHead = beside(view.spots, h, candidate.head)
    const besideTail = beside(view.spots, t, candidate.tail)
    const only = (h ?? t) as Spot
    const [x, y] = [entities[head]!.name, entities[tail]!.name]
    return [
      best.sum,
      by.reduce((most, one) => (one === best ? most : Math.max(most, one.sum)), NOTHING),
      by.filter((one) => one.sum > -2.2).length,
      Number(from === 0),
      Number(ruled),
      tails.most,
      tails.mostAlike,
      heads.most,
      heads.mostAlike,
      tails.shares,
      heads.shares,
      mostOf(tie, this.#byPair.get(this.#keyOf(head, tail))),
      this.#sum(column, tail, head),
      mostOf(tie, this.#byPair.get(this.#keyOf(tail, head))),
      a.sure,
      b.sure,
      a.type,
      b.type,
      column,
      mean(besideHead.map((e) => this.#sum(column, e, tail))),
      mean(besideTail.map((e) => this.#sum(column, head, e))),
      this.#chain(head, tail),
      this.#throughHead(tie),
      this.#throughActor(head, tail),
      a.times,
      b.times,
      a.flags,
      b.flags,
      entities.length,
      from,
      tails.before,
      heads.before,
      besideHead.length,
      besideTail.length,
      tails.count,
      heads.count,
      h && t ? h.item - t.item : only.item + FAR.items,
      h && t ? h.clause - t.clause : FAR.clauses,
      view.spots.length,
      Number(paragraphs[view.sentence.paragraph]!.kind === 'body'),
      view.sentence.index,
      h && t ? Math.abs(h.at - t.at) : FAR.spots,
      (h?.inner ? 1 : 0) + (t?.inner ? 2 : 0) + (h?.member ? 4 : 0) + (t?.member ? 8 : 0),
      view.clauses.length,
      mostOf(tie, this.#byEntity.get(head)),
      mostOf(tie, this.#byEntity.get(tail)),
      x.indexOf(y) + 1,
      y.indexOf(x) + 1,
      x.length,
      y.length,
      sentences.length,
      this.#ties.length,
      ...this.#standing.of(tie),
      ...this.#nearness.of(tie),
    ]
  }

  #keyOf(a: number, b: number, c = 0): number {
    return (a * this.#entities + b) * this.#entities + c
  }

  #sum(column: number, head: number, tail: number): number {
    return this.#sums.get(this.#keyOf(column, head, tail)) ?? NOTHING
  }

  /** In the tail by way of what lies between. */
  #chain(head: number, tail: number): number {
    let best = NOTHING
    for (const { tie, sum } of this.#byHead.get(this.#keyOf(LOCATION, head)) ?? NONE) {
      const over = tie.tail
      if (over !== tail)
        best = Math.max(
          best,
          Math.min(sum, Math.max(this.#sum(LOCATION, over, tail), this.#sum(PART, over, tail))),
        )
    }
    return best
  }

  /** As what the head belongs to has it. */
  #throughHead({ column, head, tail }: Tie): number {
    let best = NOTHING
    for (const { tie, sum } of this.#byTail.get(this.#keyOf(column, tail)) ?? NONE) {
      const over = tie.head
      if (over === head) continue
      const tied = Math.max(
        this.#sum(PART, head, over),
        this.#sum(LOCATION, head, over),
        this.#sum(DEVELOPING, over, head),
        this.#sum(AFFILIATION, head, over),
      )
      best = Math.max(best, Math.min(sum, tied))
    }
    return best
  }

  /** As who develops the head advances the tail. */
  #throughActor(head: number, tail: number): number {
    let best = NOTHING
    for (const { tie, sum } of this.#byTail.get(this.#keyOf(DEVELOPING, head)) ?? NONE)
      best = Math.max(best, Math.min(sum, this.#sum(ADVANCING, tie.head, tail)))
    return best
  }
}

/** So many ties of one kind are compared: no article of news has more. */
const MOST = 300

function put(into: Map<number, Other[]>, key: number, other: Other): void {
  const list = into.get(key)
  if (list) {
    if (list.length < MOST) list.push(other)
  } else into.set(key, [other])
}

const NONE: readonly Other[] = []

/** The best sum of those that are not the tie itself. */
function mostOf(tie: Tie, others: readonly Other[] = NONE): number {
  let most = NOTHING
  for (const other of others) if (other.tie !== tie && other.sum > most) most = other.sum
  return most
}

/** What a tie has beside it that shares one of its ends. */
interface Rivals {
  count: number
  /** The best sum of all, and of those that are alike. */
  most: number
  mostAlike: number
  /** Sum of their shares. */
  shares: number
  /** How many have a better sum. */
  before: number
}

function rivalsOf(tie: Tie, others: readonly Other[] = NONE, isAlike: (tie: Tie) => boolean): Rivals {
  const out = { count: 0, most: NOTHING, mostAlike: NOTHING, shares: 0, before: 0 }
  for (const other of others) {
    if (other.tie === tie) continue
    const { sum } = other
    out.count++
    out.shares += other.share
    if (sum > tie.best.sum) out.before++
    if (sum > out.most) out.most = sum
    if (sum > out.mostAlike && isAlike(other.tie)) out.mostAlike = sum
  }
  return out
}

const mean = (sums: readonly number[]): number =>
  sums.length === 0 ? NOTHING - 1 : sums.reduce((a, b) => a + b, 0) / sums.length

/** Entities that are named in one list with the one at a spot. */
const beside = (spots: readonly Spot[], spot: Spot | null, entity: number): number[] =>
  spot === null
    ? []
    : spots.filter((s) => s.phrase === spot.phrase && s.entity !== entity && !s.inner).map((s) => s.entity)
