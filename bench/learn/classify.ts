/** Learns a classifier: multinomial logistic regression by AdaGrad, several orders averaged. */
import { Classifier, softmax } from '../../ingest/learned/classifier.ts'
import type { AddWeights } from '../../ingest/learned/table.ts'
import { randomOf, shuffle } from './options.ts'

export interface Example {
  features: Int32Array
  /** 0: none, k: class k. */
  label: number
  /** What it counts; 1 unless given. */
  weight?: number
}

export interface ClassifyOptions {
  epochs: number
  rate: number
  /** Pulls a weight towards zero each time that it is touched. */
  decay: number
  /** A feature in fewer examples is left out. */
  least: number
  /** Share of the features that a step does not see. */
  drop: number
  /** Orders that are learned from and averaged. */
  runs: number
}

export const CLASSIFY: ClassifyOptions = { epochs: 8, rate: 0.1, decay: 0.003, least: 3, drop: 0.3, runs: 3 }

export interface LearnedClassifier extends Classifier {
  index: ReadonlyMap<number, number>
  /** Rows of classes.length numbers. */
  values: Float64Array
}

export function classify(
  examples: readonly Example[],
  classes: readonly string[],
  options: ClassifyOptions = CLASSIFY,
): LearnedClassifier {
  const width = classes.length
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
  return Object.assign(new Classifier(classes, add), { index, values: sum })
}

function indexOf(examples: readonly Example[], least: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { features } of examples)
    for (const f of new Set(features)) counts.set(f, (counts.get(f) ?? 0) + 1)
  const index = new Map<number, number>()
  for (const [f, n] of counts) if (n >= least) index.set(f, index.size)
  return index
}

/** One run: the mean of the weights over the later half of its epochs. */
function once(
  examples: readonly Example[],
  rows: readonly Int32Array[],
  size: number,
  width: number,
  { epochs, rate, decay, drop }: ClassifyOptions,
  run: number,
): Float64Array {
  const values = new Float64Array(size * width)
  const squares = new Float64Array(values.length).fill(1e-2)
  const mean = new Float64Array(values.length)
  const random = randomOf(101 + run)
  const order = examples.map((_, i) => i)
  const sums = new Float64Array(width)
  const shares = new Float64Array(width + 1)
  let averaged = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of shuffle(order, random)) {
      const { label, weight = 1 } = examples[i]!
      const seen = rows[i]!.filter(() => random() >= drop)
      sums.fill(0)
      for (const row of seen) for (let c = 0; c < width; c++) sums[c]! += values[row * width + c]!
      softmax(sums, shares)
      for (let c = 0; c < width; c++) {
        const g = weight * ((label === c + 1 ? 1 : 0) - shares[c + 1]!)
        if (Math.abs(g) < 1e-4) continue
        for (const row of seen) {
          const k = row * width + c
          const pulled = g - decay * values[k]!
          squares[k]! += pulled * pulled
          values[k]! += (rate * pulled) / Math.sqrt(squares[k]!)
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
