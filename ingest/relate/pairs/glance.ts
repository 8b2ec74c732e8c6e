/** What is seen of a pair at first sight: few small numbers, which come again and again. */
import type { Paragraph } from '../../../model/article.ts'
import { mix, type Row } from '../../learned/hash.ts'
import { type Candidate, FROM } from './candidates.ts'
import type { Spot } from './view.ts'
import type { Whole } from './whole.ts'

const KIND: Record<Paragraph['kind'], number> = { title: 0, heading: 1, body: 2, aside: 2 }
export const FROM_BITS = Object.values(FROM)

/** Numbers in eight classes. */
export const few = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 25 ? 6 : 7)

const typesOf = ({ known }: Whole, head: number, tail: number): number =>
  known[head]!.type * 16 + known[tail]!.type

/** What is known of an end but for its name. */
export function knownFeatures(flags: number, times: number, types: number, role: number, row: Row): void {
  row.push(mix(24 + role, flags & 3, types))
  row.push(mix(26 + role, flags >> 2, types))
  row.push(mix(28 + role, times, types))
}

/** How the ends stand to each other: 0 head first, 1 tail first, 2 and 3 one in the other, 4 and 5 one carried in, 8 in one word. */
function orderOf(h: Spot | null, t: Spot | null): number {
  if (!h) return 4
  if (!t) return 5
  if (h.item === t.item) return h.inner ? 2 : t.inner ? 3 : 8
  return h.item < t.item ? 0 : 1
}

/** What is seen of a pair at first sight, in small numbers. */
export interface Glance {
  types: number
  order: number
  /** Of the paragraph: title, heading or body. */
  kind: number
  /** Whether the sentence is the first, the second, or a later one. */
  early: number
  /** How many names it has, in classes. */
  names: number
}

export const glanceAt = (whole: Whole, { head, tail, view, h, t }: Candidate): Glance => ({
  types: typesOf(whole, head, tail),
  order: orderOf(h, t),
  kind: KIND[whole.scene.article.paragraphs[view.sentence.paragraph]!.kind],
  early: Math.min(view.sentence.index, 2),
  names: few(view.spots.length),
})

export const bothOf = ({ types, order }: Glance): number => types * 16 + order

export function glanceFeatures(glance: Glance, row: Row): void {
  const both = bothOf(glance)
  row.push(mix(1, glance.order))
  row.push(mix(2, glance.types))
  row.push(mix(3, both))
  row.push(mix(4, glance.kind, both))
  row.push(mix(5, glance.early, both))
  row.push(mix(6, glance.names, glance.order))
}

/** Where two names of a sentence stand. */
export interface Stand {
  /** Clauses between them, up to 4. */
  apart: number
  /** 0, or in the same phrase 1 + so many units apart. */
  same: number
  modifiers: number
  /** Items between their phrases, in classes. */
  gap: number
}

/** The stretch between two names: behind item `from` and before item `to`. */
export function gapOf(left: Spot, right: Spot): { from: number; to: number } {
  return left.phrase === right.phrase
    ? { from: left.item, to: right.item }
    : { from: left.last, to: right.first }
}

export function standOf(h: Spot, t: Spot): Stand {
  const [left, right] = h.item <= t.item ? [h, t] : [t, h]
  const { from, to } = gapOf(left, right)
  return {
    apart: Math.min(4, right.clause - left.clause),
    same: left.phrase === right.phrase ? 1 + Math.min(3, right.index - left.index) : 0,
    modifiers: (h.unit.modifier ? 1 : 0) | (t.unit.modifier ? 2 : 0),
    gap: few(Math.max(0, to - from - 1)),
  }
}

export function standFeatures(glance: Glance, { apart, same, modifiers, gap }: Stand, row: Row): void {
  const both = bothOf(glance)
  row.push(mix(70, apart, both))
  row.push(mix(71, same, both))
  row.push(mix(72, modifiers, both))
  row.push(mix(74, gap, both))
}

/** Bits: the name stands in the first clause; it is the first name. */
export const firstOf = (spot: Spot): number => (spot.clause === 0 ? 1 : 0) | (spot.index === 0 ? 2 : 0)

/** Where the other end is carried from. */
export function fromFeatures(glance: Glance, from: number, first: number, row: Row): void {
  const both = bothOf(glance)
  row.push(mix(112, from, both))
  for (const bit of FROM_BITS) if (from & bit) row.push(mix(113, bit, both))
  row.push(mix(117, first & 1, first >> 1, both))
}

/** What is known of an end that is carried in. */
export const carriedFlags = (flags: number, types: number, row: Row): void => row.push(mix(116, flags, types))
