import type { Amount } from '../../../ingest/relate/facts/amount.ts'
import { factsOf } from '../../../ingest/relate/facts/facts.ts'
import type { Reading } from '../../../ingest/relate/reading.ts'
import type { Scene } from '../../../ingest/relate/scene.ts'

/** The numbers of an article, each as it comes to be asked whom it is said of. */
export function amountsOf(scene: Scene, readings: readonly Reading[]): Amount[] {
  const amounts: Amount[] = []
  factsOf(scene, readings, {
    choose(amount) {
      amounts.push(amount)
      return amount.picked.entity
    },
  })
  return amounts
}
