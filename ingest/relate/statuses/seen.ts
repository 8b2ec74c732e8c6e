/** What each entity is seen in. */
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import { toldOf } from './bearers.ts'
import { type Seen, StatusFeatures } from './features.ts'
import { heardIn } from './statuses.ts'

export function seenIn(scene: Scene, readings: readonly Reading[]) {
  const features = new StatusFeatures(scene, readings, heardIn(scene, readings))
  const seen = new Map<number, Seen[]>()
  for (const told of toldOf(scene, readings))
    for (const bearer of told.bearers) {
      const all = seen.get(bearer.entity)
      const one = { told, bearer, place: all?.length ?? 0 }
      if (all) all.push(one)
      else seen.set(bearer.entity, [one])
    }
  return { seen, features }
}
