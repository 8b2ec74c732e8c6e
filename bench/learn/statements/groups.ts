/**
 * Learns to choose among what an entity is seen in: one of its clauses says one of the classes, or none does. Which
 * clause it is, is not told: it is found while learning. By AdaGrad, several orders averaged.
 */
import { type LearnedRows, learnedBy, oftenOf, type RunOptions, rowsOf } from '../adagrad.ts'

export interface Group {
  /** Features of each clause. */
  seen: readonly Int32Array[]
  /** Classes (1, 2, …) that are right; empty: none. */
  labels: readonly number[]
  weight?: number
}

export function chooseIn(
  groups: readonly Group[],
  width: number,
  options: RunOptions,
  start: ReadonlyMap<number, readonly number[]> = new Map(),
): LearnedRows {
  const often = oftenOf(
    groups.map(({ seen }) => new Set(seen.flatMap((features) => [...features]))),
    options.least,
  )
  const rows = groups.map(({ seen }) => seen.map((features) => rowsOf(often, features)))
  const first = new Float64Array(often.index.size * width)
  for (const [feature, weights] of start) {
    const row = often.index.get(feature)
    if (row !== undefined) first.set(weights, row * width)
  }
  return learnedBy(often, options, {
    count: groups.length,
    width,
    seed: 101,
    first,
    step(weighing, i, random) {
      const { labels, weight = 1 } = groups[i]!
      const seen = rows[i]!.map((row) => row.filter(() => random() >= options.drop))
      const sums = new Float64Array(seen.length * width)
      seen.forEach((row, c) => {
        for (const r of row)
          for (let k = 0; k < width; k++) sums[c * width + k]! += weighing.values[r * width + k]!
      })
      const gradient = gradientOf(sums, seen.length, width, labels)
      seen.forEach((row, c) => {
        for (let k = 0; k < width; k++) {
          const g = weight * gradient[c * width + k]!
          if (Math.abs(g) >= 1e-4) for (const r of row) weighing.move(r * width + k, g)
        }
      })
    },
  })
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
