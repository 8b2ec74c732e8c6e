/** Learned names as they are kept. */
import { type ClassifierFile, classifierFileOf } from '../../ingest/learned/classifier.ts'
import { fileOf, type WeightsFile } from '../../ingest/recognize/model/weights.ts'
import { aboutOf } from './answers.ts'
import type { LearnedClassifier } from './classify.ts'
import { fitted, ROOM } from './fitted.ts'
import type { Learned } from './learn.ts'

/** Weights are kept in steps of so much. */
const STEP = 0.01

export const namesFileOf = (learned: Learned, digest: string): WeightsFile =>
  fitted(ROOM.names, (worth) => fileOf(aboutOf(digest), learned, STEP, worth))

export const insideFileOf = (learned: LearnedClassifier, digest: string): ClassifierFile =>
  fitted(ROOM.inside, (worth) => classifierFileOf(aboutOf(digest), learned.classes, learned, worth))
