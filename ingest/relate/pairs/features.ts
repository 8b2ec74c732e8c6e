/** What is seen of a pair, as numbers. */
import { hashOf, mix, type Row } from '../../learned/hash.ts'
import { type Around, aroundOf, hashed, itemAt, NO_VERB, verbAfter, verbBefore } from './around.ts'
import type { Candidate } from './candidates.ts'
import { SERVES_COLUMN } from './columns.ts'
import {
  bothOf,
  carriedFlags,
  FROM_BITS,
  few,
  firstOf,
  fromFeatures,
  type Glance,
  gapOf,
  glanceAt,
  glanceFeatures,
  knownFeatures,
  standFeatures,
  standOf,
} from './glance.ts'
import type { Spot, View } from './view.ts'
import { type Known, proposalsAt, type Whole } from './whole.ts'

/** What the rules say of the pair: `hidden` says which proposals are not to be seen. */
function ruleFeatures(
  whole: Whole,
  c: Candidate,
  order: number,
  row: Row,
  hidden?: ReadonlySet<string>,
): void {
  const { head, tail, view } = c
  const sentence = view.sentence.index
  const n = whole.scene.article.entities.length
  let any = 0
  for (const p of proposalsAt(whole, head, tail, sentence)) {
    if (hidden?.has(`${p.column} ${head} ${tail}`)) continue
    if (p.sentence === sentence || p.column === SERVES_COLUMN) {
      any |= 1
      const here = p.sentence === sentence ? 1 : 0
      row.push(mix(200, p.column, here))
      row.push(mix(201, p.column, p.rule, here))
      row.push(mix(202, p.column, Math.round(p.confidence * 10), here))
      row.push(mix(203, p.column, order))
    } else {
      any |= 2
      row.push(mix(204, p.column))
      row.push(mix(205, p.column, order))
    }
  }
  row.push(mix(206, any))
  for (const p of proposalsAt(whole, tail, head, sentence))
    if (!hidden?.has(`${p.column} ${tail} ${head}`))
      row.push(mix(207, p.column, p.sentence === sentence ? 1 : 0))
  // what else they say of the two here
  const asHead = whole.asHead.get(sentence * n + head) ?? 0
  const asTail = whole.asTail.get(sentence * n + tail) ?? 0
  for (let k = 0; k <= SERVES_COLUMN; k++) {
    if ((asHead >> k) & 1) row.push(mix(208, k, any))
    if ((asTail >> k) & 1) row.push(mix(209, k, any))
  }
}
const NONE: readonly never[] = []

/** One end: who it is, and what stands round it; `types` are those of the pair, `role` is 0 for the head and 1 for the tail. */
export function endFeatures(
  known: Known,
  around: Around | null,
  types: number,
  role: number,
  row: Row,
): void {
  row.push(mix(20 + role, known.lastTwo, types))
  row.push(mix(22 + role, known.last, types))
  // what comes again and again: 高质量发展 is served by nothing, 数字经济 is what a park is for
  if (role === 1) row.push(mix(64, known.name, types))
  knownFeatures(known.flags, known.times, types, role, row)
  row.push(mix(66 + role, known.sure))
  row.push(mix(68 + role, known.sure, types))
  if (!around) return
  const { before, after } = around
  if (around.rule !== null) {
    row.push(mix(30 + role, around.sure, types))
    row.push(mix(32 + role, around.rule))
  } else row.push(mix(34 + role, around.member, types))
  row.push(mix(36 + role, before, types))
  row.push(mix(38 + role, after, types))
  row.push(mix(40 + role, around.secondBefore, before))
  row.push(mix(42 + role, after, around.secondAfter))
  row.push(mix(44 + role, around.verbBefore, types))
  row.push(mix(46 + role, around.verbAfter, types))
  row.push(mix(48 + role, around.governor, types))
  row.push(mix(50 + role, around.part, types))
  row.push(mix(52 + role, around.listed, types))
  for (const name of around.front?.predicates ?? NONE) row.push(mix(54 + role, name, types))
  for (const name of around.behind?.predicates ?? NONE) row.push(mix(56 + role, name, types))
  if (around.front) row.push(mix(58 + role, around.front.word, types))
  if (around.behind) row.push(mix(60 + role, around.behind.word, types))
  if (around.speech) row.push(mix(62 + role, types))
}

/** Features of a candidate. `hidden` holds `column head tail` of proposals that are not to be seen. */
export function pairFeatures(whole: Whole, c: Candidate, row: Row, hidden?: ReadonlySet<string>): void {
  const { head, tail, view, h, t } = c
  const glance = glanceAt(whole, c)
  endFeatures(whole.known[head]!, h && aroundOf(whole, view, h), glance.types, 0, row)
  endFeatures(whole.known[tail]!, t && aroundOf(whole, view, t), glance.types, 1, row)
  tieFeatures(whole, c, glance, row, hidden)
}

/** Those that are of no end by itself. */
export function tieFeatures(
  whole: Whole,
  c: Candidate,
  glance: Glance,
  row: Row,
  hidden?: ReadonlySet<string>,
): void {
  const { head, tail, view, h, t } = c
  const { types, order } = glance
  glanceFeatures(glance, row)
  ruleFeatures(whole, c, order, row, hidden)
  nameFeatures(whole, head, tail, types, row)
  if (h && t) withinFeatures(view, h, t, glance, row)
  else carriedFeatures(whole, c, (h ?? t)!, glance, row)
}

/** How the two names are alike. */
function nameFeatures(whole: Whole, head: number, tail: number, types: number, row: Row): void {
  const { entities } = whole.scene.article
  const [a, b] = [entities[head]!.name, entities[tail]!.name]
  const at = a.indexOf(b)
  const back = b.indexOf(a)
  if (at >= 0 && a.length > b.length) {
    row.push(mix(10, at === 0 ? 0 : 1, types))
    row.push(mix(11, hashOf(a.slice(at + b.length, at + b.length + 2)), types))
  } else if (back >= 0) row.push(mix(12, back === 0 ? 0 : 1, types))
  else {
    const shared = a.slice(0, 2) === b.slice(0, 2) ? 1 : 0
    row.push(mix(13, shared, types))
  }
  const [x, y] = [whole.known[head]!, whole.known[tail]!]
  row.push(mix(14, x.last, y.last))
  row.push(mix(15, x.lastTwo, y.lastTwo))
}

function withinFeatures(view: View, h: Spot, t: Spot, glance: Glance, row: Row): void {
  const { order } = glance
  const both = bothOf(glance)
  const { items, spots } = view
  const [left, right] = h.item <= t.item ? [h, t] : [t, h]
  const stand = standOf(h, t)
  const { apart } = stand
  standFeatures(glance, stand, row)
  row.push(mix(73, hashed(left.phrase.governor), hashed(right.phrase.governor), both))
  const { from, to } = gapOf(left, right)
  const gap = to - from - 1
  if (gap > 0 && gap <= 4) {
    let hash = gap
    for (let i = from + 1; i < to; i++) hash = Math.imul(hash ^ items[i]!.hash, 0x01000193)
    row.push(mix(75, hash, order))
    row.push(mix(76, hash, both))
  }
  let [names, verbs, stops, seen] = [0, 0, 0, 0]
  let [firstVerb, lastVerb] = [NO_VERB, NO_VERB]
  for (let i = from + 1; i < to; i++) {
    const { kind, hash } = items[i]!
    if (kind === 2) names++
    else if (kind === 3) stops++
    else if (kind === 1) {
      verbs++
      if (firstVerb === NO_VERB) firstVerb = hash
      lastVerb = hash
    }
    if (kind <= 1 && (i <= from + 8 || i >= to - 8) && seen++ < 16) {
      row.push(mix(77, hash, order))
      row.push(mix(78, hash, both))
    }
  }
  row.push(mix(79, Math.min(verbs, 3) * 4 + Math.min(stops, 3), both))
  row.push(mix(80, few(names), order))
  row.push(mix(81, firstVerb, both))
  row.push(mix(82, lastVerb, both))
  row.push(mix(83, firstVerb, lastVerb, order))
  if (gap > 0) {
    const next = itemAt(view, from + 1).hash
    const last = itemAt(view, to - 1).hash
    row.push(mix(84, next, order))
    row.push(mix(85, last, order))
    row.push(mix(86, next, itemAt(view, from + 2).hash, order))
    row.push(mix(87, itemAt(view, to - 2).hash, last, order))
    row.push(mix(88, next, last, order))
  }
  const before = itemAt(view, left.first - 1).hash
  const after = itemAt(view, right.last + 1).hash
  row.push(mix(89, before, both))
  row.push(mix(90, after, both))
  row.push(mix(91, itemAt(view, left.first - 2).hash, before, order))
  row.push(mix(92, after, itemAt(view, right.last + 2).hash, order))
  row.push(mix(93, verbBefore(view, left.first), both))
  row.push(mix(94, verbAfter(view, right.last), both))
  row.push(mix(95, verbAfter(view, right.last), lastVerb, order))
  // who else stands there
  let [headsBetween, tailsBetween, heads, tails] = [0, 0, 0, 0]
  for (const s of spots) {
    if (s.inner || s.member) continue
    const isBetween = s.item > left.item && s.item < right.item
    if (s.type === h.type && s.entity !== h.entity) {
      heads++
      if (isBetween && s.phrase !== h.phrase) headsBetween++
    }
    if (s.type === t.type && s.entity !== t.entity) {
      tails++
      if (isBetween && s.phrase !== t.phrase) tailsBetween++
    }
  }
  row.push(mix(96, Math.min(2, headsBetween) * 4 + Math.min(2, tailsBetween), both))
  row.push(mix(97, Math.min(3, heads) * 4 + Math.min(3, tails), both))
  // subjects
  const [hc, tc] = [view.clauses[h.clause]!, view.clauses[t.clause]!]
  const hs = hc.topic === h.phrase || hc.subject === h.phrase ? 1 : 0
  const ts = tc.subject === null ? 0 : tc.subject === t.phrase ? 1 : tc.subject === h.phrase ? 2 : 3
  row.push(mix(98, hs * 4 + ts, apart, both))
  row.push(
    mix(99, h.phrase.units.indexOf(h.unit) === 0 ? 1 : 0, t.phrase.units.indexOf(t.unit) === 0 ? 1 : 0, both),
  )
  let cue = NO_VERB
  for (const x of tc.cues) if (x.end <= t.phrase.start) cue = hashed(x.word)
  row.push(mix(100, cue, hs * 4 + ts, both))
}

function carriedFeatures(whole: Whole, c: Candidate, spot: Spot, glance: Glance, row: Row): void {
  const both = bothOf(glance)
  const { view, from } = c
  const carried = whole.known[c.h ? c.tail : c.head]!
  const clause = view.clauses[spot.clause]!
  const subject = clause.subject
  const kind = subject === null ? 0 : subject === spot.phrase ? 1 : 2 + spotType(view, subject, carried.type)
  let rivals = 0
  let before = 0
  for (const s of view.spots)
    if (s.type === carried.type && !s.inner) {
      rivals++
      if (s.item < spot.item) before++
    }
  row.push(mix(110, kind, both))
  row.push(mix(111, Math.min(3, rivals), Math.min(2, before), both))
  fromFeatures(glance, from, firstOf(spot), row)
  carriedFlags(carried.flags, glance.types, row)
  for (const bit of FROM_BITS) {
    if ((from & bit) === 0) continue
    row.push(mix(114, bit, kind, both))
    row.push(mix(115, bit, Math.min(2, rivals) * 4 + (spot.clause === 0 ? 1 : 0), both))
  }
  row.push(mix(118, itemAt(view, 0).hash, both))
  row.push(mix(119, verbBefore(view, spot.first), both))
}

/** 1 where a phrase holds a name of a type, else 0. */
const spotType = (view: View, phrase: Spot['phrase'], type: number): number =>
  view.spots.some((s) => s.phrase === phrase && s.type === type && !s.inner) ? 1 : 0
