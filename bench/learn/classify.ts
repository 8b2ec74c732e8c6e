/** Learns a classifier: multinomial logistic regression by AdaGrad, several orders averaged. */
import { Classifier, softmax } from '../../ingest/learned/classifier.ts'
import type { LearnedTable } from '../../ingest/learned/table.ts'
import { learnedBy, oftenOf, type RunOptions, rowsOf } from './adagrad.ts'

export interface Example {
  features: Int32Array
  /** 0: none, k: class k. */
  label: number
  /** What it counts; 1 unless given. */
  weight?: number
}

export const CLASSIFY: RunOptions = { epochs: 8, rate: 0.1, decay: 0.003, least: 3, drop: 0.3, runs: 3 }

/** Its rows have classes.length numbers. */
export interface LearnedClassifier extends Classifier, LearnedTable {}

export function classify(
  examples: readonly Example[],
  classes: readonly string[],
  options: RunOptions = CLASSIFY,
): LearnedClassifier {
  const width = classes.length
  const often = oftenOf(
    examples.map(({ features }) => new Set(features)),
    options.least,
  )
  const rows = examples.map(({ features }) => rowsOf(often, features))
  const sums = new Float64Array(width)
  const shares = new Float64Array(width + 1)
  const { add, index, values, times } = learnedBy(often, options, {
    count: examples.length,
    width,
    seed: 101,
    step(weighing, i, random) {
      const { label, weight = 1 } = examples[i]!
      const seen = rows[i]!.filter(() => random() >= options.drop)
      sums.fill(0)
      for (const row of seen) for (let c = 0; c < width; c++) sums[c]! += weighing.values[row * width + c]!
      softmax(sums, shares)
      for (let c = 0; c < width; c++) {
        const g = weight * ((label === c + 1 ? 1 : 0) - shares[c + 1]!)
        if (Math.abs(g) >= 1e-4) for (const row of seen) weighing.move(row * width + c, g)
      }
    },
  })
  return Object.assign(new Classifier(classes, add), { index, values, times })
}
