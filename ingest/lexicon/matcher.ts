/** Aho-Corasick over a set of words: every occurrence in one pass, by UTF-16 code units. */
export interface Matcher {
  /** Calls back for each occurrence, ends ascending, longest first. */
  scan(text: string, found: (start: number, end: number) => void): void
}

export function matcherOf(words: Iterable<string>): Matcher {
  const { parents, units, ends } = trieOf(words)
  const count = parents.length
  const hops = hopsOf(parents, units)
  const fail = new Int32Array(count)
  // where the words that end at a state begin to be listed: at its own, else at the nearest shorter one's
  const out = new Int32Array(count)
  const shorter = new Int32Array(count)
  for (const state of byDepth(parents)) {
    const parent = parents[state]!
    if (parent > 0) {
      let back = fail[parent]!
      let to = hops.from(back, units[state]!)
      while (to === 0 && back > 0) {
        back = fail[back]!
        to = hops.from(back, units[state]!)
      }
      fail[state] = to
    }
    shorter[state] = out[fail[state]!]!
    out[state] = ends[state]! > 0 ? state : shorter[state]!
  }
  return {
    scan(text, found) {
      let at = 0
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        let to = hops.from(at, unit)
        while (to === 0 && at > 0) {
          at = fail[at]!
          to = hops.from(at, unit)
        }
        at = to
        for (let state = out[at]!; state > 0; state = shorter[state]!) found(i + 1 - ends[state]!, i + 1)
      }
    },
  }
}

/** All states but the first, those of shorter fronts of words first. */
function byDepth(parents: readonly number[]): Int32Array {
  const depths = new Int32Array(parents.length)
  const from: number[] = [0, 0]
  for (let state = 1; state < parents.length; state++) {
    const depth = depths[parents[state]!]! + 1
    depths[state] = depth
    from[depth + 1] = (from[depth + 1] ?? 0) + 1
  }
  for (let depth = 1; depth < from.length; depth++) from[depth]! += from[depth - 1]!
  const order = new Int32Array(parents.length - 1)
  for (let state = 1; state < parents.length; state++) order[from[depths[state]!]!++] = state
  return order
}

/** Transitions in one open hash table: most characters lead nowhere, and the first look tells. */
function hopsOf(parents: readonly number[], units: readonly number[]) {
  let size = 64
  while (size < parents.length * 4) size *= 2
  const table = new Int32Array(size)
  const mask = size - 1
  const slot = (state: number, unit: number) =>
    (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7
  for (let state = 1; state < parents.length; state++) {
    let at = slot(parents[state]!, units[state]!) & mask
    while (table[at] !== 0) at = (at + 1) & mask
    table[at] = state
  }
  const parentOf = Int32Array.from(parents)
  const unitOf = Int32Array.from(units)
  return {
    /** The state behind `state` by a code unit; 0 where there is none. */
    from(state: number, unit: number): number {
      let at = slot(state, unit) & mask
      for (;;) {
        const to = table[at]!
        if (to === 0 || (unitOf[to] === unit && parentOf[to] === state)) return to
        at = (at + 1) & mask
      }
    },
  }
}

interface Trie {
  /** By state: the one before it, the code unit that leads to it, the length of the word that ends there or 0. */
  parents: number[]
  units: number[]
  ends: number[]
}

function trieOf(words: Iterable<string>): Trie {
  const trie: Trie = { parents: [0], units: [-1], ends: [0] }
  const next: (Map<number, number> | undefined)[] = [new Map()]
  for (const word of words) {
    let at = 0
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      next[at] ??= new Map()
      let to = next[at]!.get(unit)
      if (to === undefined) {
        to = trie.parents.push(at) - 1
        trie.units.push(unit)
        trie.ends.push(0)
        next[at]!.set(unit, to)
      }
      at = to
    }
    if (at > 0) trie.ends[at] = word.length
  }
  return trie
}
