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
/** A bit a pattern: more words of bits than patterns ask for today would only slow the pass. */
const WORDS = 2
/** Which patterns may begin with a pair of characters, by its hash; and which with a character and then anything. */
const pairs = new Int32Array(SLOTS * WORDS)
const firsts = new Int32Array(SLOTS * WORDS)
const slotOf = (first: number, second: number) =>
  ((Math.imul(first, 31) ^ Math.imul(second, 1021)) & (SLOTS - 1)) * WORDS
const slotOfFirst = (first: number) => (first & (SLOTS - 1)) * WORDS
let count = 0
let read = ''
const masks = new Int32Array(WORDS)

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
  if (beginnings === null || count >= WORDS * 32) return () => true
  const word = count >> 5
  const bit = 1 << (count & 31)
  count++
  read = ''
  masks.fill(0)
  for (const beginning of beginnings) {
    const first = beginning.charCodeAt(0)
    if (beginning.length === 2) pairs[slotOf(first, beginning.charCodeAt(1)) + word]! |= bit
    else firsts[slotOfFirst(first) + word]! |= bit
  }
  return (line) => (masksOf(line)[word]! & bit) !== 0
}

function masksOf(line: string): Int32Array {
  if (line === read) return masks
  let [low, high] = [0, 0]
  let unit = line.charCodeAt(0)
  for (let i = 1; i <= line.length; i++) {
    const single = slotOfFirst(unit)
    low |= firsts[single]!
    high |= firsts[single + 1]!
    const next = i < line.length ? line.charCodeAt(i) : 0
    const pair = slotOf(unit, next)
    low |= pairs[pair]!
    high |= pairs[pair + 1]!
    unit = next
  }
  masks[0] = low
  masks[1] = high
  read = line
  return masks
}
