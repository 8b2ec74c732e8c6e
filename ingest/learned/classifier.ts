/** A learned choice between a few classes, from what is seen: log-linear, `none` weighing nothing. */
import type { TableFile } from './file.ts'
import { zero } from './scratch.ts'
import { type AddWeights, addingOf, LEAST_STEPS, type LearnedTable, STEP, tableFileOf } from './table.ts'

/** Class 0 is `none`; class k has column k - 1. */
export interface ClassifierFile extends TableFile {
  about: string
  /** Names of classes 1, 2, …. */
  classes: string[]
}

export class Classifier {
  readonly classes: readonly string[]
  readonly #add: AddWeights
  readonly #sums: Float64Array

  constructor(classes: readonly string[], add: AddWeights) {
    this.classes = classes
    this.#add = add
    this.#sums = new Float64Array(classes.length)
  }

  /**
   * Shares of the classes, none first, summing to 1; the array is written over by the next call.
   * @param features the first `size` of them count
   */
  shares(features: Int32Array, size: number, into = new Float64Array(this.classes.length + 1)): Float64Array {
    const sums = this.#sums
    zero(sums)
    this.#add(features, 0, size, sums, 0)
    return softmax(sums, into)
  }
}

/** exp(0), exp(sums[0]), … over their sum. */
export function softmax(sums: Float64Array, into: Float64Array): Float64Array {
  let most = 0
  for (const x of sums) if (x > most) most = x
  let all = 0
  for (let k = 0; k < into.length; k++) {
    into[k] = Math.exp((k === 0 ? 0 : sums[k - 1]!) - most)
    all += into[k]!
  }
  for (let k = 0; k < into.length; k++) into[k]! /= all
  return into
}

/** @throws Error where the file was learned for other classes */
export function classifierOf(file: ClassifierFile, name: string, classes: readonly string[]): Classifier {
  if (file.classes.join() !== classes.join())
    throw new Error(
      `${name} was learned for the classes ${file.classes.join(', ')}: run npm run train after a change to them.`,
    )
  return new Classifier(classes, addingOf(file))
}

export function classifierFileOf(
  about: string,
  classes: readonly string[],
  learned: LearnedTable,
  worth: number,
): ClassifierFile {
  return {
    about,
    classes: [...classes],
    ...tableFileOf(learned, classes.length, STEP, { steps: LEAST_STEPS, worth }),
  }
}
