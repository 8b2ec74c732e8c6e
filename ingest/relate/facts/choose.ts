/** Whom a number is said of, by what was learned, with what the rules pick as evidence. */
import type { ArticleEntity } from '../../../model/article.ts'
import { softmax } from '../../learned/classifier.ts'
import { Parts } from '../../learned/parts.ts'
import type { AddWeights, Lookup, WeightOf } from '../../learned/table.ts'
import { mainOf } from '../about.ts'
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import type { Amount, Choose } from './amount.ts'
import { mayOf } from './barred.ts'
import { callingIn } from './called.ts'
import { type Candidate, Candidates } from './candidates.ts'
import { FeatureMaker, type Features, TEMPLATES } from './features.ts'
import { oneOfTwoBefore } from './former.ts'

/** Numbers of a sentence that are chosen for; a longer list is no prose, and goes by the rules. */
const MOST = 120

export interface View {
  candidates: Candidate[]
  features: Features
}

/** What is seen of a number and of those that it may be said of. */
export function viewing(scene: Scene, readings: readonly Reading[]): (amount: Amount) => View {
  const main = [mainOf(scene.article), scene.mainPlace, scene.mainActor]
  const candidatesOf = new Candidates(scene, readings, main)
  const maker = new FeatureMaker(scene, readings, main)
  const mayBe = mayOf(scene)
  const calledBefore = callingIn(scene)
  const { entities } = scene.article
  return (amount) => {
    const { sentence, start, picked, last } = amount
    const only = /^(?:relative|built|name)$/.test(picked.way)
      ? null
      : (oneOfTwoBefore(scene, readings, sentence, start) ?? calledBefore(sentence, start))
    const more = [picked.entity, last?.subject ?? -1, ...(only ?? [])].filter((e) => e >= 0)
    const all = candidatesOf.of(sentence, start, more)
    const may = only ? ({ index }: ArticleEntity) => only.has(index) : mayBe(amount, all)
    const able = all.filter(({ entity }) => may(entities[entity]!))
    const candidates = able.length > 0 ? able : all
    return { candidates, features: maker.of(amount, candidates) }
  }
}

/** Shares of none and of each candidate, summing to 1. */
export function sharesOf({ candidates, features }: View, add: AddWeights): Float64Array {
  const { row, common, starts } = features
  const base = new Float64Array(1)
  add(row.data, 0, common, base, 0)
  const sums = new Float64Array(candidates.length).fill(base[0]!)
  for (let c = 0; c < candidates.length; c++) add(row.data, starts[c]!, starts[c + 1]!, sums, c)
  return softmax(sums, new Float64Array(sums.length + 1))
}

/** Those are looked at again that have so much of a share. */
export const LIKELY = 0.04

const ofCandidate = new Parts(TEMPLATES.candidate)
const ofNumber = new Parts(TEMPLATES.number)
/** What trees call the parts. */
export const PARTS = [...ofCandidate.fields, ...ofNumber.fields]

/** Of each candidate that is likely, what speaks for it by kinds of what is seen; of others nothing. */
function partsOf({ candidates, features }: View, shares: Float64Array, weightOf: WeightOf): Float64Array[][] {
  const { row, common, starts } = features
  ofNumber.clear()
  ofNumber.add(row, 0, common, weightOf, 0)
  const shared = ofNumber.sums()
  return candidates.map((_, c) => {
    if (shares[c + 1]! < LIKELY) return []
    ofCandidate.clear()
    ofCandidate.add(row, starts[c]!, starts[c + 1]!, weightOf, 0)
    return [ofCandidate.sums(), shared]
  })
}

/** When the likeliest subject is taken, as shares. */
export interface Trust {
  /** From here on it is taken. */
  sure: number
  /** Below that the rules' pick is, where none has less than this … */
  none: number
  /** … and the pick itself no less than this. */
  pick: number
}

/** A number, and what was first seen of whom it is said. */
export interface Seen {
  amount: Amount
  /** None where it goes by the rules. */
  candidates: readonly Candidate[]
  /** Of none and of each candidate. */
  shares: Float64Array
  /** Of each candidate that is likely, the parts of its sum, and of what all candidates share. */
  parts: readonly (readonly Float64Array[])[]
  /** Index of the entity that is first taken, or -1. */
  chosen: number
}

/** `seen`: where what is seen of each number is put. */
export function choosing(
  view: (amount: Amount) => View,
  { add, weightOf }: Lookup,
  trust: Trust,
  seen?: Seen[],
): Choose {
  let [sentence, count] = [-1, 0]
  return (amount) => {
    count = amount.sentence === sentence ? count + 1 : 1
    sentence = amount.sentence
    if (count > MOST) {
      const chosen = byRules(amount)
      seen?.push({ amount, candidates: [], shares: Float64Array.of(1), parts: [], chosen })
      return chosen
    }
    const viewed = view(amount)
    const { candidates } = viewed
    const shares = sharesOf(viewed, add)
    const chosen = chosenOf(amount, candidates, shares, trust)
    seen?.push({ amount, candidates, shares, parts: partsOf(viewed, shares, weightOf), chosen })
    return chosen
  }
}

function chosenOf(
  amount: Amount,
  candidates: readonly Candidate[],
  shares: Float64Array,
  trust: Trust,
): number {
  let [best, pick] = [-1, -1]
  candidates.forEach(({ entity }, c) => {
    if (best < 0 || shares[c + 1]! > shares[best + 1]!) best = c
    if (entity === amount.picked.entity) pick = c
  })
  if (best >= 0 && shares[best + 1]! >= trust.sure) return candidates[best]!.entity
  return pick >= 0 && shares[0]! < trust.none && shares[pick + 1]! >= trust.pick ? byRules(amount) : -1
}

/** As the rules pick. */
export const byRules: Choose = ({ quantity, picked }) => (quantity.doubt ? -1 : picked.entity)
