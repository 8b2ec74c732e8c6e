/** The stretches of a sentence that may still be names, from what is summed soonest to what is dear. */
import { scratch } from '../../learned/scratch.ts'
import { type Lattice, outsideOf, type Shape, type Sums } from './lattice.ts'
import { TYPE_COUNT } from './roles.ts'
import { WordRuns } from './word-runs.ts'

/** Where a stretch that no rule proposes is given up: so much (in the units of weights) is lost by one in a thousand names at most. */
const LIMIT = {
  /** Its words, at first sight, below no name at all. */
  rough: -4.5,
  /** The same with all that is seen of them. */
  words: -1,
  /** The best names with it behind the best names. */
  behind: 4.5,
}

/** What is left of a lattice; its scores hold until the next one. */
export interface Narrowed extends Lattice {
  /** Of each stretch which one of the shape it is. */
  stretches: readonly number[]
}

const runs = new WordRuns()
const scores = scratch(Float64Array)
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
  const words = sums.roughWords(shape)
  runs.read(words, n)
  const rough: number[] = []
  const held = marks(n)
  for (let s = 0; s < first.length; s++) {
    const [from, to] = [first[s]!, last[s]!]
    if (!spans.proposals[s] && runs.inside(from, to, one, 0) - runs.outside(from, to) < LIMIT.rough / step)
      continue
    rough.push(s)
    held.fill(1, from, to + 1)
  }
  sums.addWords(shape, held, words)
  runs.read(words, n)
  const score = scores(rough.length * TYPE_COUNT)
  const some: number[] = []
  const gains: number[] = []
  for (const s of rough) {
    const [from, to] = [first[s]!, last[s]!]
    const at = some.length * TYPE_COUNT
    const outside = runs.outside(from, to)
    const best = runs.inside(from, to, score, at)
    if (spans.proposals[s]) {
      sums.addStretch(shape, s, score, at)
      favour(s, score, at)
    } else {
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

function bestAt(score: Float64Array, at: number): number {
  let best = score[at]!
  for (let t = 1; t < TYPE_COUNT; t++) if (score[at + t]! > best) best = score[at + t]!
  return best
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
