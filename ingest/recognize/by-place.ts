import type { Span } from '../../model/article.ts'

/** Spans by where they stand: those over a stretch are found without a look at all the others. */
export class ByPlace<T extends Span> {
  readonly #spans: readonly T[]
  /** The furthest end of each and of all before it. */
  readonly #furthest: Float64Array

  constructor(spans: readonly T[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start)
    this.#furthest = new Float64Array(spans.length)
    let furthest = 0
    this.#spans.forEach(({ end }, i) => {
      furthest = Math.max(furthest, end)
      this.#furthest[i] = furthest
    })
  }

  /** Those that share a character with the stretch, the last first. */
  over({ start, end }: Span): T[] {
    const out: T[] = []
    for (let i = this.#before(end) - 1; i >= 0 && this.#furthest[i]! > start; i--)
      if (this.#spans[i]!.end > start) out.push(this.#spans[i]!)
    return out
  }

  /** How many begin before a place. */
  #before(at: number): number {
    let [low, high] = [0, this.#spans.length]
    while (low < high) {
      const mid = (low + high) >> 1
      if (this.#spans[mid]!.start < at) low = mid + 1
      else high = mid
    }
    return low
  }
}
