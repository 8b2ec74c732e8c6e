/** All stretches of a sentence that may be a name, and what the weights say of each as each type. */

import { outermost } from '../../outermost.ts'
import type { Candidate } from '../candidate.ts'
import { choose } from '../choose.ts'
import type { Proposed } from '../recognize.ts'
import { Around } from './article.ts'
import { type Atom, atomsOf, type Cut } from './atoms.ts'
import { contextOf } from './context.ts'
import { KINDS } from './features.ts'
import { indexOfType, OUTSIDE, ROW, TYPE_COUNT } from './roles.ts'
import { type Spans, spansOf } from './spans.ts'
import type { Seen } from './stretch-fields.ts'
import { WordRuns } from './word-runs.ts'

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
  /** ROW numbers for each word, of what is summed soonest: 0 where no stretch holds it. May be written over by the next call. */
  roughWords(shape: Shape): Int32Array | Float64Array
  /** Adds the rest for the words that `held` marks to what `roughWords` gave last. */
  addWords(shape: Shape, held: Uint8Array, into: Int32Array | Float64Array): void
  /** Adds what is said of stretch s as each type to `into[at]` and on. */
  addStretch(shape: Shape, s: number, into: Float64Array, at: number): void
}

export interface Lattice extends Pick<Shape, 'first' | 'last' | 'link'> {
  /** Number of atoms. */
  n: number
  /** Stretches × TYPE_COUNT. */
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
    const chosen = outermost(choose(view.text, proposals).sort((a, b) => a.start - b.start))
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
    // no array is asked for -1: that is looked for as the name of a property
    const a = left < 0 ? undefined : names[left]
    const b = right < 0 ? undefined : names[right]
    if (!a && !b) continue
    if (a && left === right) {
      if (a.start === from && a.end === to) chosen[s] = 1 + indexOfType.get(a.type)!
      else crossed[s] = a.start === from ? 2 : a.end === to ? 3 : 1
    } else crossed[s] = (!a || a.start === from) && (!b || b.end === to) ? 4 : 5
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

const runs = new WordRuns()

/** Scores of all stretches. */
export function latticeOf(shape: Shape, sums: Sums): Lattice {
  const { first, last, link, used } = shape
  const n = shape.atoms.length
  const words = sums.roughWords(shape)
  sums.addWords(shape, used, words)
  runs.read(words, n)
  const score = new Float64Array(first.length * TYPE_COUNT)
  for (let s = 0, at = 0; s < first.length; s++, at += TYPE_COUNT) {
    runs.inside(first[s]!, last[s]!, score, at)
    sums.addStretch(shape, s, score, at)
  }
  return { n, first, last, link, score, outside: outsideOf(words, n) }
}

export function outsideOf(words: Int32Array | Float64Array, n: number): Float64Array {
  const outside = new Float64Array(n)
  for (let i = 0; i < n; i++) outside[i] = words[i * ROW + OUTSIDE]!
  return outside
}

/** The most that a stretch weighs as any type, its scores beginning at `score[at]`. */
export function bestAt(score: Float64Array, at: number): number {
  let best = score[at]!
  for (let t = 1; t < TYPE_COUNT; t++) if (score[at + t]! > best) best = score[at + t]!
  return best
}
