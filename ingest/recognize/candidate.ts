import type { Span } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'

/** A stretch that one rule takes for a name. */
export interface Candidate extends Span {
  type: EntityType
  /** 0…1 */
  confidence: number
  rule: string
}
