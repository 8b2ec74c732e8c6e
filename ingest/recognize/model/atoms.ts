/** A sentence cut where a name may begin or end: at the edges of words and of what the rules propose. */

import { hashOf } from '../../learned/hash.ts'
import { scratch } from '../../learned/scratch.ts'
import { HEADS } from '../../lexicon/heads.ts'
import { matcherOf } from '../../lexicon/matcher.ts'
import type { Candidate } from '../candidate.ts'
import type { View } from '../view.ts'
import { gluedIn } from './glued.ts'
import { indexOfType } from './roles.ts'
import { type Tag, tagOf } from './tags.ts'
import { NO_WORD, type Word, wordOf } from './words.ts'

export interface Atom {
  start: number
  end: number
  word: Word
  tag: number
  kind: Tag
  rawTag: string
  /** 0 or 1 + type */
  listed: number
  /** “ ” 1, 《 》 2, ( ) 3, none 0. */
  within: number
  /** Hash and 1 + type of the longest head that ends here; 0. */
  head: number
  headType: number
}

export interface Proposal {
  first: number
  last: number
  type: number
  candidate: Candidate
}

export interface Cut {
  atoms: Atom[]
  /** What the rules propose, by atoms. */
  proposed: Proposal[]
}

export const NO_ATOM: Atom = {
  start: 0,
  end: 0,
  word: NO_WORD,
  tag: NO_WORD.hash,
  kind: tagOf(''),
  rawTag: '',
  listed: 0,
  within: 0,
  head: 0,
  headType: 0,
}

const headsIn = matcherOf(HEADS.keys())
const headHash = new Map([...HEADS.keys()].map((head) => [head, hashOf(head)]))
const headType = new Map([...HEADS].map(([head, type]) => [head, 1 + indexOfType.get(type)!]))

const edges = scratch(Uint8Array)
const heads = scratch(Int32Array)
const starts = scratch(Int32Array)
const ends = scratch(Int32Array)

export function atomsOf(view: View, candidates: readonly Candidate[]): Cut {
  const { sentence, units, text } = view
  const base = sentence.start
  const n = sentence.end - base
  const edge = edges(n + 1)
  for (const c of candidates) {
    edge[c.start - base] = 1
    if (c.end <= sentence.end) edge[c.end - base] = 1
  }
  const headAt = heads(n + 1, -1)
  headsIn.scan(view.line, (start, end) => {
    if (headAt[end]! < 0 || start < headAt[end]!) headAt[end] = start
  })
  const atoms: Atom[] = []
  // by offset: index of the atom that starts or ends there, + 1
  const startsAt = starts(n + 1)
  const endsAt = ends(n + 1)
  const within = withinOf(view)
  for (const u of units) {
    let from = Math.max(u.start, base)
    const to = Math.min(u.end, sentence.end)
    const { front, back } = gluedIn(u)
    if (front && u.start >= base) edge[u.start + 1 - base] = 1
    if (back && u.end <= sentence.end) edge[u.end - 1 - base] = 1
    while (from < to) {
      let end = from + 1
      while (end < to && edge[end - base] === 0) end++
      const whole = from === u.start && end === u.end
      const tag = whole || u.tag === 'm' || u.tag === 'eng' ? u.tag : 'x'
      const kind = tagOf(tag)
      const h = headAt[end - base]!
      const head = h < 0 ? '' : view.line.slice(h, end - base)
      atoms.push({
        start: from,
        end,
        word: wordOf(whole ? u.text : text.slice(from, end)),
        tag: kind.hash,
        kind,
        rawTag: tag,
        listed: u.listed && whole ? 1 + indexOfType.get(u.listed)! : 0,
        within: within[from - base]!,
        head: h < 0 ? 0 : headHash.get(head)!,
        headType: h < 0 ? 0 : headType.get(head)!,
      })
      startsAt[from - base] = atoms.length
      endsAt[end - base] = atoms.length
      from = end
    }
  }
  const proposed: Proposal[] = []
  for (const candidate of candidates) {
    const first = startsAt[candidate.start - base]! - 1
    const last = candidate.end - base > n ? -1 : endsAt[candidate.end - base]! - 1
    if (first >= 0 && last >= first)
      proposed.push({ first, last, type: indexOfType.get(candidate.type)!, candidate })
  }
  return { atoms, proposed }
}

/** “ 1, 《 2, ( 3, else 0. */
const pairOf = (unit: number): number =>
  unit === 0x201c ? 1 : unit === 0x300a ? 2 : unit === 0x28 || unit === 0xff08 ? 3 : 0
function withinOf(view: View): Uint8Array {
  const { line, sentence, mateOf } = view
  const out = new Uint8Array(line.length)
  if (mateOf.size === 0) return out
  let kind = 0
  let until = -1
  for (let i = 0; i < line.length; i++) {
    if (i >= until) kind = 0
    const opened = kind === 0 ? pairOf(line.charCodeAt(i)) : 0
    if (opened > 0) {
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
