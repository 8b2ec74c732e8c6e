/** The weights as they lie in their file, and as they are used. */
import { ROW, STATES, TYPE_COUNT, TYPES } from './roles.ts'

export interface Weights {
  /**
   * Adds the weights of `features[from]` … `features[to - 1]` to `into` from `at` on: column c to `into[at + c]`.
   * A stretch's features have columns below TYPE_COUNT only.
   */
  add(features: Int32Array, from: number, to: number, into: Float64Array, at: number): void
  /** STATES × TYPE_COUNT */
  passages: Float64Array
}

/** One learned model. Numbers are base64 of little-endian arrays. */
export interface WeightsFile {
  about: string
  /** The entity types in the order that the columns have. */
  types: string[]
  /** A weight is a cell's number × `step`. */
  step: number
  /** Int32 features, ascending. */
  features: string
  /** Uint8: how many cells the feature's row has. */
  counts: string
  /** Pairs: Uint8 column, Int8 number. */
  cells: string
  /** Int16 numbers, STATES × TYPE_COUNT. */
  passages: string
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
function textOf(bytes: Uint8Array): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 4096) out += String.fromCharCode(...bytes.subarray(i, i + 4096))
  return btoa(out)
}

/** @throws Error where the file was learned for other entity types */
export function weightsOf(file: WeightsFile): Weights {
  if (file.types.join() !== TYPES.join())
    throw new Error(
      `weights.json was learned for the types ${file.types.join(', ')}: run npm run train after a change to the ontology.`,
    )
  const features = new Int32Array(bytesOf(file.features).buffer)
  const counts = bytesOf(file.counts)
  const cells = bytesOf(file.cells)
  // a table with open addressing, each key beside the place of its row; a row is its count and its cells, in one stretch
  let size = 16
  while (size < features.length * 2) size *= 2
  const mask = size - 1
  const table = new Int32Array(size * 2)
  const rows = new Int16Array(1 + features.length + cells.length / 2)
  let end = 1
  let k = 0
  features.forEach((feature, i) => {
    let at = feature & mask
    while (table[2 * at + 1] !== 0) at = (at + 1) & mask
    table[2 * at] = feature
    table[2 * at + 1] = end
    rows[end++] = counts[i]!
    for (let c = counts[i]!; c > 0; c--, k += 2) rows[end++] = (cells[k]! << 8) | cells[k + 1]!
  })
  const { step } = file
  const numbers = new Int16Array(bytesOf(file.passages).buffer)
  return {
    add(list, from, to, into, at) {
      for (let i = from; i < to; i++) {
        const feature = list[i]!
        let slot = feature & mask
        let row = table[2 * slot + 1]!
        while (row !== 0 && table[2 * slot] !== feature) {
          slot = (slot + 1) & mask
          row = table[2 * slot + 1]!
        }
        if (row === 0) continue
        for (let left = rows[row++]!; left > 0; left--) {
          const cell = rows[row++]!
          into[at + (cell >> 8)]! += ((cell << 24) >> 24) * step
        }
      }
    },
    passages: Float64Array.from(numbers, (x) => x * step),
  }
}

/** A weight of fewer steps, and a feature none of whose weights has more, changes nothing that can be seen, and is left out. */
const LEAST = 4
const LEAST_BEST = 12

/** Rounds weights to the file's steps; rows without a weight that counts are left out. */
export function fileOf(
  about: string,
  index: ReadonlyMap<number, number>,
  { values, passages }: { values: Float64Array; passages: Float64Array },
  step: number,
): WeightsFile {
  const clamp = (x: number, most: number) => Math.max(-most, Math.min(most, Math.round(x / step)))
  const features: number[] = []
  const counts: number[] = []
  const cells: number[] = []
  for (const [feature, row] of [...index].sort((a, b) => a[0] - b[0])) {
    const before = cells.length
    let best = 0
    for (let k = 0; k < ROW; k++) {
      const cell = clamp(values[row * ROW + k]!, 127)
      if (Math.abs(cell) >= LEAST) cells.push(k, cell & 255)
      best = Math.max(best, Math.abs(cell))
    }
    if (best < LEAST_BEST) {
      cells.length = before
      continue
    }
    features.push(feature)
    counts.push((cells.length - before) / 2)
  }
  const numbers = Int16Array.from(passages.subarray(0, STATES * TYPE_COUNT), (x) => clamp(x, 32767))
  return {
    about,
    types: [...TYPES],
    step,
    features: textOf(new Uint8Array(Int32Array.from(features).buffer)),
    counts: textOf(Uint8Array.from(counts)),
    cells: textOf(Uint8Array.from(cells)),
    passages: textOf(new Uint8Array(numbers.buffer)),
  }
}
