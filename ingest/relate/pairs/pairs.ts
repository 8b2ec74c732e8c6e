/** What was learned decides which pairs stand in which relation; the rules' say is part of what it goes by. */
import type { RelationMention, ServesMention } from '../../../model/article.ts'
import type { RelationType, ServesLevel } from '../../../model/ontology.ts'
import type { TableFile } from '../../learned/file.ts'
import { Row } from '../../learned/hash.ts'
import { type AddWeights, addingOf } from '../../learned/table.ts'
import type { Reading } from '../reading.ts'
import { between, isCity, isProvince, modalityOf, type Scene } from '../scene.ts'
import { type Candidate, candidatesOf, FROM } from './candidates.ts'
import { COLUMN_INDEX, COLUMNS, SERVES_COLUMN } from './columns.ts'
import { Ends } from './ends.ts'
import { tieFeatures } from './features.ts'
import { glanceAt } from './glance.ts'
import { Rough } from './rough.ts'
import { type Spot, typeIndex } from './view.ts'
import { pairOf, type Whole, wholeOf } from './whole.ts'

export interface PairsFile extends TableFile {
  about: string
  /** Relations in the order that the columns have. */
  columns: string[]
  /** The share, 0…1, from which on a pair that no rule proposes stands in a column's relation. */
  thresholds: number[]
}

export interface PairWeights {
  add: AddWeights
  thresholds: readonly number[]
  /** The sums that come to the thresholds. */
  bars: readonly number[]
  rough: Rough
}

/** @throws Error where the file was learned for other relations */
export function pairWeightsOf(file: PairsFile): PairWeights {
  if (file.columns.join() !== COLUMNS.join())
    throw new Error(
      `The weights of pairs were learned for ${file.columns.join(', ')}: run npm run train after a change to the ontology.`,
    )
  const add = addingOf(file)
  const { thresholds } = file
  return { add, thresholds, bars: thresholds.map((x) => Math.log(x / (1 - x))), rough: new Rough(add) }
}

/** What a rule proposes is left out below this share. */
export const REFUSED = 0.03

/** A pair that stands in a column's relation by a sentence. */
interface Held {
  candidate: Candidate
  column: number
  share: number
}

const COOPERATION = COLUMN_INDEX.get('COOPERATES_WITH')!
const LOCATION = COLUMN_INDEX.get('LOCATED_IN')!

/** Relations and SERVES of an article, from what the rules say of it. */
export function pairsOf(
  scene: Scene,
  readings: readonly Reading[],
  { relations, serves }: { relations: readonly RelationMention[]; serves: readonly ServesMention[] },
  weights: PairWeights,
): { relations: RelationMention[]; serves: ServesMention[] } {
  const whole = wholeOf(scene, readings, relations, serves)
  const held = heldOf(whole, weights)
  const said = new Map(relations.map((r) => [`${r.type} ${r.head} ${r.tail} ${r.sentence}`, r]))
  const served = new Map(serves.map((s) => [`${s.head} ${s.tail}`, s]))
  const out: RelationMention[] = []
  const ties = new Map<string, Held>()
  const kinds = new Map<string, number>()
  for (const one of held) {
    const { candidate: c, column } = one
    const key = `${c.head} ${c.tail}`
    kinds.set(key, (kinds.get(key) ?? 0) | (1 << column))
    if (column === SERVES_COLUMN) {
      if ((ties.get(key)?.share ?? 0) < one.share) ties.set(key, one)
      continue
    }
    out.push(relationOf(scene, one, said.get(`${COLUMNS[column]} ${key} ${c.view.sentence.index}`)))
  }
  const tied = [...ties].map(([key, one]) => servesOf(whole, one, served.get(key), kinds.get(key)!))
  return {
    relations: out.sort(
      (a, b) => a.sentence - b.sentence || a.head - b.head || a.tail - b.tail || (a.type < b.type ? -1 : 1),
    ),
    serves: tied.sort((a, b) => a.head - b.head || a.tail - b.tail),
  }
}

const PLACE = typeIndex('Place')
/** Bits of what a place inside a longer name may have by itself: 济南 of 济南市市中区 lies in 山东, and wins no prize. */
const OF_INNER = (1 << LOCATION) | (1 << COLUMN_INDEX.get('PART_OF')!)

/**
 * How far below its threshold a sum may lie at first sight, with all of its head, and of both ends, to be weighed further where no
 * rule proposes the pair: of those held one in a thousand lies lower.
 */
const SHORT = { glance: 2.25, head: 2.5, ends: 2.75 }

/** Whether a column that is asked comes to no more than `short` below its bar. */
function reaches(
  asked: number,
  bars: readonly number[],
  short: number,
  tie: Float64Array,
  ofHead: Float64Array,
  ofTail: Float64Array,
): boolean {
  for (let bits = asked; bits !== 0; bits &= bits - 1) {
    const column = 31 - Math.clz32(bits & -bits)
    if (tie[column]! + ofHead[column]! + ofTail[column]! + short >= bars[column]!) return true
  }
  return false
}

/**
 * What is kept: each pair by every sentence that names both and says it, and by its best one where a sentence names one
 * of them only.
 */
function heldOf(whole: Whole, { add, thresholds, bars, rough }: PairWeights): Held[] {
  const { entities } = whole.scene.article
  const row = new Row()
  const sums = new Float64Array(COLUMNS.length)
  const ends = new Ends(whole, add)
  const within: Held[] = []
  const carried = new Map<number, Held>()
  const named = new Set<number>()
  for (const candidate of candidatesOf(whole)) {
    const { head, tail, view, h, t } = candidate
    const proposed = proposedOf(whole, candidate)
    const asked = h?.inner && h.type === PLACE ? candidate.asked & (OF_INNER | proposed) : candidate.asked
    const glance = glanceAt(whole, candidate)
    const { types } = glance
    const free = (asked & proposed) === 0
    if (free) {
      rough.read(whole, candidate, glance)
      if (!reaches(asked, bars, SHORT.glance, rough.tie, rough.head, rough.tail)) continue
    }
    const ofHead = ends.sumsOf(view, h, head, types, 0)
    if (free && !reaches(asked, bars, SHORT.head, rough.tie, ofHead, rough.tail)) continue
    const ofTail = ends.sumsOf(view, t, tail, types, 1)
    if (free && !reaches(asked, bars, SHORT.ends, rough.tie, ofHead, ofTail)) continue
    row.size = 0
    tieFeatures(whole, candidate, glance, row)
    add(row.data, 0, row.size, sums.fill(0), 0)
    for (let column = 0; column < COLUMNS.length; column++) {
      if (((asked >> column) & 1) === 0) continue
      const share = 1 / (1 + Math.exp(-sums[column]! - ofHead[column]! - ofTail[column]!))
      if (share < ((proposed >> column) & 1 ? REFUSED : thresholds[column]!)) continue
      if (
        column === LOCATION &&
        isCity(entities[head]!) &&
        entities[tail]!.type === 'Place' &&
        !isProvince(entities[tail]!)
      )
        continue
      const key = pairOf(whole, head, tail) * COLUMNS.length + column
      if (candidate.from === 0) {
        within.push({ candidate, column, share })
        named.add(key)
      } else if ((carried.get(key)?.share ?? 0) < share) carried.set(key, { candidate, column, share })
    }
  }
  const all = [...within, ...[...carried].flatMap(([key, one]) => (named.has(key) ? [] : [one]))]
  return onceOf(all)
}

/** Bits of the columns that a rule says by this sentence; SERVES where one says it at all. */
function proposedOf(whole: Whole, { head, tail, view }: Candidate): number {
  let bits = 0
  for (const p of whole.proposals.get(pairOf(whole, head, tail)) ?? [])
    if (p.column === SERVES_COLUMN || p.sentence === view.sentence.index) bits |= 1 << p.column
  return bits
}

/** A cooperation is found from both ends: the surer stands, of equals the one from the earlier entity. */
function onceOf(held: readonly Held[]): Held[] {
  const best = new Map<string, Held>()
  for (const one of held) {
    const { head, tail, view } = one.candidate
    const ends = one.column === COOPERATION && head > tail ? `${tail} ${head}` : `${head} ${tail}`
    const key = `${one.column} ${ends} ${view.sentence.index}`
    const known = best.get(key)
    if (!known || known.share < one.share || (known.share === one.share && head < tail)) best.set(key, one)
  }
  return [...best.values()]
}

const rounded = (share: number): number => Math.round(share * 100) / 100

function relationOf(
  scene: Scene,
  { candidate, column, share }: Held,
  rule: RelationMention | undefined,
): RelationMention {
  if (rule) return { ...rule, confidence: rounded(share) }
  const { head, tail, view, h, t } = candidate
  const { start, end } = view.clauses[((t ?? h) as Spot).clause]!
  return {
    head,
    type: COLUMNS[column] as RelationType,
    tail,
    sentence: view.sentence.index,
    confidence: rounded(share),
    modality: modalityOf(between(scene, start, end)),
    rule: 'learned',
    time: view.sentence.time,
  }
}

const STATING = (1 << COLUMN_INDEX.get('ADVANCES')!) | (1 << LOCATION) | (1 << COLUMN_INDEX.get('PART_OF')!)

function servesOf(
  whole: Whole,
  { candidate, share }: Held,
  rule: ServesMention | undefined,
  kinds: number,
): ServesMention {
  if (rule) return { ...rule, confidence: rounded(share) }
  const { head, tail, view, h, t, from } = candidate
  const within = h !== null && t !== null
  const level: ServesLevel = within
    ? kinds & STATING
      ? 'stated'
      : 'purpose'
    : from & FROM.period
      ? 'purpose'
      : 'section'
  return {
    head,
    tail,
    level,
    sentence: within || !h ? view.sentence.index : framing(whole, tail, view.sentence.index),
    confidence: rounded(share),
    rule: 'learned',
  }
}

/** The last sentence before one that names what stands over it. */
function framing({ scene }: Whole, strategy: number, before: number): number {
  const { entities, mentions } = scene.article
  let found = -1
  for (const m of entities[strategy]!.mentions) {
    const { sentence } = mentions[m]!
    if (sentence < before) found = sentence
  }
  return found >= 0 ? found : before
}
