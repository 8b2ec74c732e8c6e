/** What was learned decides whom an article's numbers are said of: one by one first, then each beside the others. */
import type { ClassifierFile } from '../../learned/classifier.ts'
import { type Lookup, lookupOf } from '../../learned/table.ts'
import { type Trees, type TreesFile, treesOf } from '../../learned/trees.ts'
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import type { Chooser } from './amount.ts'
import { choosing, type Seen, type Trust, viewing } from './choose.ts'
import { FIELDS, settled } from './likely.ts'

/** The trees see a number's subject beside the other numbers. */
export interface FactsFile extends ClassifierFile, TreesFile {
  /** The share, 0…1, from which on a number is said of an entity. */
  bound: number
}

export interface FactsWeights extends Lookup {
  trees: Trees
  bound: number
}

/** @throws Error where the file was learned to look at other things */
export function factsWeightsOf(file: FactsFile): FactsWeights {
  return { trees: treesOf(file, FIELDS, 'facts'), ...lookupOf(file), bound: file.bound }
}

/** At first sight, in view of which the numbers behind are looked at. Found by k-fold over bench/gold. */
export const NEWS: Trust = { sure: 0.3, none: 0, pick: 0 }

/**
 * For a text of more than LONG characters: long reports go on about one district for pages without naming it, which the
 * rules know well, and there were few to learn from. It stays as first chosen.
 */
const REPORT: Trust = { sure: 0.5, none: 0.7, pick: 0.05 }
const LONG = 2000

export function chooserOf(scene: Scene, readings: readonly Reading[], weights: FactsWeights): Chooser {
  const view = viewing(scene, readings)
  if (scene.article.text.length > LONG) return { choose: choosing(view, weights, REPORT) }
  const seen: Seen[] = []
  return {
    choose: choosing(view, weights, NEWS, seen),
    settle: () => settled(scene, seen, weights.trees, weights.bound),
  }
}
