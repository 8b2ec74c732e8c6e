/** Aho-Corasick over a set of words: every occurrence in one pass, by UTF-16 code units. */
export interface Matcher {
  /** Calls back for each occurrence, ends ascending, longest first. */
  scan(text: string, found: (start: number, end: number) => void): void
}

interface Trie {
  /** Transitions by code unit, one map a state. */
  next: Map<number, number>[]
  /** Lengths of the words that end at a state. */
  lengths: number[][]
}

const NONE: readonly number[] = []

export function matcherOf(words: Iterable<string>): Matcher {
  const { next, lengths } = trieOf(words)
  const fail = new Int32Array(next.length)
  // most characters of a text leave the root nowhere: one look into a table tells
  const root = new Int32Array(0x10000)
  for (const [unit, to] of next[0]!) root[unit] = to
  const queue = [...next[0]!.values()]
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!
    for (const [unit, to] of next[state]!) {
      let back = fail[state]!
      while (back > 0 && !next[back]!.has(unit)) back = fail[back]!
      fail[to] = back > 0 ? next[back]!.get(unit)! : root[unit]!
      lengths[to] = [...lengths[to]!, ...lengths[fail[to]!]!]
      queue.push(to)
    }
  }
  return {
    scan(text, found) {
      let at = 0
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        let to = 0
        while (at > 0) {
          to = next[at]!.get(unit) ?? 0
          if (to > 0) break
          at = fail[at]!
        }
        at = to > 0 ? to : root[unit]!
        if (at === 0) continue
        for (const length of lengths[at] ?? NONE) found(i + 1 - length, i + 1)
      }
    },
  }
}

function trieOf(words: Iterable<string>): Trie {
  const next: Map<number, number>[] = [new Map()]
  const lengths: number[][] = [[]]
  for (const word of new Set(words)) {
    let at = 0
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      let to = next[at]!.get(unit)
      if (to === undefined) {
        to = next.push(new Map()) - 1
        lengths.push([])
        next[at]!.set(unit, to)
      }
      at = to
    }
    if (at > 0) lengths[at]!.push(word.length)
  }
  return { next, lengths }
}
