/** The weights that `npm run train -- --only facts` wrote. */
import { unzipped } from '../../learned/zipped.ts'
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import type { Chooser } from './amount.ts'
import { chooserOf, type FactsFile, factsWeightsOf } from './chooser.ts'

const weights = factsWeightsOf(unzipped<FactsFile>(new URL('weights.json.gz', import.meta.url)))

export const learnedChooser = (scene: Scene, readings: readonly Reading[]): Chooser =>
  chooserOf(scene, readings, weights)
