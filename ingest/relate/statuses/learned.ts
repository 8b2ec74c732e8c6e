/** The weights that `npm run train -- --only statuses` wrote. */
import type { StatusMention } from '../../../model/article.ts'
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import { statusesLearned, statusWeightsOf } from './decide.ts'
import file from './weights.json' with { type: 'json' }

const weights = statusWeightsOf(file)

export const learnedStatuses = (scene: Scene, readings: readonly Reading[]): StatusMention[] =>
  statusesLearned(scene, readings, weights)
