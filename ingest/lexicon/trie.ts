/** Fronts of words as states: 0 is the empty front. */
export interface Trie {
  /** Number of states. */
  count: number
  /** A bit for each code unit that a word begins with. */
  begins: Uint8Array
  /** The state of the front of one character; 0 where no word begins with it. */
  first(unit: number): number
  /** The state behind one by a code unit; 0 where no word goes on so. */
  next(state: number, unit: number): number
  /** By state the index of its word in `words`; -1 where it is only a front. */
  words: Int32Array
  /** By state its length. */
  depths: Uint16Array
  /** Behind state s are the states from `steps[s]` to before `steps[s + 1]`, by the code units `units` that lead to them. */
  steps: Int32Array
  units: Uint16Array
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
  const [steps, behind] = [from.slice(0, count + 1), units.slice(0, count)]
  const firstsEnd = from[1]!
  const known = pairsOf(steps, behind, firstsEnd)
  const search = (state: number, unit: number): number => {
    const end = steps[state + 1]!
    let [at, to] = [steps[state]!, end]
    while (at < to) {
      const middle = (at + to) >>> 1
      if (behind[middle]! < unit) at = middle + 1
      else to = middle
    }
    return at < end && behind[at] === unit ? at : 0
  }
  const begins = new Uint8Array(0x10000 >> 3)
  for (let state = 1; state < firstsEnd; state++) begins[behind[state]! >> 3]! |= 1 << (behind[state]! & 7)
  const firsts = count > MANY ? firstsOf(behind, firstsEnd) : null
  return {
    count,
    words: ends.slice(0, count),
    depths: depths.slice(0, count),
    steps,
    units: behind,
    begins,
    first: (unit) => {
      if (firsts !== null) return firsts[unit] ?? 0
      return unit < 0x10000 && (begins[unit >> 3]! & (1 << (unit & 7))) !== 0 ? search(0, unit) : 0
    },
    next: (state, unit) => (state < firstsEnd && !known(state, unit) ? 0 : search(state, unit)),
  }
}

/** With more states than this a table of first characters pays. */
const MANY = 2048

/** The states of first characters. */
function firstsOf(units: Uint16Array, end: number): Int32Array {
  const firsts = new Int32Array(0x10000)
  for (let state = 1; state < end; state++) firsts[units[state]!] = state
  return firsts
}

/** Whether a character may follow a first one: sure where it says no. */
function pairsOf(steps: Int32Array, units: Uint16Array, firstsEnd: number) {
  const pairs = steps[firstsEnd]! - firstsEnd
  let size = 256
  while (size < 8 * pairs) size *= 2
  const bits = new Uint32Array(size >> 5)
  const mask = size - 1
  const bitOf = (state: number, unit: number) =>
    ((Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 9) & mask
  for (let state = 1; state < firstsEnd; state++)
    for (let next = steps[state]!; next < steps[state + 1]!; next++) {
      const bit = bitOf(state, units[next]!)
      bits[bit >>> 5]! |= 1 << (bit & 31)
    }
  return (state: number, unit: number): boolean => {
    const bit = bitOf(state, unit)
    return (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0
  }
}
