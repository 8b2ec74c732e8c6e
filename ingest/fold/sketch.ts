/** What of a text is compared: its clauses, whatever stands between them and round them. */
import type { Article } from '../../model/article.ts'

/** Clauses of a cleaned text, without asides and marks. */
export interface Sketch {
  /** Hash and length of each clause, one after the other: [hash, length, hash, length …]. */
  clauses: number[]
  /** Characters in all clauses. */
  size: number
  /** For each clause, its numbers: a clause that differs in a number says another thing. */
  numbers: string[]
}

/** Shorter ones stand in any text. */
const SHORTEST = 5

export function sketchOf({ text, asides }: Pick<Article, 'text' | 'asides'>): Sketch {
  const sketch: Sketch = { clauses: [], size: 0, numbers: [] }
  let at = 0
  for (const { start, end } of [...asides, { start: text.length, end: text.length }]) {
    for (const clause of text.slice(at, start).split(/[\n,，。、;；:：!！?？…—“”‘’"'()（）《》【】]+/)) {
      const plain = clause.replace(/[^\p{L}\p{N}.]+/gu, '').toLowerCase()
      if (plain.length < SHORTEST) continue
      sketch.clauses.push(hashOf(plain), plain.length)
      sketch.size += plain.length
      sketch.numbers.push((plain.match(/\d+(?:\.\d+)?/g) ?? []).join(' '))
    }
    at = Math.max(at, end)
  }
  return sketch
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ (text.charCodeAt(i) & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (text.charCodeAt(i) >> 8), 0x01000193)
  }
  return hash >>> 0
}

/** How many of the smallest hashes stand for a text: two texts of which one holds the other share some of them. */
const ANCHORS = 32

export function anchorsOf({ clauses }: Sketch): number[] {
  const hashes = new Set<number>()
  for (let i = 0; i < clauses.length; i += 2) hashes.add(clauses[i]!)
  return [...hashes].sort((a, b) => a - b).slice(0, ANCHORS)
}

/** What of the shorter one must stand in the longer one, by characters. */
const SHARE = 0.8
/** A note of a few lines is no cut version of a page that also holds it. */
const LEAST = 0.3
/** Characters below which only the same text is the same article. */
const SMALL = 60

/** Whether a text is a printing of a longer one: cut, with another title, with a notice more, with a word changed here and there. */
export function isPrintingOf(short: Sketch, long: Sketch): boolean {
  if (short.size > long.size || short.size < LEAST * long.size) return false
  const there = new Set<number>()
  for (let i = 0; i < long.clauses.length; i += 2) there.add(long.clauses[i]!)
  let shared = 0
  const others: string[] = []
  for (let i = 0; i < short.clauses.length; i += 2) {
    if (there.has(short.clauses[i]!)) shared += short.clauses[i + 1]!
    else if (short.numbers[i / 2] !== '') others.push(short.numbers[i / 2]!)
  }
  if (short.size < SMALL) return shared === short.size && short.size === long.size
  if (shared < SHARE * short.size) return false
  // bulletins have the same words month after month: a number of its own makes another article
  const numbers = new Set(long.numbers.flatMap((own) => own.split(' ')))
  // but the last clause of a cut text may end within one
  if (others.length > 0 && !there.has(short.clauses.at(-2)!) && others.at(-1) === short.numbers.at(-1))
    others.pop()
  return others.every((own) => own.split(' ').every((number) => numbers.has(number)))
}
