/** The weights that `npm run train -- --only facts` wrote. */
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import type { Chooser } from './amount.ts'
import { chooserOf, factsWeightsOf } from './chooser.ts'
import file from './weights.json' with { type: 'json' }

const weights = factsWeightsOf(file)

export const learnedChooser = (scene: Scene, readings: readonly Reading[]): Chooser =>
  chooserOf(scene, readings, weights)
