/** What was learned decides which pairs stand in which relation; the rules' say is part of what it goes by. */
import type { RelationMention, ServesMention } from '../../../model/article.ts'
import type { RelationType, ServesLevel } from '../../../model/ontology.ts'
import { Row } from '../../learned/hash.ts'
import { type AddWeights, addingOf, type TableFile } from '../../learned/table.ts'
import type { Reading } from '../reading.ts'
import { between, isCity, isProvince, modalityOf, type Scene } from '../scene.ts'
import { type Candidate, candidatesOf, FROM } from './candidates.ts'
import { COLUMN_INDEX, COLUMNS, SERVES_COLUMN } from './columns.ts'
import { endFeatures, tieFeatures, typesOf } from './features.ts'
import { type Spot, typeIndex, type View } from './view.ts'
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
}

/** @throws Error where the file was learned for other relations */
export function pairWeightsOf(file: PairsFile): PairWeights {
  if (file.columns.join() !== COLUMNS.join())
    throw new Error(
      `The weights of pairs were learned for ${file.columns.join(', ')}: run npm run train after a change to the ontology.`,
    )
  return { add: addingOf(file), thresholds: file.thresholds }
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
/** What a place inside a longer name may have by itself: 济南 of 济南市市中区 lies in 山东, and wins no prize. */
const OF_INNER: ReadonlySet<number> = new Set([LOCATION, COLUMN_INDEX.get('PART_OF')!])

/**
 * What is kept: each pair by every sentence that names both and says it, and by its best one where a sentence names one
 * of them only.
 */
function heldOf(whole: Whole, { add, thresholds }: PairWeights): Held[] {
  const { entities } = whole.scene.article
  const row = new Row()
  const sums = new Float64Array(COLUMNS.length)
  const ends = new Ends(whole, add)
  const within: Held[] = []
  const carried = new Map<number, Held>()
  const named = new Set<number>()
  for (const candidate of candidatesOf(whole)) {
    const { head, tail, asked, view, h, t } = candidate
    const types = typesOf(whole, head, tail)
    row.size = 0
    tieFeatures(whole, candidate, types, row)
    add(row.data, 0, row.size, sums.fill(0), 0)
    const ofHead = ends.sumsOf(view, h, head, types, 0)
    const ofTail = ends.sumsOf(view, t, tail, types, 1)
    for (let column = 0; column < COLUMNS.length; column++) {
      if (((asked >> column) & 1) === 0) continue
      if (h?.inner && h.type === PLACE && !OF_INNER.has(column) && !proposes(whole, candidate, column))
        continue
      const share = 1 / (1 + Math.exp(-sums[column]! - ofHead[column]! - ofTail[column]!))
      if (share < (proposes(whole, candidate, column) ? REFUSED : thresholds[column]!)) continue
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

/** What the ends of a sentence's pairs weigh: each is asked about with many others. */
class Ends {
  readonly #whole: Whole
  readonly #add: AddWeights
  readonly #row = new Row()
  #view: View | null = null
  #known = new Map<Spot | number, Map<number, Float64Array>>()

  constructor(whole: Whole, add: AddWeights) {
    this.#whole = whole
    this.#add = add
  }

  sumsOf(view: View, spot: Spot | null, entity: number, types: number, role: 0 | 1): Float64Array {
    if (view !== this.#view) this.#known = new Map()
    this.#view = view
    const end = spot ?? entity
    const byTypes = this.#known.get(end) ?? new Map<number, Float64Array>()
    this.#known.set(end, byTypes)
    const key = types * 2 + role
    let sums = byTypes.get(key)
    if (!sums) {
      this.#row.size = 0
      endFeatures(this.#whole, view, spot, entity, types, role, this.#row)
      sums = new Float64Array(COLUMNS.length)
      this.#add(this.#row.data, 0, this.#row.size, sums, 0)
      byTypes.set(key, sums)
    }
    return sums
  }
}

/** Whether a rule says it by this sentence; of SERVES, whether one says it at all. */
const proposes = (whole: Whole, { head, tail, view }: Candidate, column: number): boolean =>
  whole.proposals
    .get(pairOf(whole, head, tail))
    ?.some((p) => p.column === column && (column === SERVES_COLUMN || p.sentence === view.sentence.index)) ??
  false

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
