/** Learns a classifier of classes that do not exclude each other: a logistic regression each over shared features, by AdaGrad. */
import type { AddWeights } from '../../ingest/learned/table.ts'
import { randomOf, shuffle } from './options.ts'

export interface Several {
  features: Int32Array
  /** Bits of the classes that are asked, and of those that are right. */
  asked: number
  right: number
  weight: number
}

export interface SeveralOptions {
  epochs: number
  rate: number
  decay: number
  /** A feature in fewer examples is left out. */
  least: number
  /** Share of the features that a step does not see. */
  drop: number
  runs: number
}

export interface LearnedSeveral {
  index: ReadonlyMap<number, number>
  /** Rows of `width` numbers. */
  values: Float64Array
  add: AddWeights
}

export function several(
  examples: readonly Several[],
  width: number,
  options: SeveralOptions,
): LearnedSeveral {
  const index = indexOf(examples, options.least)
  const rows = examples.map(({ features }) =>
    Int32Array.from(features, (f) => index.get(f) ?? -1).filter((r) => r >= 0),
  )
  const sum = new Float64Array(index.size * width)
  for (let run = 0; run < options.runs; run++) {
    const values = once(examples, rows, index.size, width, options, run)
    for (let k = 0; k < sum.length; k++) sum[k]! += values[k]! / options.runs
  }
  const add: AddWeights = (features, from, to, into, at) => {
    for (let i = from; i < to; i++) {
      const row = index.get(features[i]!)
      if (row !== undefined) for (let c = 0; c < width; c++) into[at + c]! += sum[row * width + c]!
    }
  }
  return { index, values: sum, add }
}

function indexOf(examples: readonly Several[], least: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1)
  const index = new Map<number, number>()
  for (const [f, n] of counts) if (n >= least) index.set(f, index.size)
  return index
}

function once(
  examples: readonly Several[],
  rows: readonly Int32Array[],
  size: number,
  width: number,
  { epochs, rate, decay, drop }: SeveralOptions,
  run: number,
): Float64Array {
  const values = new Float64Array(size * width)
  const squares = new Float32Array(values.length).fill(1e-2)
  const mean = new Float64Array(values.length)
  const random = randomOf(211 + run)
  const order = examples.map((_, i) => i)
  const seen = new Int32Array(1024)
  let averaged = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of shuffle(order, random)) {
      const { asked, right, weight } = examples[i]!
      let count = 0
      for (const row of rows[i]!) if (count < 1024 && random() >= drop) seen[count++] = row * width
      for (let c = 0; c < width; c++) {
        if (((asked >> c) & 1) === 0) continue
        let z = 0
        for (let k = 0; k < count; k++) z += values[seen[k]! + c]!
        const g = weight * (((right >> c) & 1) - 1 / (1 + Math.exp(-z)))
        if (Math.abs(g) < 2e-3) continue
        for (let k = 0; k < count; k++) {
          const at = seen[k]! + c
          const pulled = g - decay * values[at]!
          squares[at]! += pulled * pulled
          values[at]! += (rate * pulled) / Math.sqrt(squares[at]!)
        }
      }
    }
    if (epoch < epochs / 2) continue
    averaged++
    for (let k = 0; k < mean.length; k++) mean[k]! += values[k]!
  }
  for (let k = 0; k < mean.length; k++) mean[k]! /= averaged
  return mean
}
