import { trieOf } from './trie.ts'

/** Aho-Corasick over a set of words: every occurrence in one pass, by UTF-16 code units. */
export interface Matcher {
  /** Calls back for each occurrence, ends ascending, longest first. */
  scan(text: string, found: (start: number, end: number) => void): void
}

export function matcherOf(words: Iterable<string>): Matcher {
  const {
    count,
    words: wordAt,
    depths,
    steps,
    begins,
    units,
    first,
    next,
  } = trieOf([...new Set(words)].filter((word) => word !== '').sort())
  const fail = new Int32Array(count)
  // where the words that end at a state begin to be listed: at its own, else at the nearest shorter one's
  const out = new Int32Array(count)
  const shorter = new Int32Array(count)
  const hop = (state: number, unit: number) => (state === 0 ? first(unit) : next(state, unit))
  // shorter fronts have lower states: what a state falls back to is known before it
  for (let parent = 0; parent < count; parent++)
    for (let state = steps[parent]!; state < steps[parent + 1]!; state++) {
      if (parent > 0) {
        const unit = units[state]!
        let back = fail[parent]!
        let to = hop(back, unit)
        while (to === 0 && back > 0) {
          back = fail[back]!
          to = hop(back, unit)
        }
        fail[state] = to
      }
      shorter[state] = out[fail[state]!]!
      out[state] = wordAt[state]! >= 0 ? state : shorter[state]!
    }
  return {
    scan(text, found) {
      let at = 0
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        // most characters begin nothing
        if (at === 0 && (begins[unit >> 3]! & (1 << (unit & 7))) === 0) continue
        let to = at === 0 ? first(unit) : next(at, unit)
        while (to === 0 && at > 0) {
          at = fail[at]!
          to = at === 0 ? first(unit) : next(at, unit)
        }
        at = to
        for (let state = out[at]!; state > 0; state = shorter[state]!) found(i + 1 - depths[state]!, i + 1)
      }
    },
  }
}
