/** What the words of stretches weigh. */
import { FIRST, LAST, OUTSIDE, ROW, TYPE_COUNT, WITHIN } from './roles.ts'

/** Words of a name, and words outside, are summed from the left, so that a stretch costs one subtraction. */
export class WordRuns {
  #words: Int32Array | Float64Array = new Int32Array(0)
  // element 0 stays 0
  #within = new Float64Array(64 * TYPE_COUNT)
  #without = new Float64Array(64)

  /** @param words ROW numbers for each of n words */
  read(words: Int32Array | Float64Array, n: number): void {
    this.#words = words
    if (this.#without.length < n + 1) {
      this.#within = new Float64Array(2 * (n + 1) * TYPE_COUNT)
      this.#without = new Float64Array(2 * (n + 1))
    }
    const [within, without] = [this.#within, this.#without]
    for (let i = 0, from = 0; i < n; i++) {
      const row = i * ROW
      without[i + 1] = without[i]! + words[row + OUTSIDE]!
      for (let t = 0; t < TYPE_COUNT; t++, from++)
        within[from + TYPE_COUNT] = within[from]! + words[row + WITHIN + t]!
    }
  }

  /** Of words `first` to `last` as no names. */
  outside(first: number, last: number): number {
    return this.#without[last + 1]! - this.#without[first]!
  }

  /** Puts what they weigh as a name of each type into `score[at]` and on, and returns the most. */
  inside(first: number, last: number, score: Float64Array, at: number): number {
    const [words, within] = [this.#words, this.#within]
    const from = first * ROW + FIRST
    const to = last * ROW + LAST
    const before = first * TYPE_COUNT
    const behind = (last + 1) * TYPE_COUNT
    let best = Number.NEGATIVE_INFINITY
    for (let t = 0; t < TYPE_COUNT; t++) {
      const sum = words[from + t]! + words[to + t]! + within[behind + t]! - within[before + t]!
      score[at + t] = sum
      if (sum > best) best = sum
    }
    return best
  }
}
