/** Ties of articles that were not learned from, beside the answers: what trees and thresholds are learned from. */
import type { AddWeights } from '../../../ingest/learned/table.ts'
import { Trees } from '../../../ingest/learned/trees.ts'
import { COLUMN_INDEX, COLUMNS, SERVES_COLUMN } from '../../../ingest/relate/pairs/columns.ts'
import { refusedBelow } from '../../../ingest/relate/pairs/pairs.ts'
import type { Rough } from '../../../ingest/relate/pairs/rough.ts'
import { FIELDS, valuesOf } from '../../../ingest/relate/pairs/tie-fields.ts'
import { TieTrees, type TieTreesFile } from '../../../ingest/relate/pairs/tie-trees.ts'
import { tiesOf } from '../../../ingest/relate/pairs/ties.ts'
import { weighed } from '../../../ingest/relate/pairs/weighed.ts'
import type { Paired } from '../paired.ts'
import { BOOST, boost, type Case } from '../trees.ts'
import { truthOf, wholeIn } from './pairs.ts'

const COOPERATION = COLUMN_INDEX.get('COOPERATES_WITH')!

export interface Seen extends Case {
  column: number
  /** A rule proposes it. */
  ruled: boolean
  /** Counts neither way. */
  open: boolean
}

/** The ties of an article, and how many of each relation the answer wants. */
export interface Trial {
  seen: Seen[]
  wanted: number[]
}

/** By weights that have not seen the article. */
export function trialOf(paired: Paired, add: AddWeights, rough: Rough): Trial {
  const { must, may, optional } = truthOf(paired)
  const { goldOf } = paired
  const whole = wholeIn(paired)
  const ties = tiesOf(weighed(whole, add, rough))
  const values = valuesOf(whole, ties)
  const seen = ties.map((tie, i): Seen => {
    const [h, t] = [goldOf[tie.head]!, goldOf[tie.tail]!]
    const key = `${tie.column} ${h} ${t}`
    return {
      column: tie.column,
      ruled: tie.ruled,
      values: values[i]!,
      start: tie.best.sum,
      right: must.has(key),
      open: optional.has(h) || optional.has(t) || may.has(key),
    }
  })
  const wanted = COLUMNS.map(() => 0)
  for (const key of must.keys()) {
    const [c, h, t] = key.split(' ').map(Number) as [number, number, number]
    if (c !== COOPERATION || h < t) wanted[c]!++
  }
  return { seen, wanted }
}

export const allOf = (trials: readonly Trial[]): number[] =>
  COLUMNS.map((_, c) => trials.reduce((sum, { wanted }) => sum + wanted[c]!, 0))

export interface Found {
  column: number
  share: number
  right: boolean
  /** A rule proposes it. */
  ruled: boolean
}

/** Trees of one relation correct what those of all leave: with more of them they learn single articles. */
const OWN = { ...BOOST, trees: 60 }
/** With fewer ties that hold a relation has none. */
const MANY = 500

/** The columns that have trees of their own. */
export const columnsOfMany = (trials: readonly Trial[], many = MANY): ReadonlySet<number> => {
  const right = COLUMNS.map(() => 0)
  for (const { seen } of trials) for (const x of seen) if (x.right && !x.open) right[x.column]!++
  return new Set([...COLUMNS.keys()].filter((c) => right[c]! >= many))
}

/** Trees for all relations, and behind them those of each of the columns. */
export function tieTreesOf(trials: readonly Trial[], columns: ReadonlySet<number>): TieTreesFile {
  const known = trials.flatMap(({ seen }) => seen.filter((x) => !x.open))
  const trees = boost(known)
  const common = new Trees(trees)
  const own = COLUMNS.map((_, c) => {
    if (!columns.has(c)) return []
    const cases = known.filter(({ column }) => column === c)
    return boost(
      cases.map((x) => ({ values: x.values, right: x.right, start: x.start + common.sum(x.values) })),
      OWN,
    )
  })
  return { fields: [...FIELDS], trees, own }
}

const FOLDS = 3

/** Each tie with its share by trees that have not seen its article. */
export function sharesByFolds(trials: readonly Trial[]): Found[] {
  const out: Found[] = []
  const columns = columnsOfMany(trials)
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = new TieTrees(
      tieTreesOf(
        trials.filter((_, i) => i % FOLDS !== fold),
        columns,
      ),
    )
    trials.forEach(({ seen }, i) => {
      if (i % FOLDS !== fold) return
      for (const { column, ruled, values, right, open } of seen)
        if (!open) out.push({ column, share: trees.shareOf(column, values), right, ruled })
    })
  }
  return out
}

/** Thresholds are sought between these; a relation with few answers goes by what is best for all. */
const BOUNDS = { least: 0.25, most: 0.45, few: 100 }
/** What is traced must be sure: at least half of what makes F1 gain (its half, 0.29). */
const SURE = 0.3

/** For each column the share from which on what no rule proposes makes F1 best, with a line that says so. */
export function thresholdsOf(
  all: readonly Found[],
  wanted: readonly number[],
): { thresholds: number[]; lines: string[] } {
  const found = all.filter((x) => !x.ruled || x.share >= refusedBelow(x.column))
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const common = bestOf(found, sum(wanted))
  const lines: string[] = []
  const thresholds = COLUMNS.map((column, c) => {
    const own = found.filter((x) => x.column === c)
    const at = wanted[c]! < BOUNDS.few ? common : bestOf(own, wanted[c]!)
    const threshold =
      Math.round(Math.max(c === SERVES_COLUMN ? SURE : BOUNDS.least, Math.min(BOUNDS.most, at)) * 100) / 100
    const kept = own.filter((x) => x.ruled || x.share >= threshold)
    const f1 = (2 * kept.filter((x) => x.right).length) / (kept.length + wanted[c]! || 1)
    lines.push(`${column.padEnd(18)} ≥ ${threshold.toFixed(2)}  F1 ${f1.toFixed(3)} of ${wanted[c]}`)
    return threshold
  })
  return { thresholds, lines }
}

function bestOf(found: readonly Found[], all: number): number {
  const ruled = found.filter((x) => x.ruled)
  let kept = ruled.length
  let right = ruled.filter((x) => x.right).length
  let [best, most] = [1, 0]
  for (const x of found.filter((x) => !x.ruled).sort((a, b) => b.share - a.share)) {
    kept++
    if (x.right) right++
    const f1 = (2 * right) / (kept + all)
    if (f1 > most) [best, most] = [x.share, f1]
  }
  return best
}
