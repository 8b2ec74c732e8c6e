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

/** A table with open addressing, each key beside the place of its row; a row is its count and its cells, in one stretch. */
export function addingOf(file: TableFile): AddWeights {
  const features = new Int32Array(bytesOf(file.features).buffer)
  const counts = bytesOf(file.counts)
  const cells = bytesOf(file.cells)
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
  return (list, from, to, into, at) => {
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
