/**
 * Sets and maps of words that are asked again and again about words which they do not hold: a bit by a word's length and
 * its first and last characters says so, mostly, without a look at any string.
 */
class Bits {
  readonly #bits: Uint8Array
  readonly #mask: number

  constructor(count: number) {
    let size = 1024
    while (size < 16 * count) size *= 2
    this.#bits = new Uint8Array(size >> 3)
    this.#mask = size - 1
  }

  set(word: string): void {
    const hash = hashOf(word) & this.#mask
    this.#bits[hash >> 3]! |= 1 << (hash & 7)
  }

  has(word: string): boolean {
    const hash = hashOf(word) & this.#mask
    return (this.#bits[hash >> 3]! & (1 << (hash & 7))) !== 0
  }
}

const hashOf = (word: string): number => {
  const { length } = word
  const hash =
    Math.imul(word.charCodeAt(0), 0x9e3779b1) ^
    Math.imul(word.charCodeAt(length - 1), 0x85ebca6b) ^
    (length << 20)
  return (hash ^ (hash >>> 15)) >>> 3
}

/** Whether a set holds a word. */
export interface WordSet {
  has(word: string): boolean
}

export function wordSet(words: Iterable<string>): WordSet & Iterable<string> {
  const known = new Set(words)
  const bits = new Bits(known.size)
  for (const word of known) bits.set(word)
  return { has: (word) => bits.has(word) && known.has(word), [Symbol.iterator]: () => known.values() }
}

/** What a map says of a word; undefined where it does not hold it. */
export function wordLookup<T>(known: ReadonlyMap<string, T>): (word: string) => T | undefined {
  const bits = new Bits(known.size)
  for (const word of known.keys()) bits.set(word)
  return (word) => (bits.has(word) ? known.get(word) : undefined)
}

/** Two characters as one number: what many words begin with is told without cutting strings. */
export const pairAt = (text: string, at: number): number =>
  (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
