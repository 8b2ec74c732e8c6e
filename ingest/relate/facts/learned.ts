/** The weights that `npm run train -- --only facts` wrote. */
import type { TableFile } from '../../learned/file.ts'
import { addingOf } from '../../learned/table.ts'
import type { Reading } from '../reading.ts'
import type { Scene } from '../scene.ts'
import type { Choose } from './amount.ts'
import { choosing, type Trust, viewing } from './choose.ts'
import file from './weights.json' with { type: 'json' }

/** Found by k-fold over bench/gold. */
export const NEWS: Trust = { sure: 0.3, none: 0, pick: 0 }

/**
 * For a text of more than LONG characters: long reports go on about one district for pages without naming it, which the
 * rules know well, and there were few to learn from.
 */
const REPORT: Trust = { sure: 0.5, none: 0.7, pick: 0.05 }
const LONG = 2000

const add = addingOf(file as TableFile)

export const learnedChoice = (scene: Scene, readings: readonly Reading[]): Choose =>
  choosing(viewing(scene, readings), add, scene.article.text.length > LONG ? REPORT : NEWS)
