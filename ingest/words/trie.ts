/** Fronts of words as states: 0 is the empty front. */
export interface Trie {
  /** Number of states. */
  count: number
  /** The state of the front of one character; 0 where no word begins with it. */
  first(unit: number): number
  /** The state behind one by a code unit; 0 where no word goes on so. */
  next(state: number, unit: number): number
  /** By state the index of its word in `words`; -1 where it is only a front. */
  words: Int32Array
}

/**
 * What follows a state lies side by side, in order of code units, so that few looks into memory find it; most pairs of
 * characters begin no word, which a bit by their hash tells.
 * @param words sorted by code units, each once
 */
export function trieOf(words: readonly string[]): Trie {
  const most = words.reduce((length, word) => length + word.length, 1)
  const [units, from] = [new Uint16Array(most), new Int32Array(most + 1)]
  const [low, high, depths] = [new Int32Array(most), new Int32Array(most), new Uint16Array(most)]
  const ends = new Int32Array(most).fill(-1)
  high[0] = words.length
  let count = 1
  for (let state = 0; state < count; state++) {
    from[state] = count
    const depth = depths[state]!
    let i = low[state]!
    if (state > 0 && words[i]!.length === depth) ends[state] = i++
    while (i < high[state]!) {
      const unit = words[i]!.charCodeAt(depth)
      low[count] = i
      while (i < high[state]! && words[i]!.charCodeAt(depth) === unit) i++
      high[count] = i
      depths[count] = depth + 1
      units[count++] = unit
    }
  }
  from[count] = count
  const firsts = new Int32Array(0x10000)
  for (let state = from[0]!; state < from[1]!; state++) firsts[units[state]!] = state
  const pairs = new Uint32Array(1 << 16)
  const bitOf = (state: number, unit: number) =>
    (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 11
  for (let state = from[0]!; state < from[1]!; state++)
    for (let next = from[state]!; next < from[state + 1]!; next++) {
      const bit = bitOf(state, units[next]!)
      pairs[bit >>> 5]! |= 1 << (bit & 31)
    }
  const [firstsEnd, steps, behind] = [from[1]!, from.slice(0, count + 1), units.slice(0, count)]
  return {
    count,
    words: ends.slice(0, count),
    first: (unit) => firsts[unit] ?? 0,
    next(state, unit) {
      if (state < firstsEnd) {
        const bit = bitOf(state, unit)
        if ((pairs[bit >>> 5]! & (1 << (bit & 31))) === 0) return 0
      }
      let [at, to] = [steps[state]!, steps[state + 1]!]
      while (at < to) {
        const middle = (at + to) >>> 1
        if (behind[middle]! < unit) at = middle + 1
        else to = middle
      }
      return at < steps[state + 1]! && behind[at] === unit ? at : 0
    },
  }
}
