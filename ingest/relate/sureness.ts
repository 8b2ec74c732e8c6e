/** How sure an article's names are. */
import type { Linked } from '../../model/article.ts'

/** The best confidence of an entity's mentions, in twentieths: 0…19. */
export function surenessOf({ entities, mentions }: Linked, entity: number): number {
  let best = 0
  for (const m of entities[entity]!.mentions) best = Math.max(best, mentions[m]!.confidence)
  return Math.min(19, Math.floor(best * 20))
}
