/** Rows of weights by feature, as they are summed. */
import { fileOf, type Rows, rowsIn, type TableFile } from './file.ts'
import { zero } from './scratch.ts'

/** Adds the weights of `features[from]` … `features[to - 1]` to `into` from `at` on: column c to `into[at + c]`. */
export type AddWeights = (
  features: Int32Array,
  from: number,
  to: number,
  into: Float64Array,
  at: number,
) => void

/** The weight of a feature for a column; 0 where it has none. */
export type WeightOf = (feature: number, column: number) => number

/** Weights lie in bytes with 128 added. Four of weight 0, and what was added to both halves of a packed sum. */
const ZEROS = 0x80808080 | 0
const BOTH = 0x00800080
/** Rows of no more numbers than this lie right beside their features. */
const BESIDE = 3

/**
 * A table with open addressing. What a lookup costs is the memory that it touches, so rows are bytes, four columns to a
 * number, and lie beside their feature where they are short. Sums are packed, two columns in a number: columns c and
 * c + 2 of each four in the lower and the upper half, which hold ±32767.
 */
export class Table {
  readonly step: number
  /** How many columns it has weights for. */
  readonly width: number
  /** How many numbers a whole row takes. */
  readonly #wide: number
  readonly #mask: number
  /** Features, each with its row behind it, or with twice the row's place, 1 more where the row is short. */
  readonly #slots: Int32Array
  readonly #stride: number
  readonly #rows: Int32Array
  #found = new Int32Array(256)
  #short = new Int32Array(256)
  /** Nothing that anyone reads: what is asked for must be kept, or it would not be asked for. */
  asked = 0

  constructor(file: TableFile) {
    const { features, counts, columns, numbers } = rowsIn(file)
    const size = powerOver(features.length * 1.3)
    this.step = file.step
    let most = -1
    for (const column of columns) if (column > most) most = column
    this.width = most + 1
    this.#wide = (this.width + 3) >> 2
    this.#stride = this.#wide <= BESIDE ? 1 + this.#wide : 2
    this.#mask = size - 1
    this.#slots = new Int32Array(size * this.#stride)
    const beside = this.#wide <= BESIDE
    const rows = beside ? this.#slots : new Int32Array(features.length * this.#wide).fill(ZEROS)
    let next = 0
    for (let i = 0, from = 0; i < features.length; i++) {
      if (features[i] === 0) {
        from += counts[i]!
        continue
      }
      const slot = this.#freeFor(features[i]!)
      this.#slots[slot] = features[i]!
      const to = from + counts[i]!
      // cells are in order of columns
      const short = to === from || columns[to - 1]! < 4 * BESIDE
      const row = beside ? slot + 1 : next
      if (beside) rows.fill(ZEROS, row, row + this.#wide)
      else {
        this.#slots[slot + 1] = 2 * row + (short ? 1 : 0)
        next += short ? BESIDE : this.#wide
      }
      for (; from < to; from++)
        rows[row + (columns[from]! >> 2)]! ^= (numbers[from]! & 255) << (8 * (columns[from]! & 3))
    }
    this.#rows = beside ? rows : rows.slice(0, next)
  }

  /** Where a feature is put. 0 is no feature's number: it stands for none. */
  #freeFor(feature: number): number {
    let slot = feature & this.#mask
    while (this.#slots[slot * this.#stride] !== 0) slot = (slot + 1) & this.#mask
    return slot * this.#stride
  }

  /** Where in `slots` what stands behind a feature begins; 0 where it is not there. */
  #behind(feature: number): number {
    const slots = this.#slots
    const stride = this.#stride
    let slot = feature & this.#mask
    let here = slots[slot * stride]!
    while (here !== feature && here !== 0) {
      slot = (slot + 1) & this.#mask
      here = slots[slot * stride]!
    }
    return here === 0 ? 0 : slot * stride + 1
  }

  /**
   * Where in `slots` what stands behind those features begins that are there: so many of `#found`. Each step asks memory
   * for all of them before the next one waits for any.
   */
  #find(features: Int32Array, from: number, to: number): number {
    if (this.#found.length < to - from) {
      this.#found = new Int32Array(2 * (to - from))
      this.#short = new Int32Array(2 * (to - from))
    }
    const found = this.#found
    const slots = this.#slots
    const stride = this.#stride
    const mask = this.#mask
    let asked = 0
    for (let i = from; i < to; i++) asked ^= slots[(features[i]! & mask) * stride]!
    this.asked = asked
    let count = 0
    for (let i = from; i < to; i++) {
      const behind = this.#behind(features[i]!)
      found[count] = behind
      if (behind !== 0) count++
    }
    return count
  }

  /** The weight of a feature for a column, in steps; 0 where it has none. */
  weightOf(feature: number, column: number): number {
    const behind = this.#behind(feature)
    if (behind === 0 || column >= this.width) return 0
    const at = column >> 2
    if (this.#wide <= BESIDE) return byteOf(this.#slots[behind + at]!, column)
    const place = this.#slots[behind]!
    return place & 1 && at >= BESIDE ? 0 : byteOf(this.#rows[(place >>> 1) + at]!, column)
  }

  /** The sum of the weights of features `from` … `to - 1`, in steps, where there is one column. */
  sumOf(features: Int32Array, from: number, to: number): number {
    const count = this.#find(features, from, to)
    let sum = 0
    for (let k = 0; k < count; k++) sum += this.#slots[this.#found[k]!]! & 255
    return sum - 128 * count
  }

  /** Adds the weights of features `from` … `to - 1`, in steps, to the packed sums that begin at `into[at]`. */
  add(features: Int32Array, from: number, to: number, into: Int32Array, at: number): void {
    const count = this.#find(features, from, to)
    const found = this.#found
    const slots = this.#slots
    const rows = this.#rows
    const wide = this.#wide
    if (wide <= BESIDE) {
      addRows(slots, found, count, wide, into, at)
      return
    }
    const short = this.#short
    let asked = 0
    let few = 0
    let many = 0
    for (let k = 0; k < count; k++) {
      const place = slots[found[k]!]!
      const row = place >>> 1
      asked ^= rows[row]!
      if (place & 1) short[few++] = row
      else found[many++] = row
    }
    this.asked = asked
    addRows(rows, found, many, wide, into, at)
    addRows(rows, short, few, BESIDE, into, at)
  }
}

/** The weight of a column among the four that a number holds. */
const byteOf = (four: number, column: number): number => ((four >>> (8 * (column & 3))) & 255) - 128

function powerOver(least: number): number {
  let size = 32
  while (size < least) size *= 2
  return size
}

/** Adds rows of `size` numbers, of four bytes each, to packed sums: one number of all rows after the other. */
function addRows(
  rows: Int32Array,
  places: Int32Array,
  count: number,
  size: number,
  into: Int32Array,
  at: number,
): void {
  if (count === 0) return
  const over = Math.imul(count, BOTH)
  for (let w = 0; w < size; w++) {
    let even = 0
    let odd = 0
    for (let k = 0; k < count; k++) {
      const four = rows[places[k]! + w]!
      even = (even + (four & 0xff00ff)) | 0
      odd = (odd + ((four >>> 8) & 0xff00ff)) | 0
    }
    into[at + 2 * w]! += even - over
    into[at + 2 * w + 1]! += odd - over
  }
}

/** How many numbers hold the packed sums of so many columns. */
export const packedSize = (columns: number): number => 2 * ((columns + 3) >> 2)

/** Adds packed sums to `into[to]` and on, four columns for every two. */
export function unpack(sums: Int32Array, into: Int32Array, to: number): void {
  for (let k = 0, at = to; k < sums.length; k += 2, at += 4) {
    const [even, odd] = [sums[k]!, sums[k + 1]!]
    const [first, second] = [(even << 16) >> 16, (odd << 16) >> 16]
    into[at]! += first
    into[at + 1]! += second
    into[at + 2]! += (even - first) >> 16
    into[at + 3]! += (odd - second) >> 16
  }
}

/** Features of which sums are unpacked at the latest: their weights fit into halves of a number. */
const MOST_ADDED = 250

/** Adds the weights of some features to `into`, by way of `packed`. */
export function addList(
  table: Table,
  features: Int32Array,
  from: number,
  to: number,
  packed: Int32Array,
  into: Int32Array,
): void {
  for (let i = from; i < to; ) {
    zero(packed)
    const end = Math.min(to, i + MOST_ADDED)
    table.add(features, i, end, packed, 0)
    unpack(packed, into, 0)
    i = end
  }
}

/** What a file of weights is asked for: sums of many, and single ones. */
export interface Lookup {
  add: AddWeights
  weightOf: WeightOf
}

export function lookupOf(file: TableFile): Lookup {
  const table = new Table(file)
  return {
    add: addingBy(table),
    weightOf: (feature, column) => table.weightOf(feature, column) * table.step,
  }
}

export const addingOf = (file: TableFile): AddWeights => addingBy(new Table(file))

function addingBy(table: Table): AddWeights {
  const { width, step } = table
  if (width === 1)
    return (list, from, to, into, at) => {
      into[at]! += table.sumOf(list, from, to) * step
    }
  const packed = new Int32Array(packedSize(width))
  const sums = new Int32Array(2 * packed.length)
  return (list, from, to, into, at) => {
    zero(sums)
    addList(table, list, from, to, packed, sums)
    for (let c = 0; c < width; c++) into[at + c]! += sums[c]! * step
  }
}

/** Weights of statements, and of names inside names, are kept in steps of so much, from so many on. */
export const STEP = 0.02
export const LEAST_STEPS = 2

/** Rows of weights as they are learned. */
export interface LearnedTable {
  /** The row of each feature. */
  index: ReadonlyMap<number, number>
  /** Rows of as many numbers as there are columns. */
  values: Float64Array
  /** How often each row's feature came, or in how many examples. */
  times: ArrayLike<number>
}

/** Which weights are left out. */
export interface Least {
  /** One of fewer steps: it changes nothing that can be seen. */
  steps: number
  /** One whose steps, times the root of how often its feature came, are less: what it changes in all that is read. */
  worth: number
}

export const stepsOf = (x: number, step: number, most: number): number =>
  Math.max(-most, Math.min(most, Math.round(x / step)))

/** Rounds weights (rows of `width` ≤ 256 numbers, by feature) to steps. */
export function tableFileOf(
  { index, values, times }: LearnedTable,
  width: number,
  step: number,
  least: Least,
): TableFile {
  const features: number[] = []
  const counts: number[] = []
  const columns: number[] = []
  const numbers: number[] = []
  for (const [feature, row] of [...index].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0))) {
    const before = columns.length
    const fewest = Math.max(least.steps, least.worth / Math.sqrt(times[row]!))
    for (let k = 0; k < width; k++) {
      const number = stepsOf(values[row * width + k]!, step, 127)
      if (Math.abs(number) < fewest) continue
      columns.push(k)
      numbers.push(number)
    }
    if (columns.length === before) continue
    features.push(feature)
    counts.push(columns.length - before)
  }
  const rows: Rows = {
    features: Int32Array.from(features),
    counts: Uint8Array.from(counts),
    columns: Uint8Array.from(columns),
    numbers: Int8Array.from(numbers),
  }
  return fileOf(rows, step)
}
