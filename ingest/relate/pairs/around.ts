/** What stands round a name in its sentence, whatever pair it is an end of. */
import { hashOf } from '../../learned/hash.ts'
import { twentiethsOf } from '../../learned/sureness.ts'
import type { Cue } from '../clauses.ts'
import type { Item, Spot, View } from './view.ts'
import type { Whole } from './whole.ts'

const EDGE: Item = { hash: hashOf('<edge>'), start: 0, end: 0, kind: 3 }
export const NO_VERB = hashOf('<none>')

const strings = new Map<string, number>()
export function hashed(text: string): number {
  let hash = strings.get(text)
  if (hash === undefined) {
    if (strings.size > 20_000) strings.clear()
    hash = hashOf(text)
    strings.set(text, hash)
  }
  return hash
}

export const itemAt = ({ items }: View, i: number): Item => (i >= 0 && i < items.length ? items[i]! : EDGE)

/** The nearest verb in front of an item in its clause, at most 12 items away. */
export function verbBefore({ items }: View, at: number): number {
  for (let i = at - 1; i >= 0 && i > at - 13; i--) {
    const { kind, hash } = items[i]!
    if (kind === 1) return hash
    if (kind === 3) break
  }
  return NO_VERB
}
export function verbAfter({ items }: View, at: number): number {
  for (let i = at + 1; i < items.length && i < at + 13; i++) {
    const { kind, hash } = items[i]!
    if (kind === 1) return hash
    if (kind === 3) break
  }
  return NO_VERB
}

/** A predicate of the clause: its word, and what it may mean. */
interface CueHashes {
  word: number
  predicates: readonly number[]
}

export interface Around {
  /** By what rule it was found, and how sure that is in twentieths; null for a phrase that stands for it. */
  rule: number | null
  sure: number
  member: number
  before: number
  after: number
  secondBefore: number
  secondAfter: number
  verbBefore: number
  verbAfter: number
  governor: number
  /** Bits: subject, topic, modifier. */
  part: number
  /** How many its phrase lists, up to 3; 0 where it stands alone. */
  listed: number
  /** The nearest predicate of its clause in front and behind. */
  front: CueHashes | null
  behind: CueHashes | null
  speech: boolean
}

export function aroundOf({ scene }: Whole, view: View, spot: Spot): Around {
  const { mention, phrase, unit, first, last } = spot
  const found = mention >= 0 ? scene.article.mentions[mention]! : null
  const clause = view.clauses[spot.clause]!
  let front: Cue | undefined
  let behind: Cue | undefined
  for (const cue of clause.cues) {
    if (cue.end <= phrase.start) front = cue
    else if (!behind && cue.start >= phrase.end) behind = cue
  }
  return {
    rule: found && hashed(found.rule),
    sure: found ? twentiethsOf(found.confidence) : 0,
    member: spot.member ? 1 : 0,
    before: itemAt(view, first - 1).hash,
    after: itemAt(view, last + 1).hash,
    secondBefore: itemAt(view, first - 2).hash,
    secondAfter: itemAt(view, last + 2).hash,
    verbBefore: verbBefore(view, first),
    verbAfter: verbAfter(view, last),
    governor: hashed(phrase.governor),
    part: (clause.subject === phrase ? 1 : 0) | (clause.topic === phrase ? 2 : 0) | (unit.modifier ? 4 : 0),
    listed: phrase.units.length > 1 ? Math.min(3, phrase.units.length) : 0,
    front: front ? hashesOf(front) : null,
    behind: behind ? hashesOf(behind) : null,
    speech: clause.speech,
  }
}

const hashesOf = ({ word, predicates }: Cue): CueHashes => ({
  word: hashed(word),
  predicates: predicates.map((p) => hashed(p.name)),
})
