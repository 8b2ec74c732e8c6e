/** How sure an article's names are, as numbers that features are made of. */
import type { Linked } from '../../model/article.ts'

/** A confidence in twentieths. */
export const twentiethsOf = (confidence: number): number => Math.floor(confidence * 20)

/** The best confidence of an entity's mentions, 0…1. */
export function confidenceOf({ entities, mentions }: Linked, entity: number): number {
  let best = 0
  for (const m of entities[entity]!.mentions) best = Math.max(best, mentions[m]!.confidence)
  return best
}

/** The same in twentieths: 0…19. */
export const sureOf = (article: Linked, entity: number): number =>
  Math.min(19, twentiethsOf(confidenceOf(article, entity)))
