/** Whom numbers may be said of in articles that were not learned from, beside the answers: what trees and bound are learned from. */
import type { Lookup } from '../../../ingest/learned/table.ts'
import { type Tree, Trees } from '../../../ingest/learned/trees.ts'
import { choosing, type Seen, viewing } from '../../../ingest/relate/facts/choose.ts'
import { NEWS } from '../../../ingest/relate/facts/chooser.ts'
import { factsOf } from '../../../ingest/relate/facts/facts.ts'
import { likelyOf, takenOf } from '../../../ingest/relate/facts/likely.ts'
import { quantityOf } from '../../eval/normal.ts'
import { repeated, timesOf } from '../reports.ts'
import { boost, type Case } from '../trees.ts'
import { type Lesson, subjectsOf } from './facts.ts'

interface Said extends Case {
  /** Which number of the article. */
  number: number
  /** Subject and quantity: numbers that repeat it are one fact. */
  key: string
  /** Counts neither way. */
  open: boolean
}

/** What is seen of an article's numbers, and how many facts the answer wants. */
export interface Trial {
  said: Said[]
  wanted: number
  /** How often it counts. */
  times: number
}

/** By weights that have not seen the article. */
export function trialOf({ paired, scene, readings }: Lesson, lookup: Lookup): Trial {
  const { gold, goldOf } = paired
  const isOpen = (g: number): boolean => gold.entities[g]?.optional === true
  const wanted = new Set<string>()
  for (const [quantity, subjects] of subjectsOf(paired))
    for (const s of subjects) if (!isOpen(s)) wanted.add(`${s} ${quantity}`)
  const seen: Seen[] = []
  factsOf(scene, readings, { choose: choosing(viewing(scene, readings), lookup, NEWS, seen) })
  const said = likelyOf(scene, seen).map(({ number, entity, values }): Said => {
    const g = goldOf[entity]!
    const { value, unit } = seen[number]!.amount.quantity
    const key = `${g >= 0 ? g : `none ${entity}`} ${quantityOf(value, unit)}`
    return { number, key, values, start: values[0]!, right: wanted.has(key), open: isOpen(g) }
  })
  return { said, wanted: wanted.size, times: timesOf(paired.id) }
}

export const treesOf = (trials: readonly Trial[]): Tree[] =>
  boost(
    trials.flatMap(({ said, times }) =>
      repeated(
        said.filter(({ open }) => !open),
        times,
      ),
    ),
  )

const FOLDS = 3
const BOUNDS = [0.25, 0.3, 0.35, 0.4, 0.45]
/** Of bounds whose F1 is as good as the best but for this the highest is taken: a wrong fact costs more than a missing one. */
const ALIKE = 0.001

/** The share from which on what is said makes F1 as good as best, by trees that have not seen the article, with a line that says so. */
export function boundOf(trials: readonly Trial[]): { bound: number; line: string } {
  const wanted = trials.reduce((sum, trial) => sum + trial.wanted, 0)
  const tallies = BOUNDS.map((bound) => ({ bound, right: 0, found: 0 }))
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = new Trees(treesOf(trials.filter((_, i) => i % FOLDS !== fold)))
    for (const { said } of trials.filter((_, i) => i % FOLDS === fold)) {
      const shared = said.map((one) => ({ ...one, share: trees.shareOf(one.values) }))
      for (const tally of tallies) {
        const kept = takenOf(shared, tally.bound).filter(({ open }) => !open)
        tally.found += new Set(kept.map(({ key }) => key)).size
        tally.right += new Set(kept.flatMap(({ key, right }) => (right ? [key] : []))).size
      }
    }
  }
  const figures = tallies.map(({ bound, right, found }) => ({
    bound,
    f1: (2 * right) / (found + wanted || 1),
  }))
  const best = Math.max(...figures.map(({ f1 }) => f1))
  const { bound } = figures.findLast(({ f1 }) => f1 >= best - ALIKE)!
  const tried = figures.map((one) => `≥ ${one.bound.toFixed(2)} F1 ${one.f1.toFixed(3)}`).join(', ')
  return { bound, line: `facts ${tried} of ${wanted}` }
}
