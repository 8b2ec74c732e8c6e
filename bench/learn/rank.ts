/** Learns a choice among candidates or none of them: conditional logit by AdaGrad, several orders averaged. */
import { softmax } from '../../ingest/learned/classifier.ts'
import { Row } from '../../ingest/learned/hash.ts'
import type { AddWeights } from '../../ingest/learned/table.ts'
import { randomOf, shuffle } from './options.ts'

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

export interface RankOptions {
  epochs: number
  rate: number
  /** Pulls a weight towards zero each time that it is touched. */
  decay: number
  /** A feature in fewer choices is left out. */
  least: number
  /** Share of the features that a step does not see. */
  drop: number
  /** Share of the steps that see nothing of what the rules say. */
  forget: number
  /** Orders that are learned from and averaged. */
  runs: number
}

export interface LearnedRank {
  index: ReadonlyMap<number, number>
  values: Float64Array
  add: AddWeights
}

export function rank(choices: readonly Choice[], options: RankOptions): LearnedRank {
  const index = indexOf(choices, options.least)
  const rowsOf = (features: Int32Array) =>
    Int32Array.from(features, (f) => index.get(f) ?? -1).filter((r) => r >= 0)
  const rows = choices.map((choice) => ({
    ...choice,
    shared: rowsOf(choice.shared),
    sharedEvidence: rowsOf(choice.sharedEvidence),
    plain: choice.plain.map(rowsOf),
    evidence: choice.evidence.map(rowsOf),
  }))
  const values = new Float64Array(index.size)
  for (let run = 0; run < options.runs; run++) {
    const learned = once(rows, index.size, options, run)
    for (let k = 0; k < values.length; k++) values[k]! += learned[k]! / options.runs
  }
  const add: AddWeights = (features, from, to, into, at) => {
    for (let i = from; i < to; i++) {
      const row = index.get(features[i]!)
      if (row !== undefined) into[at]! += values[row]!
    }
  }
  return { index, values, add }
}

function indexOf(choices: readonly Choice[], least: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const choice of choices) {
    const seen = new Set<number>([...choice.shared, ...choice.sharedEvidence])
    for (const list of [...choice.plain, ...choice.evidence]) for (const f of list) seen.add(f)
    for (const f of seen) counts.set(f, (counts.get(f) ?? 0) + 1)
  }
  const index = new Map<number, number>()
  for (const [f, n] of counts) if (n >= least) index.set(f, index.size)
  return index
}

/** One run: the mean of the weights over the later half of its epochs. */
function once(
  choices: readonly Choice[],
  size: number,
  { epochs, rate, decay, drop, forget }: RankOptions,
  run: number,
): Float64Array {
  const values = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-2)
  const mean = new Float64Array(size)
  const random = randomOf(211 + run)
  const order = choices.map((_, i) => i)
  let averaged = 0
  const step = (row: number, g: number) => {
    const pulled = g - decay * values[row]!
    squares[row]! += pulled * pulled
    values[row]! += (rate * pulled) / Math.sqrt(squares[row]!)
  }
  // what a step sees: the common rows, then those of each candidate
  const seen = new Row()
  const ends: number[] = []
  const see = (list: Int32Array) => {
    for (let k = 0; k < list.length; k++) if (random() >= drop) seen.push(list[k]!)
  }
  const sumOf = (from: number, to: number) => {
    let sum = 0
    for (let k = from; k < to; k++) sum += values[seen.data[k]!]!
    return sum
  }
  const move = (from: number, to: number, g: number) => {
    if (Math.abs(g) >= 1e-4) for (let k = from; k < to; k++) step(seen.data[k]!, g)
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of shuffle(order, random)) {
      const { shared, sharedEvidence, plain, evidence, right, weight } = choices[i]!
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
    }
    if (epoch < epochs / 2) continue
    averaged++
    for (let k = 0; k < size; k++) mean[k]! += values[k]!
  }
  for (let k = 0; k < size; k++) mean[k]! /= averaged
  return mean
}
