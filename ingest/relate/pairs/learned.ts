/** The weights that `npm run train -- --only pairs` wrote. */
import type { RelationMention, ServesMention } from '../../../model/article.ts'
import { unzipped } from '../../learned/zipped.ts'
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import { type PairsFile, pairsOf, pairWeightsOf } from './pairs.ts'

const weights = pairWeightsOf(unzipped<PairsFile>(new URL('weights.json.gz', import.meta.url)))

export interface Pairs {
  relations: RelationMention[]
  serves: ServesMention[]
}

/** What the rules say, as the weights decide on it, and what they find besides. */
export const learnedPairs = (scene: Scene, readings: readonly Reading[], rules: Pairs): Pairs =>
  pairsOf(scene, readings, rules, weights)
