/** What was learned decides which pairs stand in which relation; the rules' say is part of what it goes by. */
import type { RelationMention, ServesMention } from '../../../model/article.ts'
import { pushTo } from '../../../model/groups.ts'
import type { RelationType, ServesLevel } from '../../../model/ontology.ts'
import type { TableFile } from '../../learned/file.ts'
import { type AddWeights, addingOf } from '../../learned/table.ts'
import { WORKED } from '../copula.ts'
import { EACH } from '../each.ts'
import { HOST, VENUE } from '../hosts.ts'
import { modalityOf } from '../modality.ts'
import { BRANCH } from '../names.ts'
import { COMPOSED, DIVIDED, LISTED, MESHED } from '../parts.ts'
import type { Reading } from '../reading.ts'
import { ROUTE } from '../routes.ts'
import type { Scene } from '../scene.ts'
import { RUN_LIKE_A_PLACE } from '../serves/aims.ts'
import { ATTRIBUTE, ZONE } from '../serves/serves.ts'
import { SET_PART } from '../serves/sets.ts'
import { LAYOUT, MADE_UP } from '../serves/shapes.ts'
import { THESE } from '../serves/these.ts'
import { type Candidate, FROM } from './candidates.ts'
import { COLUMN_INDEX, COLUMNS, SERVES_COLUMN } from './columns.ts'
import { Rough } from './rough.ts'
import { valuesOf } from './tie-fields.ts'
import { TieTrees, type TieTreesFile } from './tie-trees.ts'
import { type Tie, tiesOf } from './ties.ts'
import { typeIndex } from './view.ts'
import { type Weighed, weighed } from './weighed.ts'
import { type Whole, wholeOf } from './whole.ts'

/** The trees see a tie beside what else may be tied. */
export interface PairsFile extends TableFile, TieTreesFile {
  about: string
  /** Relations in the order that the columns have. */
  columns: string[]
  /** The share, 0…1, from which on a tie that no rule proposes holds, by column. */
  thresholds: number[]
}

export interface PairWeights {
  add: AddWeights
  rough: Rough
  trees: TieTrees
  thresholds: readonly number[]
}

/** @throws Error where the file was learned for other relations, or to look at other things */
export function pairWeightsOf(file: PairsFile): PairWeights {
  if (file.columns.join() !== COLUMNS.join())
    throw new Error(
      `The weights of pairs were learned for ${file.columns.join(', ')}: run npm run train after a change to them.`,
    )
  const trees = new TieTrees(file)
  const add = addingOf(file)
  return { add, rough: new Rough(add), trees, thresholds: file.thresholds }
}

/** What a rule proposes is left out below this share: for a third of those below it was right. */
const REFUSED_BELOW = { relation: 0.33, serves: 0.3 }
/** Of rules that say it in so many words: what was learned is not asked. */
const OUTRIGHT: ReadonlySet<string> = new Set([COMPOSED, DIVIDED, LISTED, MESHED, EACH, BRANCH])
/** Of rules that what was learned has seen too seldom to trust: they are right nine times in ten. */
const SURE: ReadonlySet<string> = new Set([
  ROUTE,
  HOST,
  VENUE,
  ATTRIBUTE,
  WORKED,
  ZONE,
  SET_PART,
  THESE,
  LAYOUT,
  MADE_UP,
  ...OUTRIGHT,
])
const SURE_REFUSED_BELOW = 0.05

/**
 * What no rule says to serve: an institute, which is mostly a partner of what serves, and what one sentence names with its
 * strategy, which the reader has before him.
 */
const SERVES_FROM = { institute: 0.4, together: 0.25 }
const INSTITUTE = typeIndex('Institute')
/** Of a firm, and of a zone that others are in, where no sentence names it with its strategy: they are there for more. */
const SERVES_AFAR = { firm: 0.5, zone: 0.6 }
const FIRM = typeIndex('Company')

export const refusedBelow = (column: number): number =>
  column === SERVES_COLUMN ? REFUSED_BELOW.serves : REFUSED_BELOW.relation

/** A tie that holds. */
interface Held {
  tie: Tie
  share: number
}

/** Relations and SERVES of an article, from what the rules say of it. */
export function pairsOf(
  scene: Scene,
  readings: readonly Reading[],
  { relations, serves }: { relations: readonly RelationMention[]; serves: readonly ServesMention[] },
  weights: PairWeights,
): { relations: RelationMention[]; serves: ServesMention[] } {
  const whole = wholeOf(scene, readings, relations, serves)
  const sure = new Set(
    [...relations, ...serves.map((s) => ({ ...s, type: 'SERVES' as const }))].flatMap(
      ({ rule, type, head, tail }) => (SURE.has(rule) ? [`${COLUMN_INDEX.get(type)} ${head} ${tail}`] : []),
    ),
  )
  const held = heldOf(whole, weights, sure, listsOf(scene, relations))
  const said = new Map(relations.map((r) => [`${r.type} ${r.head} ${r.tail} ${r.sentence}`, r]))
  const served = new Map(serves.map((s) => [`${s.head} ${s.tail}`, s]))
  const kinds = new Map<string, number>()
  for (const { tie } of held) {
    const key = `${tie.head} ${tie.tail}`
    kinds.set(key, (kinds.get(key) ?? 0) | (1 << tie.column))
  }
  // what is said outright holds, also where no tie of it does
  const out: RelationMention[] = relations.filter(
    ({ rule, type, head, tail }) =>
      OUTRIGHT.has(rule) && (((kinds.get(`${head} ${tail}`) ?? 0) >> COLUMN_INDEX.get(type)!) & 1) === 0,
  )
  const tied: ServesMention[] = []
  for (const one of held) {
    const { column, head, tail } = one.tie
    const key = `${head} ${tail}`
    if (column === SERVES_COLUMN) tied.push(servesOf(whole, one, served.get(key), kinds.get(key)!))
    else
      for (const { candidate: c } of evidenceOf(one.tie))
        out.push(
          relationOf(
            scene,
            c,
            one,
            said.get(`${COLUMNS[column]} ${c.head} ${c.tail} ${c.view.sentence.index}`),
          ),
        )
  }
  return {
    relations: out.sort(
      (a, b) => a.sentence - b.sentence || a.head - b.head || a.tail - b.tail || (a.type < b.type ? -1 : 1),
    ),
    serves: tied.sort((a, b) => a.head - b.head || a.tail - b.tail),
  }
}

/** What holds: ties by all their sentences, each beside the others. */
function heldOf(
  whole: Whole,
  { add, rough, trees, thresholds }: PairWeights,
  sure: ReadonlySet<string>,
  lists: ReadonlyMap<string, readonly string[][]>,
): Held[] {
  const ties = tiesOf(weighed(whole, add, rough))
  const values = valuesOf(whole, ties)
  const freeFrom = ({ column, head, by }: Tie, threshold: number): number => {
    if (column !== SERVES_COLUMN) return threshold
    if (whole.known[head]!.type === INSTITUTE) return Math.max(SERVES_FROM.institute, threshold)
    const together = by.some(({ candidate }) => candidate.from === 0)
    return together ? Math.min(SERVES_FROM.together, threshold) : threshold
  }
  const shares = ties.map((tie, i) => trees.shareOf(tie.column, values[i]!))
  const holds = ties.map((tie, i) => {
    const least = sure.has(keyOf(tie))
      ? SURE_REFUSED_BELOW
      : tie.ruled
        ? refusedBelow(tie.column)
        : freeFrom(tie, thresholds[tie.column]!)
    return shares[i]! >= Math.max(least, afarFrom(whole, tie))
  })
  const found = new Set(ties.flatMap((tie, i) => (holds[i] ? [keyOf(tie)] : [])))
  const isListed = (own: string): boolean =>
    lists.get(own)?.some((list) => list.some((other) => other !== own && found.has(other))) ?? false
  return ties.flatMap((tie, i) =>
    holds[i] || (shares[i]! >= LISTED_FROM && isListed(keyOf(tie))) ? [{ tie, share: shares[i]! }] : [],
  )
}

const keyOf = ({ column, head, tail }: Pick<Tie, 'column' | 'head' | 'tail'>): string =>
  `${column} ${head} ${tail}`

/** What one word says of each of a list: if it holds of one of them, it holds of one that is this likely by itself. */
const LISTED_FROM = 0.2

/** By tie the lists that it is one of, each of ties that one word says: 甲、乙和丙落户丁. */
function listsOf(
  { article: { entities } }: Scene,
  relations: readonly RelationMention[],
): Map<string, string[][]> {
  const lists = new Map<string, string[]>()
  for (const { type, head, tail, sentence, rule, cue } of relations) {
    if (!cue) continue
    const tie = keyOf({ column: COLUMN_INDEX.get(type)!, head, tail })
    const said = `${type} ${sentence} ${rule} ${cue.start}`
    pushTo(lists, `${said} to ${tail} ${entities[head]!.type}`, tie)
    pushTo(lists, `${said} of ${head} ${entities[tail]!.type}`, tie)
  }
  const out = new Map<string, string[][]>()
  for (const list of lists.values())
    if (list.length > 1 && list.length <= MOST_LISTED) for (const tie of list) pushTo(out, tie, list)
  return out
}
const MOST_LISTED = 24

/** The share from which on what no sentence says holds; 0 where one does. */
export function afarFrom(
  { known, scene }: Pick<Whole, 'known' | 'scene'>,
  { column, head, by }: Pick<Tie, 'column' | 'head' | 'by'>,
): number {
  if (column !== SERVES_COLUMN || by.some(({ candidate }) => candidate.from === 0)) return 0
  if (known[head]!.type === FIRM) return SERVES_AFAR.firm
  return RUN_LIKE_A_PLACE.test(scene.article.entities[head]!.name) ? SERVES_AFAR.zone : 0
}

/** From this sum on a sentence is evidence beside the best one. */
const TELLING = -1

/** The sentences that say a tie, each once: those that name both where any does, else the best one. */
function evidenceOf({ by, best }: Tie): Weighed[] {
  const naming = by.filter((one) => one.candidate.from === 0)
  if (naming.length === 0) return [best]
  const telling = naming.filter((one) => one.ruled || one.sum >= TELLING)
  const out = new Map<number, Weighed>()
  for (const one of telling.length > 0 ? telling : [naming.reduce((a, b) => (b.sum > a.sum ? b : a))]) {
    const { index } = one.candidate.view.sentence
    const known = out.get(index)
    if (!known || known.sum < one.sum) out.set(index, one)
  }
  return [...out.values()]
}

/** A rule that what was learned cannot judge is as sure as it says. */
const confidenceOf = ({ rule, confidence }: { rule: string; confidence: number }, share: number): number =>
  SURE.has(rule) ? Math.max(confidence, rounded(share)) : rounded(share)

const rounded = (share: number): number => Math.round(share * 100) / 100

function relationOf(
  scene: Scene,
  { head, tail, view }: Candidate,
  { tie: { column }, share }: Held,
  rule: RelationMention | undefined,
): RelationMention {
  if (rule) return { ...rule, confidence: confidenceOf(rule, share) }
  const type = COLUMNS[column] as RelationType
  return {
    head,
    type,
    tail,
    sentence: view.sentence.index,
    confidence: rounded(share),
    modality: modalityOf(scene, view.sentence, { head, type, tail }),
    rule: 'learned',
    time: view.sentence.time,
  }
}

const STATING =
  (1 << COLUMN_INDEX.get('ADVANCES')!) |
  (1 << COLUMN_INDEX.get('LOCATED_IN')!) |
  (1 << COLUMN_INDEX.get('PART_OF')!)

function servesOf(
  whole: Whole,
  { tie, share }: Held,
  rule: ServesMention | undefined,
  kinds: number,
): ServesMention {
  if (rule) return { ...rule, confidence: confidenceOf(rule, share) }
  const { head, tail, view, h, t, from } = tie.best.candidate
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

/** The last sentence before one that names what stands over it, else the first that names it at all. */
function framing({ scene }: Whole, strategy: number, before: number): number {
  const { entities, mentions } = scene.article
  const named = entities[strategy]!.mentions.map((m) => mentions[m]!.sentence)
  return named.findLast((sentence) => sentence < before) ?? named[0] ?? before
}
