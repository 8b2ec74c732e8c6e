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
  /** Features, each with its row behind it, or with the row's place × 256 + its first number × 16 + how many it has. */
  readonly #slots: Int32Array
  readonly #stride: number
  readonly #rows: Int32Array
  /** One bit of those that a feature's end chooses: most features that are asked for are not there, and this says so soonest. */
  readonly #bits: Int32Array
  readonly #bitMask: number

  constructor(file: TableFile) {
    const features = new Int32Array(bytesOf(file.features).buffer)
    const counts = bytesOf(file.counts)
    const cells = new Uint8Array(bytesOf(file.cells))
    const size = powerOver(features.length * 1.3)
    this.step = file.step
    this.width = 1 + cells.reduce((most, column, k) => (k % 2 === 0 && column > most ? column : most), -1)
    this.#wide = (this.width + 3) >> 2
    this.#stride = this.#wide <= BESIDE ? 1 + this.#wide : 2
    this.#mask = size - 1
    this.#slots = new Int32Array(size * this.#stride)
    this.#bitMask = powerOver(features.length * BITS) - 1
    this.#bits = new Int32Array((this.#bitMask + 1) / 32)
    const rows: number[] = []
    const row = new Int32Array(this.#wide)
    let from = 0
    features.forEach((feature, i) => {
      const to = from + 2 * counts[i]!
      row.fill(0)
      for (let k = from; k < to; k += 2) row[cells[k]! >> 2]! |= cells[k + 1]! << (8 * (cells[k]! & 3))
      from = to
      this.#put(feature, this.#wide <= BESIDE ? row : [placed(row, rows)])
    })
    this.#rows = Int32Array.from(rows)
  }

  /** 0 is no feature's number: it stands for none. */
  #put(feature: number, row: ArrayLike<number>): void {
    if (feature === 0) return
    const bit = feature & this.#bitMask
    this.#bits[bit >>> 5]! |= 1 << (bit & 31)
    let slot = feature & this.#mask
    while (this.#slots[slot * this.#stride] !== 0) slot = (slot + 1) & this.#mask
    this.#slots[slot * this.#stride] = feature
    this.#slots.set(row, slot * this.#stride + 1)
  }

  /** Where in `slots` what stands behind a feature begins; 0 where it is not there. */
  #behind(feature: number): number {
    const bit = feature & this.#bitMask
    if ((this.#bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return 0
    const slots = this.#slots
    const stride = this.#stride
    let slot = feature & this.#mask
    let here = slots[slot * stride]!
    while (here !== feature) {
      if (here === 0) return 0
      slot = (slot + 1) & this.#mask
      here = slots[slot * stride]!
    }
    return slot * stride + 1
  }

  /** A feature's weight, in steps, where there is one column. */
  weightOf(feature: number): number {
    const at = this.#behind(feature)
    return at === 0 ? 0 : (this.#slots[at]! << 24) >> 24
  }

  /** Adds a feature's weights, in steps, to the packed sums that begin at `into[at]`. */
  add(feature: number, into: Int32Array, at: number): void {
    const behind = this.#behind(feature)
    if (behind === 0) return
    if (this.#wide <= BESIDE) {
      addBytes(this.#slots, behind, behind + this.#wide, into, at)
      return
    }
    const place = this.#slots[behind]!
    const from = place >>> 8
    addBytes(this.#rows, from, from + (place & 15), into, at + 2 * ((place >>> 4) & 15))
  }
}

function powerOver(least: number): number {
  let size = 32
  while (size < least) size *= 2
  return size
}

/** Appends a row without the zeros at its ends, and says where and which. */
function placed(row: Int32Array, rows: number[]): number {
  const first = row.findIndex((x) => x !== 0)
  const last = row.findLastIndex((x) => x !== 0)
  const place = rows.length
  for (let k = first; k <= last; k++) rows.push(row[k]!)
  return place * 256 + Math.max(first, 0) * 16 + (last < 0 ? 0 : last - first + 1)
}

/** Adds numbers of four signed bytes each to packed sums. */
function addBytes(rows: Int32Array, from: number, to: number, into: Int32Array, at: number): void {
  for (let k = from; k < to; k++, at += 2) {
    const four = rows[k]!
    into[at]! += ((four << 24) >> 24) + (((four << 8) >> 24) << 16)
    into[at + 1]! += ((four << 16) >> 24) + ((four >> 24) << 16)
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
