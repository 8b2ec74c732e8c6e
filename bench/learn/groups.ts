/**
 * Learns to choose among what an entity is seen in: one of its clauses says one of the classes, or none does. Which
 * clause it is, is not told: it is found while learning. By AdaGrad, several orders averaged.
 */
import type { AddWeights } from '../../ingest/learned/table.ts'
import { randomOf, shuffle } from './options.ts'

export interface Group {
  /** Features of each clause. */
  seen: readonly Int32Array[]
  /** Classes (1, 2, …) that are right; empty: none. */
  labels: readonly number[]
  weight?: number
}

export interface GroupOptions {
  epochs: number
  rate: number
  /** Pulls a weight towards zero each time that it is touched. */
  decay: number
  /** A feature in fewer groups is left out. */
  least: number
  /** Share of the features that a step does not see. */
  drop: number
  /** Orders that are learned from and averaged. */
  runs: number
}

export interface LearnedGroups {
  index: ReadonlyMap<number, number>
  /** Rows of `width` numbers. */
  values: Float64Array
  add: AddWeights
}

export function chooseIn(
  groups: readonly Group[],
  width: number,
  options: GroupOptions,
  start: ReadonlyMap<number, readonly number[]> = new Map(),
): LearnedGroups {
  const index = indexOf(groups, options.least)
  const rows = groups.map(({ seen }) =>
    seen.map((features) => Int32Array.from(features, (f) => index.get(f) ?? -1).filter((r) => r >= 0)),
  )
  const first = new Float64Array(index.size * width)
  for (const [feature, weights] of start) {
    const row = index.get(feature)
    if (row !== undefined) first.set(weights, row * width)
  }
  const values = new Float64Array(first.length)
  for (let run = 0; run < options.runs; run++) {
    const once = oneRun(groups, rows, first, width, options, run)
    for (let k = 0; k < values.length; k++) values[k]! += once[k]! / options.runs
  }
  const add: AddWeights = (features, from, to, into, at) => {
    for (let i = from; i < to; i++) {
      const row = index.get(features[i]!)
      if (row !== undefined) for (let c = 0; c < width; c++) into[at + c]! += values[row * width + c]!
    }
  }
  return { index, values, add }
}

function indexOf(groups: readonly Group[], least: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { seen } of groups)
    for (const f of new Set(seen.flatMap((features) => [...features])))
      counts.set(f, (counts.get(f) ?? 0) + 1)
  const index = new Map<number, number>()
  for (const [f, n] of counts) if (n >= least) index.set(f, index.size)
  return index
}

/** One run: the mean of the weights over the later half of its epochs. */
function oneRun(
  groups: readonly Group[],
  rows: readonly (readonly Int32Array[])[],
  first: Float64Array,
  width: number,
  { epochs, rate, decay, drop }: GroupOptions,
  run: number,
): Float64Array {
  const values = first.slice()
  const squares = new Float64Array(values.length).fill(1e-2)
  const mean = new Float64Array(values.length)
  const random = randomOf(101 + run)
  const order = groups.map((_, i) => i)
  let averaged = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of shuffle(order, random)) {
      const { labels, weight = 1 } = groups[i]!
      const seen = rows[i]!.map((row) => row.filter(() => random() >= drop))
      const sums = new Float64Array(seen.length * width)
      seen.forEach((row, c) => {
        for (const r of row) for (let k = 0; k < width; k++) sums[c * width + k]! += values[r * width + k]!
      })
      const gradient = gradientOf(sums, seen.length, width, labels)
      seen.forEach((row, c) => {
        for (let k = 0; k < width; k++) {
          const g = weight * gradient[c * width + k]!
          if (Math.abs(g) < 1e-4) continue
          for (const r of row) {
            const at = r * width + k
            const pulled = g - decay * values[at]!
            squares[at]! += pulled * pulled
            values[at]! += (rate * pulled) / Math.sqrt(squares[at]!)
          }
        }
      })
    }
    if (epoch < epochs / 2) continue
    averaged++
    for (let k = 0; k < mean.length; k++) mean[k]! += values[k]!
  }
  for (let k = 0; k < mean.length; k++) mean[k]! /= averaged
  return mean
}

/** Of each clause and class: its share among what is right, less its share among all. */
function gradientOf(
  sums: Float64Array,
  count: number,
  width: number,
  labels: readonly number[],
): Float64Array {
  let most = 0
  for (const x of sums) if (x > most) most = x
  const shares = sums.map((x) => Math.exp(x - most))
  const all = shares.reduce((a, b) => a + b, Math.exp(-most))
  const out = shares.map((x) => -x / all)
  for (const label of labels) {
    let own = 0
    for (let c = 0; c < count; c++) own += shares[c * width + label - 1]!
    if (own <= 0) continue
    for (let c = 0; c < count; c++) {
      const at = c * width + label - 1
      out[at]! += shares[at]! / own / labels.length
    }
  }
  return out
}
