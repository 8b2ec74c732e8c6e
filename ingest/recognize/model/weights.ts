/** The weights of names as they lie in their file, and as they are used. */
import { bytesOf, type TableFile, textOf } from '../../learned/file.ts'
import { type LearnedTable, stepsOf, Table, tableFileOf } from '../../learned/table.ts'
import type { Sums } from './lattice.ts'
import { ROW, STATES, TYPE_COUNT, TYPES } from './roles.ts'
import { sumsOf } from './sums.ts'

/** Sums and passages in units that are worth `step` each; a stretch's features have columns below TYPE_COUNT only. */
export interface Weights extends Sums {
  step: number
  /** STATES × TYPE_COUNT */
  passages: Float64Array
}

/** One learned model. */
export interface WeightsFile extends TableFile {
  about: string
  /** The entity types in the order that the columns have. */
  types: string[]
  /** Base64 of little-endian Int16 numbers, STATES × TYPE_COUNT. */
  passages: string
}

/** @throws Error where the file was learned for other entity types */
export function weightsOf(file: WeightsFile): Weights {
  if (file.types.join() !== TYPES.join())
    throw new Error(
      `weights.json.gz was learned for the types ${file.types.join(', ')}: run npm run train after a change to the ontology.`,
    )
  const numbers = new Int16Array(bytesOf(file.passages).buffer)
  return { ...sumsOf(new Table(file)), step: file.step, passages: Float64Array.from(numbers) }
}

/** Weights of fewer steps change nothing that can be seen. */
const LEAST_STEPS = 3

/** Rounds weights to the file's steps; those that change little are left out (`Least`). */
export function fileOf(
  about: string,
  learned: LearnedTable & { passages: Float64Array },
  step: number,
  worth: number,
): WeightsFile {
  const numbers = Int16Array.from(learned.passages.subarray(0, STATES * TYPE_COUNT), (x) =>
    stepsOf(x, step, 32767),
  )
  return {
    about,
    types: [...TYPES],
    ...tableFileOf(learned, ROW, step, { steps: LEAST_STEPS, worth }),
    passages: textOf(new Uint8Array(numbers.buffer)),
  }
}
