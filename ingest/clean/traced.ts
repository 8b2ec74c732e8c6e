/** Text that remembers where each of its UTF-16 units stood in the source, whatever is cut out of it or put into it. */
import type { Span } from '../../model/article.ts'

export class Traced {
  readonly text: string
  /** For each unit its offset in the source, -1 where it stands in none; null while nothing has moved. */
  readonly #from: Int32Array | null

  private constructor(text: string, from: Int32Array | null) {
    this.text = text
    this.#from = from
  }

  static of(text: string): Traced {
    return new Traced(text, null)
  }

  /** Text that stands nowhere in the source. */
  static added(text: string): Traced {
    return new Traced(text, new Int32Array(text.length).fill(-1))
  }

  /** Another text of the same length, unit for unit; a text of another length is laid out line by line. */
  recoded(text: string): Traced {
    if (text === this.text) return this
    if (text.length === this.text.length) return new Traced(text, this.#from)
    const from = new Int32Array(text.length)
    const [old, now] = [this.text.split('\n'), text.split('\n')]
    if (old.length !== now.length) throw new Error('recoding changed the lines')
    let [a, b] = [0, 0]
    for (const [i, line] of now.entries()) {
      const before = old[i]!
      const shared = commonStart(before, line)
      const tail = commonEnd(before, line, shared)
      for (let j = 0; j < line.length; j++) {
        const there =
          j < shared
            ? j
            : j >= line.length - tail
              ? before.length - line.length + j
              : Math.min(j, before.length - 1)
        from[b + j] = this.sourceOf(a + Math.max(0, there))
      }
      a += before.length + 1
      b += line.length + 1
      if (b <= text.length) from[b - 1] = this.sourceOf(a - 1)
    }
    return new Traced(text, from)
  }

  /** As String.replace with a global pattern; what is put in stands where the match stood. */
  replace(pattern: RegExp, by: string | ((match: RegExpExecArray) => string)): Traced {
    pattern.lastIndex = 0
    const pieces: string[] = []
    const spans: { from: number; length: number; kept: boolean }[] = []
    let at = 0
    for (let m = pattern.exec(this.text); m; m = pattern.exec(this.text)) {
      const put = typeof by === 'string' ? by : by(m)
      if (m[0] === '') pattern.lastIndex++
      if (put === m[0]) continue
      pieces.push(this.text.slice(at, m.index), put)
      spans.push(
        { from: at, length: m.index - at, kept: true },
        { from: m.index, length: put.length, kept: put.length === m[0].length },
      )
      at = m.index + m[0].length
    }
    if (pieces.length === 0) return this
    pieces.push(this.text.slice(at))
    spans.push({ from: at, length: this.text.length - at, kept: true })
    const text = pieces.join('')
    const from = new Int32Array(text.length)
    let to = 0
    for (const span of spans)
      for (let i = 0; i < span.length; i++) from[to++] = this.sourceOf(span.kept ? span.from + i : span.from)
    return new Traced(text, from)
  }

  slice(start: number, end = this.text.length): Traced {
    if (start <= 0 && end >= this.text.length) return this
    const from = Int32Array.from({ length: Math.max(0, end - start) }, (_, i) => this.sourceOf(start + i))
    return new Traced(this.text.slice(start, end), from)
  }

  before(rest: Traced): Traced {
    const from = new Int32Array(this.text.length + rest.text.length)
    for (let i = 0; i < from.length; i++)
      from[i] = i < this.text.length ? this.sourceOf(i) : rest.sourceOf(i - this.text.length)
    return new Traced(this.text + rest.text, from)
  }

  sourceOf(offset: number): number {
    return this.#from === null ? offset : (this.#from[offset] ?? -1)
  }

  /** Pairs of (offset here, offset in the source) from which on both run on side by side; empty where they always do. */
  runs(): number[] {
    const from = this.#from
    if (from === null) return []
    const runs: number[] = []
    let next = 0
    for (let i = 0; i < from.length; i++) {
      if (from[i] !== next) runs.push(i, from[i]!)
      next = from[i]! < 0 ? -1 : from[i]! + 1
    }
    return runs
  }
}

function commonStart(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i
}
function commonEnd(a: string, b: string, start: number): number {
  let i = 0
  while (i < Math.min(a.length, b.length) - start && a[a.length - 1 - i] === b[b.length - 1 - i]) i++
  return i
}

/** Where a span of the cleaned text stood in the source, with what was cut out within it and right after it; null where it is in none. @param runs as `Article.origin` has them */
export function sourceSpan(runs: readonly number[] | undefined, { start, end }: Span): Span | null {
  const at = (offset: number): number => {
    if (!runs || runs.length === 0 || offset < runs[0]!) return offset
    let [low, high] = [0, runs.length / 2 - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (runs[2 * middle]! <= offset) low = middle
      else high = middle - 1
    }
    const source = runs[2 * low + 1]!
    return source < 0 ? -1 : source + offset - runs[2 * low]!
  }
  let [first, last] = [start, end - 1]
  while (first < end && at(first) < 0) first++
  while (last >= first && at(last) < 0) last--
  if (first > last) return null
  // &rdquo; became one character: the source goes on where the next one stands
  const next = last === end - 1 ? at(end) : -1
  return { start: at(first), end: Math.max(at(last) + 1, next) }
}
