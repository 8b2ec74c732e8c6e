/** The weights that `npm run train -- --only facts` wrote. */
import { addingOf, type TableFile } from '../../learned/table.ts'
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import type { Choose } from './amount.ts'
import { byRules, choosing, viewing } from './choose.ts'
import file from './weights.json' with { type: 'json' }

/** A number whose likeliest subject has a lesser share is said of none; found by k-fold over bench/gold. */
export const LEAST = 0.3

/**
 * A longer text, in characters, is left to the rules. Nothing longer was learned from: long reports go on about one
 * district for pages without naming it, which short news does not.
 */
const LONGEST = 2000

const add = addingOf(file as TableFile)

export const learnedChoice = (scene: Scene, readings: readonly Reading[]): Choose =>
  scene.article.text.length > LONGEST ? byRules : choosing(viewing(scene, readings), add, LEAST)
