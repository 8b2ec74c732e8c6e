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

/** Asked of the same entities for every clause and every number that may speak of them. */
const known = new WeakMap<Linked, number[]>()

/** The same in twentieths: 0…19; of a linked article, whose mentions stay as they are. */
export function sureOf(article: Linked, entity: number): number {
  let sure = known.get(article)
  if (!sure) {
    sure = []
    known.set(article, sure)
  }
  sure[entity] ??= Math.min(19, twentiethsOf(confidenceOf(article, entity)))
  return sure[entity]
}
