/** Learned names as they are kept. */
import { type ClassifierFile, classifierFileOf } from '../../ingest/learned/classifier.ts'
import { fileOf, type WeightsFile } from '../../ingest/recognize/model/weights.ts'
import type { LearnedClassifier } from './classify.ts'
import type { Learned } from './learn.ts'

/** Weights are kept in steps of so much. */
const STEP = 0.01

export const namesFileOf = (learned: Learned, digest: string): WeightsFile =>
  fileOf(`Learned by npm run train from bench/gold ${digest}.`, learned, STEP)

export const insideFileOf = (learned: LearnedClassifier, digest: string): ClassifierFile =>
  classifierFileOf(`Learned by npm run train from bench/gold ${digest}.`, learned.classes, learned)
