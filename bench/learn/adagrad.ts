/** What every learner of statements shares: an index of features, AdaGrad, and runs in several orders that are averaged. */
import type { AddWeights } from '../../ingest/learned/table.ts'
import { Often } from './often.ts'
import { randomOf, shuffle } from './options.ts'

export interface RunOptions {
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

export interface LearnedRows {
  index: ReadonlyMap<number, number>
  /** Rows of `width` numbers. */
  values: Float64Array
  add: AddWeights
}

/** Rows of the features that so many examples have at least. @param examples features of each, as often as they count */
export function indexOf(examples: readonly Iterable<number>[], least: number): Map<number, number> {
  const often = new Often(least)
  for (const features of examples) for (const f of features) often.glance(f)
  for (const features of examples) for (const f of features) often.count(f)
  return often.index()
}

/** The rows of features; those that have none are left out. */
export const rowsOf = (index: ReadonlyMap<number, number>, features: Int32Array): Int32Array =>
  Int32Array.from(features, (f) => index.get(f) ?? -1).filter((r) => r >= 0)

/** Weights under way. */
export class Weighing {
  readonly values: Float64Array
  readonly #squares: Float32Array | Float64Array
  readonly #rate: number
  readonly #decay: number

  constructor(first: Float64Array, { rate, decay }: RunOptions, squares: Float32Array | Float64Array) {
    this.values = first.slice()
    this.#squares = squares.fill(1e-2)
    this.#rate = rate
    this.#decay = decay
  }

  /** A step along the gradient at one weight. */
  move(at: number, gradient: number): void {
    const pulled = gradient - this.#decay * this.values[at]!
    this.#squares[at]! += pulled * pulled
    this.values[at]! += (this.#rate * pulled) / Math.sqrt(this.#squares[at]!)
  }
}

export interface Lessons {
  /** How many examples there are. */
  count: number
  /** Columns of a row. */
  width: number
  /** What the first run's random numbers begin with; the next run's with one more. */
  seed: number
  /** Weights to begin with; zero unless given. */
  first?: Float64Array
  /** Halves what the sums of squares take. */
  short?: boolean
  /** Learns from example `i`. */
  step: (weighing: Weighing, i: number, random: () => number) => void
}

/** Goes through the examples, each run and epoch in an order of its own: the mean over the later half of the epochs of all runs. */
export function learnedBy(
  index: ReadonlyMap<number, number>,
  options: RunOptions,
  { count, width, seed, first, short, step }: Lessons,
): LearnedRows {
  const size = index.size * width
  const values = new Float64Array(size)
  for (let run = 0; run < options.runs; run++) {
    const squares = short ? new Float32Array(size) : new Float64Array(size)
    const weighing = new Weighing(first ?? new Float64Array(size), options, squares)
    const mean = new Float64Array(size)
    const random = randomOf(seed + run)
    const order = Array.from({ length: count }, (_, i) => i)
    let averaged = 0
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      for (const i of shuffle(order, random)) step(weighing, i, random)
      if (epoch < options.epochs / 2) continue
      averaged++
      for (let k = 0; k < size; k++) mean[k]! += weighing.values[k]!
    }
    for (let k = 0; k < size; k++) values[k]! += mean[k]! / averaged / options.runs
  }
  const add: AddWeights = (features, from, to, into, at) => {
    for (let i = from; i < to; i++) {
      const row = index.get(features[i]!)
      if (row !== undefined) for (let c = 0; c < width; c++) into[at + c]! += values[row * width + c]!
    }
  }
  return { index, values, add }
}
