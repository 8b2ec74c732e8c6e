/** The file of weights as text: the same bytes for the same weights. */
import { classifierFileOf } from '../../ingest/learned/classifier.ts'
import { fileOf } from '../../ingest/recognize/model/weights.ts'
import type { LearnedClassifier } from './classify.ts'
import type { Learned } from './learn.ts'

/** Weights are kept in steps of so much. */
const STEP = 0.01

export const fileTextOf = ({ index, ...weights }: Learned, digest: string): string =>
  `${JSON.stringify(fileOf(`Learned by npm run train from bench/gold ${digest}.`, index, weights, STEP))}\n`

export const insideTextOf = ({ classes, index, values }: LearnedClassifier, digest: string): string =>
  `${JSON.stringify(classifierFileOf(`Learned by npm run train from bench/gold ${digest}.`, classes, index, values))}\n`
