/** Exact substring search over many short strings at once: one long string, so that the engine's own search does the work. */

/** Where a needle lies in its string: 0 all of it, 1 at its beginning, 2 inside. */
export type Place = 0 | 1 | 2

export class Haystack {
  readonly #text: string
  /** Start of each string in the text, and whose string it is. */
  readonly #starts: Uint32Array
  readonly #owners: Uint32Array
  readonly #nths: Uint32Array

  /** @param strings for each owner its strings, without newlines; empty ones are never found */
  constructor(strings: readonly (readonly string[])[]) {
    const parts: string[] = []
    const starts: number[] = []
    const owners: number[] = []
    const nths: number[] = []
    let at = 1
    strings.forEach((own, owner) => {
      own.forEach((string, nth) => {
        if (string === '') return
        parts.push(string)
        starts.push(at)
        owners.push(owner)
        nths.push(nth)
        at += string.length + 1
      })
    })
    this.#text = `\n${parts.join('\n')}\n`
    this.#starts = Uint32Array.from(starts)
    this.#owners = Uint32Array.from(owners)
    this.#nths = Uint32Array.from(nths)
  }

  /** Calls back once for each string that holds the needle, with the best place in it. */
  each(needle: string, found: (owner: number, nth: number, place: Place) => void): void {
    if (needle === '' || needle.includes('\n')) return
    const text = this.#text
    let string = 0
    for (let at = text.indexOf(needle); at >= 0; ) {
      string = this.#stringAt(at, string)
      const start = this.#starts[string]!
      const end = this.#endOf(string)
      const place = at > start ? 2 : needle.length === end - start ? 0 : 1
      found(this.#owners[string]!, this.#nths[string]!, place)
      at = text.indexOf(needle, end)
    }
  }

  #endOf(string: number): number {
    return (this.#starts[string + 1] ?? this.#text.length) - 1
  }

  /** The last string that starts at or before this place, looked for from a known one on. */
  #stringAt(at: number, from: number): number {
    const starts = this.#starts
    // common needles lie close together: look ahead in growing strides before halving
    let low = from
    let stride = 1
    while (low + stride < starts.length && starts[low + stride]! <= at) {
      low += stride
      stride *= 2
    }
    let high = Math.min(low + stride, starts.length) - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    return low
  }
}
