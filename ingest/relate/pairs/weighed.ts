/** Candidates with what the weights sum up to for each relation that is asked of them. */

import { Row } from '../../learned/hash.ts'
import { zero } from '../../learned/scratch.ts'
import type { AddWeights } from '../../learned/table.ts'
import { isCity, isProvince } from '../scene.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { COLUMN_INDEX, COLUMNS, SERVES_COLUMN } from './columns.ts'
import { Ends } from './ends.ts'
import { tieFeatures } from './features.ts'
import { glanceAt } from './glance.ts'
import type { Rough } from './rough.ts'
import { typeIndex } from './view.ts'
import { proposalsAt, type Whole } from './whole.ts'

/** A pair as one relation by one sentence. */
export interface Weighed {
  candidate: Candidate
  column: number
  /** In log odds. */
  sum: number
  /** A rule says so by this sentence; of SERVES, by any. */
  ruled: boolean
}

/** What comes to less is out of the question, where no rule proposes it: 5 in 100, of SERVES 7 in 1,000. */
const LEAST_SUMS = COLUMNS.map((_, column) => (column === SERVES_COLUMN ? -5 : -3))

const LOCATION = COLUMN_INDEX.get('LOCATED_IN')!
const PLACE = typeIndex('Place')
/** Bits of what a place inside a longer name may have by itself: 济南 of 济南市市中区 lies in 山东, and wins no prize. */
const OF_INNER = (1 << LOCATION) | (1 << COLUMN_INDEX.get('PART_OF')!)

/**
 * How far below the least a sum may lie at first sight, with all of its head, and of both ends, to be weighed further where no
 * rule proposes the pair.
 */
const SHORT = { glance: 0, head: 0.5, ends: 1 }

/** Whether a column that is asked comes to no more than `short` below the least. */
function reaches(
  asked: number,
  short: number,
  tie: Float64Array,
  ofHead: Float64Array,
  ofTail: Float64Array,
): boolean {
  for (let bits = asked; bits !== 0; bits &= bits - 1) {
    const column = 31 - Math.clz32(bits & -bits)
    if (tie[column]! + ofHead[column]! + ofTail[column]! + short >= LEAST_SUMS[column]!) return true
  }
  return false
}

export function weighed(whole: Whole, add: AddWeights, rough: Rough): Weighed[] {
  const { entities } = whole.scene.article
  const row = new Row()
  const sums = new Float64Array(COLUMNS.length)
  const ends = new Ends(whole, add)
  const out: Weighed[] = []
  for (const candidate of candidatesOf(whole)) {
    const { head, tail, view, h, t } = candidate
    const proposed = proposedOf(whole, candidate)
    const asked = h?.inner && h.type === PLACE ? candidate.asked & (OF_INNER | proposed) : candidate.asked
    const glance = glanceAt(whole, candidate)
    const { types } = glance
    const free = (asked & proposed) === 0
    if (free) {
      rough.read(whole, candidate, glance, asked)
      if (!reaches(asked, SHORT.glance, rough.tie, rough.head, rough.tail)) continue
    }
    const ofHead = ends.sumsOf(view, h, head, types, 0)
    if (free && !reaches(asked, SHORT.head, rough.tie, ofHead, rough.tail)) continue
    const ofTail = ends.sumsOf(view, t, tail, types, 1)
    if (free && !reaches(asked, SHORT.ends, rough.tie, ofHead, ofTail)) continue
    row.size = 0
    tieFeatures(whole, candidate, glance, row)
    zero(sums)
    add(row.data, 0, row.size, sums, 0)
    for (let column = 0; column < COLUMNS.length; column++) {
      if (((asked >> column) & 1) === 0) continue
      const sum = sums[column]! + ofHead[column]! + ofTail[column]!
      const ruled = ((proposed >> column) & 1) === 1
      if (sum < LEAST_SUMS[column]! && !ruled) continue
      // a city lies in a province
      if (
        column === LOCATION &&
        isCity(entities[head]!) &&
        entities[tail]!.type === 'Place' &&
        !isProvince(entities[tail]!)
      )
        continue
      out.push({ candidate, column, sum, ruled })
    }
  }
  return out
}

/** Bits of the columns that a rule says by this sentence; SERVES where one says it at all. */
function proposedOf(whole: Whole, { head, tail, view }: Candidate): number {
  let bits = 0
  for (const p of proposalsAt(whole, head, tail, view.sentence.index))
    if (p.column === SERVES_COLUMN || p.sentence === view.sentence.index) bits |= 1 << p.column
  return bits
}
