/** A number as whoever chooses its subject sees it. */
import type { Fact, Span } from '../../../model/article.ts'
import type { Quantity } from './numbers.ts'
import type { Picked } from './subjects.ts'

/** `start`…`end` (offsets into the text) is the number with its unit. */
export interface Amount extends Span {
  sentence: number
  quantity: Quantity
  metric: string
  /** Whom the rules take it to be said of. */
  picked: Picked
  /** The fact before it in the article, said of whom it was first taken to be. */
  last: Fact | undefined
  /** The text from there on, where that is in the same sentence. */
  gap: string | null
}

/** Index of the entity that a number is said of, or -1 where it says nothing of any. */
export type Choose = (amount: Amount) => number

/** Whom an article's numbers are said of. */
export interface Chooser {
  /** Number by number, each in view of the fact before it. */
  choose: Choose
  /** When all were chosen for: of each number, in order, those that it is said of; the ones chosen where absent. */
  settle?: () => readonly (readonly number[])[]
}
