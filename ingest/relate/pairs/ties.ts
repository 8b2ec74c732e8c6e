/** What may tie two entities, over all sentences. */
import { COLUMN_INDEX } from './columns.ts'
import type { Weighed } from './weighed.ts'

/** Two entities in one relation. A cooperation has its earlier entity as its head. */
export interface Tie {
  column: number
  head: number
  tail: number
  /** By which sentences, in order. */
  by: Weighed[]
  /** The surest of them. */
  best: Weighed
  ruled: boolean
}

const COOPERATION = COLUMN_INDEX.get('COOPERATES_WITH')!

/** Ties in the order in which their first sentences are weighed. */
export function tiesOf(all: readonly Weighed[]): Tie[] {
  const ties = new Map<string, Tie>()
  for (const one of all) {
    const { column, candidate, sum, ruled } = one
    const swaps = column === COOPERATION && candidate.head > candidate.tail
    const [head, tail] = swaps ? [candidate.tail, candidate.head] : [candidate.head, candidate.tail]
    const key = `${column} ${head} ${tail}`
    const tie = ties.get(key)
    if (!tie) ties.set(key, { column, head, tail, by: [one], best: one, ruled })
    else {
      tie.by.push(one)
      if (sum > tie.best.sum) tie.best = one
      tie.ruled ||= ruled
    }
  }
  return [...ties.values()]
}
