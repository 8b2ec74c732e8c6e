/** A number as whoever chooses its subject sees it. */
import type { Fact, Span } from '../../../model/article.ts'
import type { Picked } from '../subjects.ts'
import type { Quantity } from './numbers.ts'

/** `start`…`end` (offsets into the text) is the number with its unit. */
export interface Amount extends Span {
  sentence: number
  quantity: Quantity
  metric: string
  /** Whom the rules take it to be said of. */
  picked: Picked
  /** The fact before it in the article. */
  last: Fact | undefined
  /** The text from there on, where that is in the same sentence. */
  gap: string | null
}

/** Index of the entity that a number is said of, or -1 where it says nothing of any. */
export type Choose = (amount: Amount) => number
