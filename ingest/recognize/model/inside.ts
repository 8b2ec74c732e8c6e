/** Names inside a longer name that are names of their own: its owner, its place, the whole that it is a phase of. */
import type { Classifier } from '../../learned/classifier.ts'
import { mix, Row } from '../../learned/hash.ts'
import type { Shape } from './lattice.ts'
import { indexOfType, TYPE_COUNT } from './roles.ts'
import { ruleHash } from './word-fields.ts'

/** A name by its first and last word and its stretch, with its type. */
export interface Outer {
  span: number
  first: number
  last: number
  type: number
}

export interface Inner {
  /** Which stretch of the sentence. */
  span: number
  type: number
}

/** Stretches of fewer characters are not names inside a name. */
const SHORTEST = 2

/** The stretches that lie within a name and are shorter. */
export function stretchesIn({ atoms, first, last }: Shape, { first: from, last: to }: Outer): number[] {
  const out: number[] = []
  let [low, high] = [0, first.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (first[middle]! < from) low = middle + 1
    else high = middle
  }
  for (let s = low; s < first.length && first[s]! <= to; s++) {
    if (last[s]! > to || (first[s] === from && last[s] === to)) continue
    if (atoms[last[s]!]!.end - atoms[first[s]!]!.start >= SHORTEST) out.push(s)
  }
  return out
}

/** A stretch within a name, with what is mostly asked of it. */
interface Within {
  shape: Shape
  s: number
  outer: Outer
  /** 1 + type as which the rules would keep it there, 0 none. */
  kept: number
  /** 1 it begins the name, 2 listed names alone stand before it, 3 other words do. */
  front: number
  /** Type of a listed name that it is, as in atoms. */
  listed: number
  /** How much oftener it comes than the name, up to 2. */
  apart: number
}

function withinOf(shape: Shape, s: number, outer: Outer, kept: number): Within {
  const { atoms, around } = shape
  const { text } = shape.spans
  const [i, j] = [shape.first[s]!, shape.last[s]!]
  let front = i === outer.first ? 1 : 0
  if (!front) {
    front = 2
    for (let k = outer.first; k < i; k++) if (atoms[k]!.listed === 0 && atoms[k]!.word.shape !== 0) front = 3
  }
  const listed = i === j ? atoms[i]!.listed : 0
  const apart = Math.min(2, around.counts.of(text[s]!) - around.counts.of(text[outer.span]!))
  return { shape, s, outer, kept, front, listed, apart }
}

/** What is seen at first sight. */
function glanceFeatures({ shape, s, outer, kept, front, listed, apart }: Within, flat: Row): void {
  const { atoms } = shape
  const [a, z, end] = [atoms[shape.first[s]!]!, atoms[shape.last[s]!]!, atoms[outer.last]!]
  const T = outer.type
  flat.push(mix(200, T, front))
  flat.push(mix(201, z.headType, T, front))
  flat.push(mix(202, listed, T, front))
  flat.push(mix(204, z.word.lastChar, T, front))
  flat.push(mix(210, Math.min(end.end - z.end, 9), T, front))
  flat.push(mix(211, Math.min(z.end - a.start, 9), T, front))
  flat.push(mix(214, apart, front, T))
  flat.push(mix(217, kept, T, front))
  const here = shape.spans.proposals[s]
  if (!here) flat.push(mix(219, T, front))
  else
    for (const { type, candidate } of here) {
      flat.push(mix(220, type, T, front))
      flat.push(mix(221, ruleHash(candidate.rule), type, T))
    }
}

function restFeatures({ shape, s, outer, kept, front, listed, apart }: Within, flat: Row): void {
  const { atoms, around } = shape
  const { text } = shape.spans
  const [i, j, T] = [shape.first[s]!, shape.last[s]!, outer.type]
  const [a, z, end] = [atoms[i]!, atoms[j]!, atoms[outer.last]!]
  const q = atoms[Math.min(j + 1, outer.last)]!
  flat.push(mix(203, text[s]!))
  flat.push(mix(205, z.word.hash, front))
  flat.push(mix(206, q.word.hash, T, front))
  flat.push(mix(207, q.word.hash, z.headType, listed))
  flat.push(mix(208, end.word.hash, front, z.headType))
  flat.push(mix(209, end.head, listed, front))
  flat.push(mix(212, q.rawTag.charCodeAt(0), z.rawTag.charCodeAt(0), front))
  flat.push(mix(213, a.tag, z.tag, front * 16 + Math.min(j - i, 8)))
  const chosen = around.chosen.get(text[s]!) ?? 0
  for (let t = 0; t < TYPE_COUNT; t++) if (chosen & (1 << t)) flat.push(mix(215, t, T, front))
  flat.push(mix(216, chosen ? 1 : 0, apart, front))
  flat.push(mix(218, kept, z.headType, q.headType))
}

/** Features of stretch `s` within a name; `kept`: 1 + type as which the rules would keep it there, 0 none. */
export function insideFeatures(shape: Shape, s: number, outer: Outer, kept: number, flat: Row): void {
  const within = withinOf(shape, s, outer, kept)
  glanceFeatures(within, flat)
  restFeatures(within, flat)
}

/** From this share of all its fronts on a longer name has an owner in front of it: of those that are below half of it every other one is. */
const OWNED = 0.22

const COMPANY = indexOfType.get('Company')!

/** From this share of none on at first sight a stretch is no name of its own: of those found one in a thousand was. */
const UNLIKELY = 0.93

const row = new Row()
const shares = new Float64Array(TYPE_COUNT + 1)

interface Found extends Inner {
  share: number
}

/** Where a longer name's owner may end: none of the fronts need be likely, but one of them. */
class Fronts {
  #share = 0
  #likeliest: Found = { span: -1, type: COMPANY, share: 0 }

  add(span: number, share: number): void {
    this.#share += share
    if (share > this.#likeliest.share) this.#likeliest = { span, type: COMPANY, share }
  }

  /** The likeliest, where an owner is likely and no firm is found at the front yet. */
  owner(hasOwner: boolean): Found[] {
    return this.#share >= OWNED && !hasOwner ? [this.#likeliest] : []
  }
}

/** What is a name of its own within `outer`; none crosses another. `keptOf` says as what rules would keep a stretch. */
export function insideOf(
  classifier: Classifier,
  shape: Shape,
  outer: Outer,
  keptOf: (span: number) => number,
  trust: number,
): Inner[] {
  const { first, last } = shape
  const found: Found[] = []
  const fronts = new Fronts()
  for (const span of stretchesIn(shape, outer)) {
    const kept = keptOf(span)
    const within = withinOf(shape, span, outer, kept)
    row.size = 0
    glanceFeatures(within, row)
    if (!kept && classifier.shares(row.data, row.size, shares)[0]! > UNLIKELY) continue
    restFeatures(within, row)
    classifier.shares(row.data, row.size, shares)
    if (within.front === 1 && outer.type !== COMPANY) fronts.add(span, shares[1 + COMPANY]!)
    if (kept) shares[kept]! += trust
    let type = 0
    for (let t = 1; t <= TYPE_COUNT; t++) if (shares[t]! > shares[type]!) type = t
    if (type > 0) found.push({ span, type: type - 1, share: shares[type]! })
  }
  const hasOwner = found.some(({ span, type }) => type === COMPANY && first[span] === outer.first)
  found.push(...fronts.owner(hasOwner))
  found.sort((x, y) => y.share - x.share || x.span - y.span)
  const out: Inner[] = []
  for (const { span, type } of found) {
    const crosses = out.some(
      (o) =>
        first[o.span]! <= last[span]! &&
        last[o.span]! >= first[span]! &&
        !(first[o.span]! <= first[span]! && last[o.span]! >= last[span]!) &&
        !(first[span]! <= first[o.span]! && last[span]! >= last[o.span]!),
    )
    if (!crosses) out.push({ span, type })
  }
  return out
}
