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

/** Bits for each feature, one of them set: of those that are not there one in so many seems to be. */
const BITS = 16
/** A row of more cells is kept whole, with its zeros. */
const MOST_CELLS = 8

/**
 * A table with open addressing, each key beside the place of its row. Sums are packed, two columns in a number: column
 * c in the lower half of number c / 2, or the upper half where c is odd. Halves hold ±32767.
 */
export class Table {
  readonly step: number
  /** How many columns it has weights for. */
  readonly width: number
  readonly #mask: number
  readonly #slots: Int32Array
  /** Rows of few cells: their number, then for each its weight × 256 + its column. */
  readonly #cells: Int16Array
  /** Rows of many, packed: how many numbers, then these; their places are kept as negative numbers. */
  readonly #whole: Int32Array
  /** One bit of those that a feature's end chooses: most features that are asked for are not there, and this says so soonest. */
  readonly #bits: Int32Array
  readonly #bitMask: number

  constructor(file: TableFile) {
    const features = new Int32Array(bytesOf(file.features).buffer)
    const counts = bytesOf(file.counts)
    const cells = new Uint8Array(bytesOf(file.cells))
    let size = 16
    while (size < features.length * 2) size *= 2
    this.step = file.step
    this.width = 1 + cells.reduce((most, column, k) => (k % 2 === 0 && column > most ? column : most), -1)
    this.#mask = size - 1
    this.#slots = new Int32Array(size * 2)
    this.#bitMask = (size / 2) * BITS - 1
    this.#bits = new Int32Array((this.#bitMask + 1) / 32)
    const few: number[] = [0]
    const whole: number[] = [0]
    let from = 0
    features.forEach((feature, i) => {
      const count = counts[i]!
      const row = count > MOST_CELLS ? -whole.length : few.length
      if (row > 0) few.push(count)
      else whole.push(...wholeOf(cells, from, count))
      for (let k = from; row > 0 && k < from + 2 * count; k += 2)
        few.push(((cells[k + 1]! << 24) >> 16) | cells[k]!)
      from += 2 * count
      this.#put(feature, row)
    })
    this.#cells = Int16Array.from(few)
    this.#whole = Int32Array.from(whole)
  }

  #put(feature: number, row: number): void {
    const bit = feature & this.#bitMask
    this.#bits[bit >>> 5]! |= 1 << (bit & 31)
    let at = feature & this.#mask
    while (this.#slots[2 * at + 1] !== 0) at = (at + 1) & this.#mask
    this.#slots[2 * at] = feature
    this.#slots[2 * at + 1] = row
  }

  /** A feature's weight, in steps, where there is one column. */
  weightOf(feature: number): number {
    const bit = feature & this.#bitMask
    if ((this.#bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return 0
    const slots = this.#slots
    let slot = feature & this.#mask
    let row = slots[2 * slot + 1]!
    while (row !== 0 && slots[2 * slot] !== feature) {
      slot = (slot + 1) & this.#mask
      row = slots[2 * slot + 1]!
    }
    return row > 0 && this.#cells[row]! > 0 ? this.#cells[row + 1]! >> 8 : 0
  }

  /** Adds a feature's weights, in steps, to the packed sums that begin at `into[at]`. */
  add(feature: number, into: Int32Array, at: number): void {
    const bit = feature & this.#bitMask
    if ((this.#bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return
    const slots = this.#slots
    const mask = this.#mask
    let slot = feature & mask
    let row = slots[2 * slot + 1]!
    while (row !== 0 && slots[2 * slot] !== feature) {
      slot = (slot + 1) & mask
      row = slots[2 * slot + 1]!
    }
    if (row < 0) {
      const whole = this.#whole
      const size = whole[-row]!
      for (let k = 0; k < size; k++) into[at + k]! += whole[k + 1 - row]!
    } else if (row > 0) {
      const cells = this.#cells
      for (let k = row + cells[row]!; k > row; k--) {
        const cell = cells[k]!
        into[at + ((cell & 255) >> 1)]! += (cell >> 8) << ((cell & 1) << 4)
      }
    }
  }
}

/** Pairs of column and weight as a packed row, its size before it. */
function wholeOf(cells: Uint8Array, from: number, count: number): Int32Array {
  const row = new Int32Array(1 + packedSize(cells[from + 2 * count - 2]! + 1))
  row[0] = row.length - 1
  for (let k = from; k < from + 2 * count; k += 2)
    row[1 + (cells[k]! >> 1)]! += ((cells[k + 1]! << 24) >> 24) << ((cells[k]! & 1) << 4)
  return row
}

/** How many numbers hold the packed sums of so many columns. */
export const packedSize = (columns: number): number => (columns + 1) >> 1

/** Adds packed sums to `into[to]` and on, two columns for each. */
export function unpack(sums: Int32Array, into: Int32Array, to: number): void {
  for (let k = 0, at = to; k < sums.length; k++, at += 2) {
    const both = sums[k]!
    const lower = (both << 16) >> 16
    into[at]! += lower
    into[at + 1]! += (both - lower) >> 16
  }
}

/** Features of which sums are unpacked at the latest: their weights fit into halves of a number. */
const MOST_ADDED = 250

/** Adds the weights of some features to `into`, by way of `packed`. */
export function addList(
  table: Table,
  features: ArrayLike<number>,
  from: number,
  to: number,
  packed: Int32Array,
  into: Int32Array,
): void {
  for (let i = from; i < to; ) {
    packed.fill(0)
    for (const end = Math.min(to, i + MOST_ADDED); i < end; i++) table.add(features[i]!, packed, 0)
    unpack(packed, into, 0)
  }
}

export function addingOf(file: TableFile): AddWeights {
  const table = new Table(file)
  const { width } = table
  if (width === 1)
    return (list, from, to, into, at) => {
      let sum = 0
      for (let i = from; i < to; i++) sum += table.weightOf(list[i]!)
      into[at]! += sum * file.step
    }
  const packed = new Int32Array(packedSize(width))
  const sums = new Int32Array(2 * packed.length)
  return (list, from, to, into, at) => {
    sums.fill(0)
    addList(table, list, from, to, packed, sums)
    for (let c = 0; c < width; c++) into[at + c]! += sums[c]! * file.step
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
