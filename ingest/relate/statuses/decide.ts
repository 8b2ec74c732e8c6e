/** Which stage each thing has reached: the rules propose, what was learned decides. */
import type { StatusMention } from '../../../model/article.ts'
import type { Status } from '../../../model/ontology.ts'
import type { TableFile } from '../../learned/file.ts'
import { Row } from '../../learned/hash.ts'
import { type AddWeights, addingOf } from '../../learned/table.ts'
import type { Reading } from '../reading.ts'
import { between, type Scene } from '../scene.ts'
import { dateBefore } from '../stages.ts'
import type { Told } from './bearers.ts'
import type { Seen, StatusFeatures } from './features.ts'
import { seenIn } from './seen.ts'
import { STAGE_NAMES } from './wordings.ts'

export interface StatusFile extends TableFile {
  about: string
  /** The stages in the order that the columns have. */
  stages: readonly string[]
}

/** @throws Error where the file was learned for other stages */
export function statusWeightsOf(file: StatusFile): AddWeights {
  if (file.stages.join() !== STAGE_NAMES.join())
    throw new Error(
      `statuses.json was learned for the stages ${file.stages.join(', ')}: run npm run train after a change to the ontology.`,
    )
  return addingOf(file)
}

/** A stage is stated where its share is as large; found by k-fold on articles of news density. */
export const LEAST = 0.17
/** A second one beside it. */
const LEAST_BESIDE = 0.25
/** What a rule's firm word adds. */
const LEANING = 2
const WIDTH = STAGE_NAMES.length
/** How far before its word a date may stand. */
const REACH = 64

const row = new Row()

export function statusesLearned(
  scene: Scene,
  readings: readonly Reading[],
  weights: AddWeights,
): StatusMention[] {
  const { seen, features } = seenIn(scene, readings)
  const clauses = new Map<Told, Float64Array>()
  const out: StatusMention[] = []
  for (const [subject, all] of seen) {
    const sums = all.map((s) => sumsOf(s, all, features, weights, clauses))
    const { shares, at } = sharesOf(sums)
    const most = Math.max(...shares)
    shares.forEach((share, k) => {
      if (share < LEAST || (share < most && share < LEAST_BESIDE)) return
      const status = STAGE_NAMES[k]!
      const { told } = all[at[k]!]!
      const span = features.wordOf(told, status)
      const { sentence } = told.reading
      const date = dateBefore(between(scene, Math.max(sentence.start, span.start - REACH), span.start))
      out.push({ subject, status, date, sentence: sentence.index, start: span.start, end: span.end })
    })
  }
  return out.sort(
    (a, b) => a.start - b.start || a.subject - b.subject || orderOf(a.status) - orderOf(b.status),
  )
}

const orderOf = (status: Status): number => STAGE_NAMES.indexOf(status)

/** What speaks for each stage in one clause. */
function sumsOf(
  one: Seen,
  all: readonly Seen[],
  features: StatusFeatures,
  add: AddWeights,
  clauses: Map<Told, Float64Array>,
): Float64Array {
  let clause = clauses.get(one.told)
  if (!clause) {
    row.size = 0
    features.ofClause(one.told, row)
    clause = new Float64Array(WIDTH)
    add(row.data, 0, row.size, clause, 0)
    clauses.set(one.told, clause)
  }
  row.size = 0
  features.ofBearer(one, all, row)
  features.ofRules(one, row)
  const sums = clause.slice()
  add(row.data, 0, row.size, sums, 0)
  for (const k of features.ruledOf(one)) sums[k]! += LEANING
  return sums
}

/** Shares of the stages among all clauses and none, and the clause that speaks most for each. */
export function sharesOf(sums: readonly Float64Array[]): { shares: number[]; at: number[] } {
  let most = 0
  for (const s of sums) for (const x of s) if (x > most) most = x
  let all = Math.exp(-most)
  const shares = new Array<number>(WIDTH).fill(0)
  const at = new Array<number>(WIDTH).fill(0)
  sums.forEach((s, c) => {
    for (let k = 0; k < WIDTH; k++) {
      const share = Math.exp(s[k]! - most)
      all += share
      shares[k]! += share
      if (s[k]! > sums[at[k]!]![k]!) at[k] = c
    }
  })
  return { shares: shares.map((x) => x / all), at }
}
