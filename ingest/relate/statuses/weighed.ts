/** How much speaks for each stage of each entity, in the clauses that may speak of it. */
import { TemplateRow } from '../../learned/parts.ts'
import type { AddWeights } from '../../learned/table.ts'
import type { Told } from './bearers.ts'
import type { Seen, StatusFeatures } from './features.ts'
import { STAGE_NAMES } from './wordings.ts'

export interface Weighed {
  entity: number
  /** The clauses that may speak of it. */
  all: readonly Seen[]
  /** What speaks for each stage, by clause. */
  sums: readonly Float64Array[]
  /** Shares of the stages among all clauses and none. */
  shares: readonly number[]
  /** The clause that speaks most for each stage. */
  at: readonly number[]
  /** A bit for each stage that a rule holds firm. */
  ruled: number
}

/** What a rule's firm word adds. */
const LEANING = 2
const WIDTH = STAGE_NAMES.length

const row = new TemplateRow()

export function weighedOf(
  seen: ReadonlyMap<number, readonly Seen[]>,
  features: StatusFeatures,
  add: AddWeights,
): Weighed[] {
  const clauses = new Map<Told, Float64Array>()
  const out: Weighed[] = []
  for (const [entity, all] of seen) {
    let ruled = 0
    const sums = all.map((one) => {
      const sums = sumsOf(one, all, features, add, clauses)
      for (const k of features.ruledOf(one)) {
        sums[k]! += LEANING
        ruled |= 1 << k
      }
      return sums
    })
    out.push({ entity, all, sums, ruled, ...sharesOf(sums) })
  }
  return out
}

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
  return sums
}

function sharesOf(sums: readonly Float64Array[]): { shares: number[]; at: number[] } {
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
