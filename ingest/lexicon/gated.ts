/**
 * Many patterns over many lines, most of which match nothing: one pass over a line tells which of them can match at all,
 * by the pairs of characters that their matches begin with.
 */
import { beginningsOf } from './beginnings.ts'

export interface Gated {
  /** As `line.matchAll(pattern)`. */
  in(line: string): readonly RegExpExecArray[]
  /** Whether the pattern matches anywhere. */
  test(line: string): boolean
}

const NONE: readonly RegExpExecArray[] = []
const SLOTS = 1 << 14
/** Which patterns may begin with a pair of characters, by its hash: a bit a pattern, a table for each 32 of them. */
const pairs: Int32Array[] = []
const slotOf = (first: number, second: number) =>
  (Math.imul(first, 31) ^ Math.imul(second, 1021)) & (SLOTS - 1)
/** The same for those that may begin with a character and then with anything. */
const firsts: Int32Array[] = []
let count = 0
let read = ''
let masks = new Int32Array(0)

/**
 * A pattern with the flag g that is looked for only in lines that hold what it may begin with; with `needs`, only in
 * those that hold what that one may begin with, without which it never matches.
 */
export function gated(pattern: RegExp, needs: RegExp = pattern): Gated {
  const open = register(needs)
  return {
    in(line) {
      if (!open(line)) return NONE
      const out: RegExpExecArray[] = []
      pattern.lastIndex = 0
      for (let m = pattern.exec(line); m; m = pattern.exec(line)) {
        out.push(m)
        if (m[0] === '') pattern.lastIndex++
      }
      return out
    },
    test(line) {
      if (!open(line)) return false
      pattern.lastIndex = 0
      return pattern.test(line)
    },
  }
}

function register(pattern: RegExp): (line: string) => boolean {
  const beginnings = beginningsOf(pattern)
  if (beginnings === null) return () => true
  const table = count >> 5
  const bit = 1 << (count & 31)
  count++
  pairs[table] ??= new Int32Array(SLOTS)
  firsts[table] ??= new Int32Array(SLOTS)
  for (const beginning of beginnings) {
    const first = beginning.charCodeAt(0)
    if (beginning.length === 2) pairs[table]![slotOf(first, beginning.charCodeAt(1))]! |= bit
    else firsts[table]![first & (SLOTS - 1)]! |= bit
  }
  return (line) => (masksOf(line)[table]! & bit) !== 0
}

function masksOf(line: string): Int32Array {
  if (line === read && masks.length === pairs.length) return masks
  if (masks.length !== pairs.length) masks = new Int32Array(pairs.length)
  for (let table = 0; table < pairs.length; table++)
    masks[table] = maskOf(line, pairs[table]!, firsts[table]!)
  read = line
  return masks
}

function maskOf(line: string, pair: Int32Array, first: Int32Array): number {
  let mask = 0
  let unit = line.charCodeAt(0)
  for (let i = 1; i < line.length; i++) {
    const next = line.charCodeAt(i)
    mask |= pair[slotOf(unit, next)]! | first[unit & (SLOTS - 1)]!
    unit = next
  }
  return line.length > 0 ? mask | first[unit & (SLOTS - 1)]! : 0
}
