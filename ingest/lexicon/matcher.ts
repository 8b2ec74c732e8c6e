/** Aho-Corasick over a set of words: every occurrence in one pass, by UTF-16 code units. */
export interface Matcher {
  /** Calls back for each occurrence, ends ascending, longest first. */
  scan(text: string, found: (start: number, end: number) => void): void
}

/** With more states than this a table of first characters pays. */
const MANY = 2048

export function matcherOf(words: Iterable<string>): Matcher {
  const trie = trieOf([...words])
  const { count, parents, units, ends, hop } = trie
  const fail = new Int32Array(count)
  // where the words that end at a state begin to be listed: at its own, else at the nearest shorter one's
  const out = new Int32Array(count)
  const shorter = new Int32Array(count)
  for (const state of byDepth(trie)) {
    const parent = parents[state]!
    if (parent > 0) {
      let back = fail[parent]!
      let to = hop(back, units[state]!)
      while (to === 0 && back > 0) {
        back = fail[back]!
        to = hop(back, units[state]!)
      }
      fail[state] = to
    }
    shorter[state] = out[fail[state]!]!
    out[state] = ends[state]! > 0 ? state : shorter[state]!
  }
  const firsts = count > MANY ? new Int32Array(0x10000) : null
  if (firsts)
    for (let state = 1; state < count; state++) if (parents[state] === 0) firsts[units[state]!] = state
  return {
    scan(text, found) {
      let at = 0
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        let to = at > 0 || !firsts ? hop(at, unit) : firsts[unit]!
        while (to === 0 && at > 0) {
          at = fail[at]!
          to = at > 0 || !firsts ? hop(at, unit) : firsts[unit]!
        }
        at = to
        for (let state = out[at]!; state > 0; state = shorter[state]!) found(i + 1 - ends[state]!, i + 1)
      }
    },
  }
}

interface Trie {
  /** Number of states; the first is the empty front. */
  count: number
  /** By state: the one before it, the code unit that leads to it, its length, and that of the word that ends there or 0. */
  parents: Int32Array
  units: Int32Array
  depths: Int32Array
  ends: Int32Array
  /** The state behind one by a code unit; 0 where there is none. */
  hop(state: number, unit: number): number
}

/** Transitions lie in one open hash table: most characters lead nowhere, and the first look tells. */
function trieOf(words: readonly string[]): Trie {
  const most = words.reduce((length, word) => length + word.length, 1)
  let size = 64
  while (size < most * 4) size *= 2
  const table = new Int32Array(size)
  const mask = size - 1
  const [parents, units, depths, ends] = [0, 1, 2, 3].map(() => new Int32Array(most)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  let count = 1
  for (const word of words) {
    let state = 0
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      let at = slotOf(state, unit) & mask
      let to = table[at]!
      while (to !== 0 && (units[to] !== unit || parents[to] !== state)) {
        at = (at + 1) & mask
        to = table[at]!
      }
      if (to === 0) {
        to = count++
        table[at] = to
        parents[to] = state
        units[to] = unit
        depths[to] = i + 1
      }
      state = to
    }
    if (state > 0) ends[state] = word.length
  }
  const hop = (state: number, unit: number): number => {
    let at = slotOf(state, unit) & mask
    for (;;) {
      const to = table[at]!
      if (to === 0 || (units[to] === unit && parents[to] === state)) return to
      at = (at + 1) & mask
    }
  }
  return { count, parents, units, depths, ends, hop }
}

const slotOf = (state: number, unit: number): number =>
  (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7

/** All states but the first, those of shorter fronts of words first. */
function byDepth({ count, depths }: Trie): Int32Array {
  const from: number[] = [0, 0]
  for (let state = 1; state < count; state++) from[depths[state]! + 1] = (from[depths[state]! + 1] ?? 0) + 1
  for (let depth = 1; depth < from.length; depth++) from[depth]! += from[depth - 1]!
  const order = new Int32Array(count - 1)
  for (let state = 1; state < count; state++) order[from[depths[state]!]!++] = state
  return order
}
