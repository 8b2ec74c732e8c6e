/** Rows of weights by feature, as they lie in a file and as they are summed. */

/** Weights of some features. Arrays are base64 of little-endian numbers. */
export interface TableFile {
  /** A weight is a cell's number × `step`. */
  step: number
  /** Int32 features, ascending. */
  features: string
  /** Uint8: how many cells the feature's row has. */
  counts: string
  /** Pairs: Uint8 column, Int8 number. */
  cells: string
}

/** Adds the weights of `features[from]` … `features[to - 1]` to `into` from `at` on: column c to `into[at + c]`. */
export type AddWeights = (
  features: Int32Array,
  from: number,
  to: number,
  into: Float64Array,
  at: number,
) => void

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
export function textOf(bytes: Uint8Array): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 4096) out += String.fromCharCode(...bytes.subarray(i, i + 4096))
  return btoa(out)
}

/** Bits beside each feature: one in so many, where a feature that is not there seems to be. */
const SPARE = 16

/** A table with open addressing, each key beside the place of its row; a row is its count and its cells, in one stretch. */
export class Table {
  readonly #mask: number
  readonly #slots: Int32Array
  readonly #rows: Int16Array
  /** A bit for the features that end alike: most that are asked for are not there, and this says so sooner. */
  readonly #there: Int32Array
  readonly #thereMask: number

  constructor(file: TableFile) {
    const features = new Int32Array(bytesOf(file.features).buffer)
    const counts = bytesOf(file.counts)
    const cells = bytesOf(file.cells)
    let size = 16
    while (size < features.length * 2) size *= 2
    this.#mask = size - 1
    this.#slots = new Int32Array(size * 2)
    this.#rows = new Int16Array(1 + features.length + cells.length / 2)
    this.#thereMask = size * (SPARE / 2) - 1
    this.#there = new Int32Array((this.#thereMask + 1) / 32)
    let end = 1
    let k = 0
    features.forEach((feature, i) => {
      const bit = feature & this.#thereMask
      this.#there[bit >>> 5]! |= 1 << (bit & 31)
      let at = feature & this.#mask
      while (this.#slots[2 * at + 1] !== 0) at = (at + 1) & this.#mask
      this.#slots[2 * at] = feature
      this.#slots[2 * at + 1] = end
      this.#rows[end++] = counts[i]!
      for (let c = counts[i]!; c > 0; c--, k += 2) this.#rows[end++] = (cells[k]! << 8) | cells[k + 1]!
    })
  }

  /** Where a feature's row begins; 0: it has none. */
  #rowOf(feature: number): number {
    const bit = feature & this.#thereMask
    if ((this.#there[bit >>> 5]! & (1 << (bit & 31))) === 0) return 0
    const slots = this.#slots
    let slot = feature & this.#mask
    let row = slots[2 * slot + 1]!
    while (row !== 0 && slots[2 * slot] !== feature) {
      slot = (slot + 1) & this.#mask
      row = slots[2 * slot + 1]!
    }
    return row
  }

  /** Adds a feature's weights, in steps: column c to `into[at + c]`. */
  add(feature: number, into: Int32Array, at: number): void {
    let row = this.#rowOf(feature)
    if (row === 0) return
    const rows = this.#rows
    for (let left = rows[row++]!; left > 0; left--) {
      const cell = rows[row++]!
      into[at + (cell >> 8)]! += (cell << 24) >> 24
    }
  }

  /** The same as numbers, a step being worth `step`. */
  addTimes(step: number, feature: number, into: Float64Array, at: number): void {
    let row = this.#rowOf(feature)
    if (row === 0) return
    const rows = this.#rows
    for (let left = rows[row++]!; left > 0; left--) {
      const cell = rows[row++]!
      into[at + (cell >> 8)]! += ((cell << 24) >> 24) * step
    }
  }
}

export function addingOf(file: TableFile): AddWeights {
  const table = new Table(file)
  return (list, from, to, into, at) => {
    for (let i = from; i < to; i++) table.addTimes(file.step, list[i]!, into, at)
  }
}

/** Which weights change nothing that can be seen and are left out. */
export interface Least {
  /** A weight of fewer steps. */
  weight: number
  /** A feature none of whose weights has as many steps. */
  row: number
}

export const stepsOf = (x: number, step: number, most: number): number =>
  Math.max(-most, Math.min(most, Math.round(x / step)))

/** Rounds weights (rows of `width` ≤ 256 numbers, by feature) to steps. */
export function tableFileOf(
  index: ReadonlyMap<number, number>,
  values: Float64Array,
  width: number,
  step: number,
  least: Least,
): TableFile {
  const features: number[] = []
  const counts: number[] = []
  const cells: number[] = []
  for (const [feature, row] of [...index].sort((a, b) => a[0] - b[0])) {
    const before = cells.length
    let best = 0
    for (let k = 0; k < width; k++) {
      const cell = stepsOf(values[row * width + k]!, step, 127)
      if (Math.abs(cell) >= least.weight) cells.push(k, cell & 255)
      best = Math.max(best, Math.abs(cell))
    }
    if (best < least.row) {
      cells.length = before
      continue
    }
    features.push(feature)
    counts.push((cells.length - before) / 2)
  }
  return {
    step,
    features: textOf(new Uint8Array(Int32Array.from(features).buffer)),
    counts: textOf(Uint8Array.from(counts)),
    cells: textOf(Uint8Array.from(cells)),
  }
}
