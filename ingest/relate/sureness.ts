/** How sure an article's names are, as numbers that features are made of. */
import type { Linked } from '../../model/article.ts'

/** A confidence in twentieths. */
export const twentiethsOf = (confidence: number): number => Math.floor(confidence * 20)

/** The best confidence of an entity's mentions, in twentieths: 0…19. */
export function sureOf({ entities, mentions }: Linked, entity: number): number {
  let best = 0
  for (const m of entities[entity]!.mentions) best = Math.max(best, mentions[m]!.confidence)
  return Math.min(19, twentiethsOf(best))
}
