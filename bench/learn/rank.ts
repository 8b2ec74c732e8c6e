/** Learns a choice among candidates or none of them: conditional logit by AdaGrad, several orders averaged. */
import { softmax } from '../../ingest/learned/classifier.ts'
import { Row } from '../../ingest/learned/hash.ts'
import { type LearnedRows, learnedBy, oftenOf, type RunOptions, rowsOf } from './adagrad.ts'

/** A choice: features of each candidate, of the candidate alone and of all. */
export interface Choice {
  shared: Int32Array
  /** As `shared`, by what the rules say. */
  sharedEvidence: Int32Array
  plain: readonly Int32Array[]
  /** As `plain`, by what the rules say. */
  evidence: readonly Int32Array[]
  /** Which candidates are right; none where nothing shall be chosen. */
  right: readonly number[]
  weight: number
}

export interface RankOptions extends RunOptions {
  /** Share of the steps that see nothing of what the rules say. */
  forget: number
}

export function rank(choices: readonly Choice[], options: RankOptions): LearnedRows {
  const { drop, forget } = options
  const often = oftenOf(choices.map(featuresOf), options.least)
  const rows = choices.map((choice) => ({
    ...choice,
    shared: rowsOf(often, choice.shared),
    sharedEvidence: rowsOf(often, choice.sharedEvidence),
    plain: choice.plain.map((features) => rowsOf(often, features)),
    evidence: choice.evidence.map((features) => rowsOf(often, features)),
  }))
  // what a step sees: the common rows, then those of each candidate
  const seen = new Row()
  const ends: number[] = []
  return learnedBy(often, options, {
    count: choices.length,
    width: 1,
    seed: 211,
    step(weighing, i, random) {
      const see = (list: Int32Array) => {
        for (let k = 0; k < list.length; k++) if (random() >= drop) seen.push(list[k]!)
      }
      const sumOf = (from: number, to: number) => {
        let sum = 0
        for (let k = from; k < to; k++) sum += weighing.values[seen.data[k]!]!
        return sum
      }
      const move = (from: number, to: number, g: number) => {
        if (Math.abs(g) >= 1e-4) for (let k = from; k < to; k++) weighing.move(seen.data[k]!, g)
      }
      const { shared, sharedEvidence, plain, evidence, right, weight } = rows[i]!
      const forgets = random() < forget
      seen.size = 0
      see(shared)
      if (!forgets) see(sharedEvidence)
      ends.length = 0
      ends.push(seen.size)
      for (let c = 0; c < plain.length; c++) {
        see(plain[c]!)
        if (!forgets) see(evidence[c]!)
        ends.push(seen.size)
      }
      const base = sumOf(0, ends[0]!)
      const sums = Float64Array.from(plain, (_, c) => base + sumOf(ends[c]!, ends[c + 1]!))
      const shares = softmax(sums, new Float64Array(sums.length + 1))
      let rightShare = right.length === 0 ? shares[0]! : 0
      for (const c of right) rightShare += shares[c + 1]!
      let all = 0
      for (let c = 0; c < plain.length; c++) {
        const share = shares[c + 1]!
        const g = weight * ((right.includes(c) ? share / Math.max(1e-9, rightShare) : 0) - share)
        all += g
        move(ends[c]!, ends[c + 1]!, g)
      }
      move(0, ends[0]!, all)
    },
  })
}

/** Each feature of a choice once. */
function featuresOf({ shared, sharedEvidence, plain, evidence }: Choice): Set<number> {
  const seen = new Set<number>([...shared, ...sharedEvidence])
  for (const list of [...plain, ...evidence]) for (const f of list) seen.add(f)
  return seen
}
