/** A sentence cut where a name may begin or end: at the edges of words and of what the rules propose. */
import { COMMON, HEADS } from '../../lexicon/heads.ts'
import { matcherOf } from '../../lexicon/matcher.ts'
import { FRAMES, NOMINAL } from '../../lexicon/verbs.ts'
import type { Candidate } from '../candidate.ts'
import type { View } from '../view.ts'
import { hashOf } from './hash.ts'
import { indexOfType } from './roles.ts'

export interface Atom {
  start: number
  end: number
  word: number
  text: string
  tag: number
  rawTag: string
  /** 0 or 1 + type */
  listed: number
  /** Bits: frame, nominal, common. */
  flags: number
  /** “ ” 1, 《 》 2, ( ) 3, none 0. */
  within: number
  /** Hash and 1 + type of the longest head that ends here; 0. */
  head: number
  headType: number
  shape: number
}

export interface Cut {
  atoms: Atom[]
  /** Rule candidates by index of first atom. */
  proposed: { first: number; last: number; type: number; candidate: Candidate }[]
}

const heads = matcherOf(HEADS.keys())

export function atomsOf(view: View, candidates: readonly Candidate[]): Cut {
  const { sentence, units, text } = view
  const base = sentence.start
  const n = sentence.end - base
  const edge = new Uint8Array(n + 1)
  for (const u of units) {
    if (u.start >= base) edge[u.start - base] = 1
    if (u.end <= sentence.end) edge[u.end - base] = 1
  }
  for (const c of candidates) {
    edge[c.start - base] = 1
    if (c.end <= sentence.end) edge[c.end - base] = 1
  }
  const headAt = new Map<number, number>()
  heads.scan(view.line, (start, end) => {
    const known = headAt.get(end)
    if (known === undefined || start < known) headAt.set(end, start)
  })
  const atoms: Atom[] = []
  const atomAtStart = new Map<number, number>()
  const atomAtEnd = new Map<number, number>()
  const depth = withinOf(view)
  for (const u of units) {
    let from = Math.max(u.start, base)
    const to = Math.min(u.end, sentence.end)
    while (from < to) {
      let end = from + 1
      while (end < to && !edge[end - base]) end++
      const whole = from === u.start && end === u.end
      const word = whole ? u.text : text.slice(from, end)
      const tag = whole || u.tag === 'm' || u.tag === 'eng' ? u.tag : 'x'
      const h = headAt.get(end - base)
      const head = h === undefined ? '' : view.line.slice(h, end - base)
      atomAtStart.set(from, atoms.length)
      atomAtEnd.set(end, atoms.length)
      atoms.push({
        start: from,
        end,
        text: word,
        word: /^\d/.test(word) ? hashOf('0'.repeat(Math.min(word.length, 4))) : hashOf(word),
        tag: hashOf(tag.slice(0, 2)),
        rawTag: tag,
        listed: u.listed && whole ? 1 + indexOfType.get(u.listed)! : 0,
        flags: (FRAMES.has(word) ? 1 : 0) | (NOMINAL.has(word) ? 2 : 0) | (COMMON.has(word) ? 4 : 0),
        within: depth[from - base]!,
        head: head === '' ? 0 : hashOf(head),
        headType: head === '' ? 0 : 1 + indexOfType.get(HEADS.get(head)!)!,
        shape: shapeOf(word),
      })
      from = end
    }
  }
  const proposed = candidates.flatMap((candidate) => {
    const first = atomAtStart.get(candidate.start)
    const last = atomAtEnd.get(candidate.end)
    return first === undefined || last === undefined || last < first
      ? []
      : [{ first, last, type: indexOfType.get(candidate.type)!, candidate }]
  })
  return { atoms, proposed }
}

const shapeOf = (word: string): number => {
  if (/^\d/.test(word)) return 1
  if (/^[A-Za-z]/.test(word)) return 2
  if (/^\p{Script=Han}/u.test(word)) return 3 + Math.min(word.length, 5)
  return 0
}

const PAIR: Record<string, number> = { '“': 1, '《': 2, '(': 3, '（': 3 }
function withinOf(view: View): Uint8Array {
  const { line, sentence, mateOf } = view
  const out = new Uint8Array(line.length)
  let kind = 0
  let until = -1
  for (let i = 0; i < line.length; i++) {
    if (i >= until) kind = 0
    const opened = PAIR[line[i]!]
    if (opened && kind === 0) {
      const mate = mateOf.get(sentence.start + i)
      if (mate !== undefined && mate - sentence.start - i <= 40) {
        until = mate - sentence.start
        out[i] = 0
        kind = opened
        continue
      }
    }
    out[i] = kind
  }
  return out
}
