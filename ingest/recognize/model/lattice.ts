/** All stretches of a sentence that may be a name, and what the weights say of each as each type. */
import type { Paragraph } from '../../../model/article.ts'
import type { Atom, Cut } from './atoms.ts'
import { featuresOf, isStop, LONGEST, spanFeatures } from './features.ts'
import { hashOf } from './hash.ts'
import { FIRST, LAST, OUTSIDE, ROW, TYPE_COUNT, WITHIN } from './roles.ts'
import type { Weights } from './weights.ts'

/** What does not depend on weights. */
export interface Shape {
  atoms: Atom[]
  /** Spans by first atom ascending. */
  first: number[]
  last: number[]
  /** 1 where a rule proposes the span, as whatever type. */
  proposed: number[]
  /** 1 where what stood before a mark like 、 still counts behind it. */
  link: Uint8Array
  /** Features of atom i: `atomFlat[atomFrom[i]] … atomFlat[atomFrom[i + 1] - 1]`; of spans likewise. */
  atomFlat: number[]
  atomFrom: number[]
  spanFlat: number[]
  spanFrom: number[]
}

export interface Lattice extends Pick<Shape, 'first' | 'last' | 'link'> {
  /** Number of atoms. */
  n: number
  /** spans × TYPE_COUNT */
  score: Float64Array
  /** Of each atom as no name's. */
  outside: Float64Array
}

const WIDEST = 44
const NONE: { last: number; type: number; rule: number; sure: number }[] = []

export function shapeOf(cut: Cut, kind: Paragraph['kind']): Shape {
  const { atoms, proposed } = cut
  const n = atoms.length
  const { flat, from } = featuresOf(cut, kind)
  const byFirst = new Map<number, { last: number; type: number; rule: number; sure: number }[]>()
  for (const { first, last, type, candidate } of proposed) {
    const list = byFirst.get(first) ?? []
    list.push({ last, type, rule: hashOf(candidate.rule), sure: Math.round(candidate.confidence * 10) })
    byFirst.set(first, list)
  }
  const first: number[] = []
  const last: number[] = []
  const known: number[] = []
  const spanFlat: number[] = []
  const spanFrom: number[] = [0]
  for (let i = 0; i < n; i++) {
    const here = byFirst.get(i)
    const add = (j: number, surface: number) => {
      first.push(i)
      last.push(j)
      const same = here?.filter((p) => p.last === j) ?? NONE
      known.push(same.length > 0 ? 1 : 0)
      spanFeatures(atoms, i, j, surface, same, spanFlat)
      spanFrom.push(spanFlat.length)
    }
    let surface = 0
    let j = i
    if (mayBegin(atoms[i]!))
      for (; j < n && j < i + LONGEST; j++) {
        const z = atoms[j]!
        if (z.end - atoms[i]!.start > WIDEST || breaks(z, atoms[i]!)) break
        surface = Math.imul(surface ^ z.word, 0x01000193)
        if (mayEnd(z) || here?.some((p) => p.last === j)) add(j, surface)
      }
    // what a rule proposes may be a name, however long and whatever it holds
    if (here) for (const far of new Set(here.map((p) => p.last))) if (far >= j) add(far, 0)
  }
  const link = new Uint8Array(n)
  atoms.forEach((a, i) => {
    if (/^(?:、|和|与|及|以及|“|”|"|\/)$/.test(a.text)) link[i] = 1
  })
  return { atoms, first, last, proposed: known, link, atomFlat: flat, atomFrom: from, spanFlat, spanFrom }
}

const mayBegin = (a: Atom): boolean => a.shape !== 0 || /[“《"]/.test(a.text)
const mayEnd = (a: Atom): boolean => a.shape !== 0 || /[”》)）"+]/.test(a.text)
/** Marks that no name runs over, but for one that begins before a quote or a bracket that holds them. */
const breaks = (z: Atom, a: Atom): boolean =>
  (isStop(z) && !(z.within > 0 && (a.text === '《' || a.text === '“'))) || (z.text === '、' && z.within === 0)

export function latticeOf(shape: Shape, weights: Weights): Lattice {
  const { first, last, link, atomFlat, atomFrom, spanFlat, spanFrom } = shape
  const n = shape.atoms.length
  const sums = new Float64Array(n * ROW)
  for (let i = 0; i < n; i++)
    for (let k = atomFrom[i]!; k < atomFrom[i + 1]!; k++) weights.add(atomFlat[k]!, sums, i * ROW)
  // the words of a name are summed from the left, so that a span costs one subtraction
  const within = new Float64Array((n + 1) * TYPE_COUNT)
  const outside = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    outside[i] = sums[i * ROW + OUTSIDE]!
    for (let t = 0; t < TYPE_COUNT; t++)
      within[(i + 1) * TYPE_COUNT + t] = within[i * TYPE_COUNT + t]! + sums[i * ROW + WITHIN + t]!
  }
  const score = new Float64Array(first.length * TYPE_COUNT)
  for (let s = 0; s < first.length; s++) {
    const [from, to] = [first[s]! * ROW + FIRST, last[s]! * ROW + LAST]
    const [before, behind] = [first[s]! * TYPE_COUNT, (last[s]! + 1) * TYPE_COUNT]
    for (let t = 0; t < TYPE_COUNT; t++)
      score[s * TYPE_COUNT + t] = sums[from + t]! + sums[to + t]! + within[behind + t]! - within[before + t]!
    for (let k = spanFrom[s]!; k < spanFrom[s + 1]!; k++) weights.add(spanFlat[k]!, score, s * TYPE_COUNT)
  }
  return { n, first, last, link, score, outside }
}
