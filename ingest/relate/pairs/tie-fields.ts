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
  return ties.map((tie) => Float64Array.from(around.of(tie)))
}

class Around {
  readonly #whole: Whole
  readonly #ties: readonly Tie[]
  readonly #sums = new Map<string, number>()
  readonly #byHead = new Map<string, Tie[]>()
  readonly #byTail = new Map<string, Tie[]>()
  readonly #byPair = new Map<string, Tie[]>()
  readonly #byEntity = new Map<number, Tie[]>()
  readonly #standing: Standing
  readonly #nearness: Nearness

  constructor(whole: Whole, ties: readonly Tie[]) {
    this.#whole = whole
    this.#ties = ties
    this.#standing = new Standing(whole)
    this.#nearness = new Nearness(whole)
    for (const tie of ties) {
      const { column, head, tail } = tie
      this.#sums.set(`${column} ${head} ${tail}`, tie.best.sum)
      put(this.#byHead, `${column} ${head}`, tie)
      put(this.#byTail, `${column} ${tail}`, tie)
      put(this.#byPair, `${head} ${tail}`, tie)
      put(this.#byEntity, head, tie)
      put(this.#byEntity, tail, tie)
    }
  }

  of(tie: Tie): number[] {
    const { column, head, tail, by, best, ruled } = tie
    const { known, scene } = this.#whole
    const { entities, sentences, paragraphs } = scene.article
    const { candidate } = best
    const { h, t, view, from } = candidate
    const [a, b] = [known[head]!, known[tail]!]
    const without = (list: readonly Tie[] | undefined) => (list ?? []).filter((x) => x !== tie)
    const tails = without(this.#byHead.get(`${column} ${head}`))
    const heads = without(this.#byTail.get(`${column} ${tail}`))
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
      most(tails),
      most(tails.filter((o) => known[o.tail]!.type === b.type)),
      most(heads),
      most(heads.filter((o) => known[o.head]!.type === a.type)),
      shares(tails),
      shares(heads),
      most(without(this.#byPair.get(`${head} ${tail}`))),
      this.#sum(column, tail, head),
      most(this.#byPair.get(`${tail} ${head}`) ?? []),
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
      tails.filter((o) => o.best.sum > best.sum).length,
      heads.filter((o) => o.best.sum > best.sum).length,
      besideHead.length,
      besideTail.length,
      tails.length,
      heads.length,
      h && t ? h.item - t.item : only.item + FAR.items,
      h && t ? h.clause - t.clause : FAR.clauses,
      view.spots.length,
      Number(paragraphs[view.sentence.paragraph]!.kind === 'body'),
      view.sentence.index,
      h && t ? Math.abs(h.at - t.at) : FAR.spots,
      (h?.inner ? 1 : 0) + (t?.inner ? 2 : 0) + (h?.member ? 4 : 0) + (t?.member ? 8 : 0),
      view.clauses.length,
      most(without(this.#byEntity.get(head))),
      most(without(this.#byEntity.get(tail))),
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

  #sum(column: number, head: number, tail: number): number {
    return this.#sums.get(`${column} ${head} ${tail}`) ?? NOTHING
  }

  /** In the tail by way of what lies between. */
  #chain(head: number, tail: number): number {
    let best = NOTHING
    for (const { tail: over, best: to } of this.#byHead.get(`${LOCATION} ${head}`) ?? [])
      if (over !== tail)
        best = Math.max(
          best,
          Math.min(to.sum, Math.max(this.#sum(LOCATION, over, tail), this.#sum(PART, over, tail))),
        )
    return best
  }

  /** As what the head belongs to has it. */
  #throughHead({ column, head, tail }: Tie): number {
    let best = NOTHING
    for (const { head: over, best: to } of this.#byTail.get(`${column} ${tail}`) ?? []) {
      if (over === head) continue
      const tied = Math.max(
        this.#sum(PART, head, over),
        this.#sum(LOCATION, head, over),
        this.#sum(DEVELOPING, over, head),
        this.#sum(AFFILIATION, head, over),
      )
      best = Math.max(best, Math.min(to.sum, tied))
    }
    return best
  }

  /** As who develops the head advances the tail. */
  #throughActor(head: number, tail: number): number {
    let best = NOTHING
    for (const { head: actor, best: to } of this.#byTail.get(`${DEVELOPING} ${head}`) ?? [])
      best = Math.max(best, Math.min(to.sum, this.#sum(ADVANCING, actor, tail)))
    return best
  }
}

/** So many ties of one kind are compared: no article of news has more. */
const MOST = 300

function put<K>(into: Map<K, Tie[]>, key: K, tie: Tie): void {
  const list = into.get(key)
  if (list) {
    if (list.length < MOST) list.push(tie)
  } else into.set(key, [tie])
}

const most = (ties: readonly Tie[]): number =>
  ties.reduce((sum, { best }) => Math.max(sum, best.sum), NOTHING)
const shares = (ties: readonly Tie[]): number => ties.reduce((sum, { best }) => sum + shareOf(best.sum), 0)
const mean = (sums: readonly number[]): number =>
  sums.length === 0 ? NOTHING - 1 : sums.reduce((a, b) => a + b, 0) / sums.length

/** Entities that are named in one list with the one at a spot. */
const beside = (spots: readonly Spot[], spot: Spot | null, entity: number): number[] =>
  spot === null
    ? []
    : spots.filter((s) => s.phrase === spot.phrase && s.entity !== entity && !s.inner).map((s) => s.entity)
