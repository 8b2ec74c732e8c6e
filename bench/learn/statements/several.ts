/** Learns a classifier of classes that do not exclude each other: a logistic regression each over shared features, by AdaGrad. */
import { shareOf } from '../../../ingest/learned/odds.ts'
import { type LearnedRows, learnedBy, oftenOf, type RunOptions, rowsOf } from '../adagrad.ts'

export interface Several {
  features: Int32Array
  /** Bits of the classes that are asked, and of those that are right. */
  asked: number
  right: number
  weight: number
}

export function several(examples: readonly Several[], width: number, options: RunOptions): LearnedRows {
  const often = oftenOf(
    examples.map(({ features }) => features),
    options.least,
  )
  const rows = examples.map(({ features }) => rowsOf(often, features))
  const seen = new Int32Array(1024)
  return learnedBy(often, options, {
    count: examples.length,
    width,
    seed: 211,
    short: true,
    step(weighing, i, random) {
      const { asked, right, weight } = examples[i]!
      let count = 0
      for (const row of rows[i]!) if (count < 1024 && random() >= options.drop) seen[count++] = row * width
      for (let c = 0; c < width; c++) {
        if (((asked >> c) & 1) === 0) continue
        let z = 0
        for (let k = 0; k < count; k++) z += weighing.values[seen[k]! + c]!
        const g = weight * (((right >> c) & 1) - shareOf(z))
        if (Math.abs(g) >= 2e-3) for (let k = 0; k < count; k++) weighing.move(seen[k]! + c, g)
      }
    },
  })
}
