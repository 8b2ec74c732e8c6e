/** What every learner of statements shares: an index of features, AdaGrad, and runs in several orders that are averaged. */
import type { AddWeights, LearnedTable, Lookup } from '../../ingest/learned/table.ts'
import { type Often, oftenIn } from './often.ts'
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

export interface LearnedRows extends Lookup, LearnedTable {}

/** The features that so many examples have at least. @param examples features of each, as often as they count */
export const oftenOf = (examples: readonly Iterable<number>[], least: number): Often =>
  oftenIn(least, (take) => {
    for (const features of examples) for (const f of features) take(f)
  })

/** The rows of features; those that have none are left out. */
export const rowsOf = ({ index }: Often, features: Int32Array): Int32Array =>
  Int32Array.from(features, (f) => index.get(f) ?? -1).filter((r) => r >= 0)

/** Weights under way, and the mean of what they were at some times. */
export class Weighing {
  readonly values: Float64Array
  readonly #squares: Float32Array | Float64Array
  readonly #sum: Float64Array
  #times = 0
  readonly #rate: number
  readonly #decay: number

  /** @param squares as many numbers as there are weights */
  constructor(
    first: Float64Array,
    { rate, decay }: Pick<RunOptions, 'rate' | 'decay'>,
    squares: Float32Array | Float64Array = new Float64Array(first.length),
  ) {
    this.values = first.slice()
    this.#sum = new Float64Array(first.length)
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

  /** The weights as they are now count for the mean. */
  remember(): void {
    this.#times++
    for (let k = 0; k < this.#sum.length; k++) this.#sum[k]! += this.values[k]!
  }

  mean(): Float64Array {
    return this.#sum.map((x) => x / this.#times)
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
  { index, times }: Often,
  options: RunOptions,
  { count, width, seed, first, short, step }: Lessons,
): LearnedRows {
  const size = index.size * width
  const values = new Float64Array(size)
  for (let run = 0; run < options.runs; run++) {
    const squares = short ? new Float32Array(size) : new Float64Array(size)
    const weighing = new Weighing(first ?? new Float64Array(size), options, squares)
    const random = randomOf(seed + run)
    const order = Array.from({ length: count }, (_, i) => i)
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      for (const i of shuffle(order, random)) step(weighing, i, random)
      if (epoch >= options.epochs / 2) weighing.remember()
    }
    const mean = weighing.mean()
    for (let k = 0; k < size; k++) values[k]! += mean[k]! / options.runs
  }
  const add: AddWeights = (features, from, to, into, at) => {
    for (let i = from; i < to; i++) {
      const row = index.get(features[i]!)
      if (row !== undefined) for (let c = 0; c < width; c++) into[at + c]! += values[row * width + c]!
    }
  }
  return {
    index,
    times,
    values,
    add,
    weightOf(feature, column) {
      const row = index.get(feature)
      return row === undefined ? 0 : values[row * width + column]!
    },
  }
}
