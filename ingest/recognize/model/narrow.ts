/** The stretches of a sentence that may still be names, from what is summed soonest to what is dear. */
import { scratch } from '../../learned/scratch.ts'
import { bestAt, type Lattice, outsideOf, type Shape, type Sums } from './lattice.ts'
import { TYPE_COUNT } from './roles.ts'
import { WordRuns } from './word-runs.ts'

/** Where a stretch that no rule proposes is given up: so much (in the units of weights) is lost by one in a thousand names at most. */
const LIMIT = {
  /** Its words, at first sight, below no name at all. */
  rough: -4.5,
  /** The best names with it behind the best names, at first sight. */
  roughBehind: 7,
  /** Its words below no name at all, with all that is seen of them. */
  words: -1,
  /** The best names with it behind the best names, without what is seen of the whole stretch. */
  behind: 4.5,
}

/** What is left of a lattice; its scores hold until the next one. */
export interface Narrowed extends Lattice {
  /** Of each stretch which one of the shape it is. */
  stretches: readonly number[]
}

const runs = new WordRuns()
const scores = scratch(Float64Array)
const owns = scratch(Float64Array)
const fronts = scratch(Float64Array)
const rests = scratch(Float64Array)
const marks = scratch(Uint8Array)
const one = new Float64Array(TYPE_COUNT)

/**
 * @param step what a weight is worth
 * @param bias taken from each word outside
 * @param favour adds to the scores of stretch s, which begin at `score[at]`, what is known of it beside the weights
 */
export function narrowedOf(
  shape: Shape,
  sums: Sums,
  step: number,
  bias: number,
  favour: (s: number, score: Float64Array, at: number) => void,
): Narrowed {
  const { first, last, spans, link } = shape
  const n = shape.atoms.length
  // what the rules propose is weighed in full first, and says which others have a chance beside it
  const own = owns(shape.proposed.length * TYPE_COUNT)
  const words = sums.roughWords(shape)
  runs.read(words, n)
  const rough: number[] = []
  const gains: number[] = []
  for (let s = 0, ruled = 0; s < first.length; s++) {
    const [from, to] = [first[s]!, last[s]!]
    const outside = runs.outside(from, to)
    const best = runs.inside(from, to, one, 0)
    if (spans.proposals[s]) {
      sums.addStretch(shape, s, own, ruled)
      favour(s, own, ruled)
      for (let t = 0; t < TYPE_COUNT; t++) one[t]! += own[ruled++]!
    } else {
      if (best - outside < LIMIT.rough / step) continue
      favour(s, one, 0)
    }
    gains.push(bestAt(one, 0) - outside + bias * (to + 1 - from))
    rough.push(s)
  }
  const behind = lostBy(shape, rough, gains)
  const live = rough.filter((s, k) => spans.proposals[s] || behind[k]! <= LIMIT.roughBehind / step)
  const held = marks(n)
  let next = 0
  for (const s of live) for (next = Math.max(next, first[s]!); next <= last[s]!; next++) held[next] = 1
  sums.addWords(shape, held, words)
  runs.read(words, n)
  const score = scores(live.length * TYPE_COUNT)
  const some: number[] = []
  gains.length = 0
  let ruled = 0
  for (const s of live) {
    const [from, to] = [first[s]!, last[s]!]
    const at = some.length * TYPE_COUNT
    const outside = runs.outside(from, to)
    const best = runs.inside(from, to, score, at)
    if (spans.proposals[s]) for (let t = 0; t < TYPE_COUNT; t++) score[at + t]! += own[ruled++]!
    else {
      if (best - outside < LIMIT.words / step) continue
      favour(s, score, at)
    }
    gains.push(bestAt(score, at) - outside + bias * (to + 1 - from))
    some.push(s)
  }
  const lost = lostBy(shape, some, gains)
  const stretches: number[] = []
  for (let k = 0; k < some.length; k++) {
    const s = some[k]!
    if (!spans.proposals[s] && lost[k]! > LIMIT.behind / step) continue
    const at = stretches.length * TYPE_COUNT
    score.copyWithin(at, k * TYPE_COUNT, (k + 1) * TYPE_COUNT)
    if (!spans.proposals[s]) sums.addStretch(shape, s, score, at)
    stretches.push(s)
  }
  return {
    n,
    first: stretches.map((s) => first[s]!),
    last: stretches.map((s) => last[s]!),
    link,
    score,
    outside: outsideOf(words, n),
    stretches,
  }
}

/** Of each stretch how far the best names with it, none over another, lie behind the best ones. */
function lostBy({ first, last, atoms }: Shape, some: readonly number[], gains: readonly number[]): number[] {
  const n = atoms.length
  const before = fronts(n + 1)
  const behind = rests(n + 1)
  for (let i = 0, k = 0; i < n; i++) {
    for (; k < some.length && first[some[k]!] === i; k++) {
      const to = last[some[k]!]! + 1
      before[to] = Math.max(before[to]!, before[i]! + gains[k]!)
    }
    before[i + 1] = Math.max(before[i + 1]!, before[i]!)
  }
  for (let i = n - 1, k = some.length - 1; i >= 0; i--) {
    behind[i] = behind[i + 1]!
    for (; k >= 0 && first[some[k]!] === i; k--)
      behind[i] = Math.max(behind[i]!, gains[k]! + behind[last[some[k]!]! + 1]!)
  }
  return some.map((s, k) => before[n]! - before[first[s]!]! - gains[k]! - behind[last[s]! + 1]!)
}
