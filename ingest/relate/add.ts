import type { RelationMention } from '../../model/article.ts'
import type { RelationType } from '../../model/ontology.ts'

/** Takes one relation that a sentence states; what the ontology does not allow is left out. */
export type Add = (
  head: number,
  type: RelationType,
  tail: number,
  sentence: number,
  rule: string,
  confidence: number,
  more?: Partial<RelationMention>,
) => void
