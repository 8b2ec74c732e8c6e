/** The weights that `npm run train -- --only statuses` wrote. */
import type { StatusMention } from '../../../model/article.ts'
import { unzipped } from '../../learned/zipped.ts'
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import { type StatusFile, statusesLearned, statusWeightsOf } from './decide.ts'

const weights = statusWeightsOf(unzipped<StatusFile>(new URL('weights.json.gz', import.meta.url)))

export const learnedStatuses = (scene: Scene, readings: readonly Reading[]): StatusMention[] =>
  statusesLearned(scene, readings, weights)
