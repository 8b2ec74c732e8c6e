import type { Span } from '../model/article.ts'

/** Characters of a stretch that spans are looked up by. */
const STRETCH = 64

/** Spans that stand, one for each start and end; found by what they overlap, in time that does not grow with the text. */
export class SpanIndex<T extends Span> {
  readonly #all = new Map<string, T>()
  readonly #byStretch = new Map<number, Set<string>>()

  constructor(items: Iterable<T> = []) {
    for (const item of items) this.put(item)
  }

  /** In place of the one at the same start and end, where there is one. */
  put(item: T): void {
    const key = keyOf(item)
    this.#all.set(key, item)
    for (const stretch of stretchesOf(item)) {
      const row = this.#byStretch.get(stretch)
      if (row) row.add(key)
      else this.#byStretch.set(stretch, new Set([key]))
    }
  }
  at(span: Span): T | undefined {
    return this.#all.get(keyOf(span))
  }
  over(span: Span): T[] {
    const keys = new Set(stretchesOf(span).flatMap((stretch) => [...(this.#byStretch.get(stretch) ?? [])]))
    return [...keys]
      .map((key) => this.#all.get(key)!)
      .filter((item) => item.start < span.end && span.start < item.end)
  }
  all(): T[] {
    return [...this.#all.values()]
  }
}

const keyOf = ({ start, end }: Span) => `${start} ${end}`

function stretchesOf({ start, end }: Span): number[] {
  const first = Math.floor(start / STRETCH)
  return Array.from({ length: Math.floor((end - 1) / STRETCH) - first + 1 }, (_, i) => first + i)
}
