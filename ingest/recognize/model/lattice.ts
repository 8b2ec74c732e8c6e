/** All stretches of a sentence that may be a name, and what the weights say of each as each type. */

import type { Candidate } from '../candidate.ts'
import { choose } from '../choose.ts'
import type { Proposed } from '../recognize.ts'
import { Around } from './article.ts'
import { type Atom, atomsOf, type Cut } from './atoms.ts'
import { contextOf } from './context.ts'
import { KINDS } from './features.ts'
import { FIRST, indexOfType, LAST, OUTSIDE, ROW, TYPE_COUNT, WITHIN } from './roles.ts'
import { type Spans, spansOf } from './spans.ts'
import type { Seen } from './stretch-fields.ts'

/** What does not depend on weights. */
export interface Shape extends Seen {
  /** Stretches by first atom ascending. */
  first: number[]
  last: number[]
  /** 1 where what stood before a mark like 、 still counts behind it. */
  link: Uint8Array
  /** 1 for words that some stretch holds. */
  used: Uint8Array
  proposed: Cut['proposed']
}

/** What weights say. */
export interface Sums {
  /** ROW numbers for each word: of those that no stretch holds, 0. May be written over by the next call. */
  words(shape: Shape): Int32Array | Float64Array
  /** Adds what is said of stretch s as each type to `into[at]` and on. */
  addStretch(shape: Shape, s: number, into: Float64Array, at: number): void
}

export interface Lattice extends Pick<Shape, 'first' | 'last' | 'link'> {
  /** Number of atoms. */
  n: number
  /** stretches × TYPE_COUNT */
  score: Float64Array
  /** Of each atom as no name's. */
  outside: Float64Array
}

/** Of a sentence with more words than this every so many are read by themselves. */
const MOST_WORDS = 1024

/** The pieces of an article's sentences, each with its stretches and their features. */
export function shapesOf(text: string, sentences: readonly Proposed[]): { shape: Shape; sentence: number }[] {
  const around = new Around()
  const pieces: { cut: Cut; spans: Spans; sentence: number; chosen: Candidate[] }[] = []
  sentences.forEach(({ view, kind, proposals }, sentence) => {
    const chosen = outermost(choose(view.text, proposals))
    for (const c of chosen) around.choose(text, c.start, c.end, c.type)
    for (const cut of piecesOf(atomsOf(view, proposals))) {
      const spans = spansOf(cut)
      around.add(spans, kind)
      pieces.push({ cut, spans, sentence, chosen })
    }
  })
  return pieces.map(({ cut, spans, sentence, chosen }) => ({
    shape: shapeOf(cut, spans, around, chosen, KINDS[sentences[sentence]!.kind]),
    sentence,
  }))
}

const outermost = (names: readonly Candidate[]): Candidate[] => {
  let end = -1
  return [...names]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((c) => {
      if (c.end <= end) return false
      end = c.end
      return true
    })
}

function shapeOf(cut: Cut, spans: Spans, around: Around, names: readonly Candidate[], kind: number): Shape {
  const { atoms } = cut
  const n = atoms.length
  const { first, last } = spans
  const used = new Uint8Array(n)
  for (let s = 0, next = 0; s < first.length; s++)
    for (next = Math.max(next, first[s]!); next <= last[s]!; next++) used[next] = 1
  const { chosen, crossed } = ruled(atoms, spans, names)
  const link = new Uint8Array(n)
  for (let i = 0; i < n; i++) if (atoms[i]!.word.link) link[i] = 1
  return {
    atoms,
    first,
    last,
    spans,
    context: contextOf(atoms),
    around,
    chosen,
    crossed,
    kind,
    link,
    used,
    proposed: cut.proposed,
  }
}

/** How each stretch lies to what the rules by themselves would keep. */
function ruled(atoms: readonly Atom[], { first, last }: Spans, names: readonly Candidate[]) {
  const chosen = new Uint8Array(first.length)
  // 0 clear of it, 1 within, 2 over its front, 3 over its end, 4 over all of it, 5 across
  const crossed = new Uint8Array(first.length)
  if (atoms.length === 0) return { chosen, crossed }
  const over = new Int32Array(atoms.length).fill(-1)
  let k = 0
  for (let i = 0; i < atoms.length; i++) {
    while (k < names.length && names[k]!.end <= atoms[i]!.start) k++
    if (k < names.length && names[k]!.start < atoms[i]!.end) over[i] = k
  }
  for (let s = 0; s < first.length; s++) {
    const [from, to] = [atoms[first[s]!]!.start, atoms[last[s]!]!.end]
    const [left, right] = [over[first[s]!]!, over[last[s]!]!]
    const a = names[left]
    const b = names[right]
    if (a && left === right) {
      if (a.start === from && a.end === to) chosen[s] = 1 + indexOfType.get(a.type)!
      else crossed[s] = a.start === from ? 2 : a.end === to ? 3 : 1
    } else if (a || b) crossed[s] = (!a || a.start === from) && (!b || b.end === to) ? 4 : 5
  }
  return { chosen, crossed }
}

function piecesOf({ atoms, proposed }: Cut): Cut[] {
  if (atoms.length <= MOST_WORDS) return [{ atoms, proposed }]
  const out: Cut[] = []
  for (let from = 0; from < atoms.length; from += MOST_WORDS)
    out.push({ atoms: atoms.slice(from, from + MOST_WORDS), proposed: [] })
  for (const p of proposed) {
    const k = Math.floor(p.first / MOST_WORDS)
    if (k !== Math.floor(p.last / MOST_WORDS)) continue
    out[k]!.proposed.push({ ...p, first: p.first - k * MOST_WORDS, last: p.last - k * MOST_WORDS })
  }
  return out
}

// sums from the left, of words in names and outside: element 0 stays 0
let within = new Float64Array(64 * TYPE_COUNT)
let without = new Float64Array(64)

/**
 * Scores of all stretches; those that no rule proposes and whose words by themselves say so little for a name that
 * their best type is `least` or more below no name at all are out.
 */
export function latticeOf(shape: Shape, sums: Sums, least = Number.NEGATIVE_INFINITY): Lattice {
  const { first, last, link, spans } = shape
  const n = shape.atoms.length
  const words = sums.words(shape)
  // the words of a name, and those outside, are summed from the left, so that a stretch costs one subtraction
  if (within.length < (n + 1) * TYPE_COUNT) {
    within = new Float64Array(2 * (n + 1) * TYPE_COUNT)
    without = new Float64Array(2 * (n + 1))
  }
  const outside = new Float64Array(n)
  for (let i = 0, from = 0; i < n; i++) {
    const row = i * ROW
    outside[i] = words[row + OUTSIDE]!
    without[i + 1] = without[i]! + outside[i]!
    for (let t = 0; t < TYPE_COUNT; t++, from++)
      within[from + TYPE_COUNT] = within[from]! + words[row + WITHIN + t]!
  }
  const score = new Float64Array(first.length * TYPE_COUNT)
  for (let s = 0, at = 0; s < first.length; s++, at += TYPE_COUNT) {
    const from = first[s]! * ROW + FIRST
    const to = last[s]! * ROW + LAST
    const before = first[s]! * TYPE_COUNT
    const behind = (last[s]! + 1) * TYPE_COUNT
    let best = Number.NEGATIVE_INFINITY
    for (let t = 0; t < TYPE_COUNT; t++) {
      const sum = words[from + t]! + words[to + t]! + within[behind + t]! - within[before + t]!
      score[at + t] = sum
      if (sum > best) best = sum
    }
    if (!spans.proposals[s] && best - without[last[s]! + 1]! + without[first[s]!]! < least)
      score.fill(Number.NEGATIVE_INFINITY, at, at + TYPE_COUNT)
    else sums.addStretch(shape, s, score, at)
  }
  return { n, first, last, link, score, outside }
}
