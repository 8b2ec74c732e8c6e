/** Rows of weights as they lie in a file: small, and the same bytes for the same weights. */
import { inflateRawSync } from 'node:zlib'
import { deflateSync } from 'fflate'

/** Weights of some features; what is text here is base64 of deflated bytes. */
export interface TableFile {
  /** A weight is a cell's number × `step`. */
  step: number
  /** Features as 32-bit numbers without a sign, ascending: how far each is from the one before, seven bits a byte, the lowest first. */
  features: string
  /** Uint8: how many cells the feature's row has. */
  counts: string
  /** Uint8: of each cell its column. */
  cells: string
  /** Int8: of each cell its number, as its place among `SIZES`, counted from 1; below zero for one below zero. */
  numbers: string
}

/** The sizes that a number may have: from 5 on each about a quarter more than the one before. */
const SIZES = [1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 31, 39, 49, 61, 76, 95, 119]

/** Of each size from 0 on the place of the nearest (of two the smaller), counted from 1; 0 for 0. */
const PLACES = Int8Array.from({ length: 129 }, (_, size) =>
  size === 0
    ? 0
    : 1 + SIZES.reduce((best, x, i) => (Math.abs(x - size) < Math.abs(SIZES[best]! - size) ? i : best), 0),
)
const placeOf = (number: number): number => Math.sign(number) * PLACES[Math.abs(number)]!

/** The numbers at places that lie in bytes, as Int8. */
function numbersAt(bytes: Uint8Array): Int8Array {
  const numbers = new Int8Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) {
    const place = (bytes[i]! << 24) >> 24
    if (Math.abs(place) > SIZES.length)
      throw new Error('Weights were written with other sizes: run npm run train.')
    if (place !== 0) numbers[i] = place > 0 ? SIZES[place - 1]! : -SIZES[-place - 1]!
  }
  return numbers
}

/** The rows of a file. */
export interface Rows {
  /** Ascending as numbers without a sign. */
  features: Int32Array
  counts: Uint8Array
  columns: Uint8Array
  numbers: Int8Array
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const units = atob(text)
  const out = new Uint8Array(units.length)
  for (let i = 0; i < units.length; i++) out[i] = units.charCodeAt(i)
  return out
}
export function textOf(bytes: Uint8Array): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 4096) out += String.fromCharCode(...bytes.subarray(i, i + 4096))
  return btoa(out)
}

const deflated = (bytes: Uint8Array): string => textOf(deflateSync(bytes, { level: 9 }))
/** Node's own is many times faster; fflate's deflates to the same bytes on every machine. */
function inflated(text: string): Uint8Array {
  const { buffer, byteOffset, length } = inflateRawSync(bytesOf(text))
  return new Uint8Array(buffer, byteOffset, length)
}

export function fileOf({ features, counts, columns, numbers }: Rows, step: number): TableFile {
  const bytes: number[] = []
  let before = 0
  for (const feature of features) {
    let far = (feature >>> 0) - before
    before = feature >>> 0
    for (; far > 127; far = Math.floor(far / 128)) bytes.push((far % 128) | 128)
    bytes.push(far)
  }
  return {
    step,
    features: deflated(Uint8Array.from(bytes)),
    counts: deflated(counts),
    cells: deflated(columns),
    numbers: deflated(Uint8Array.from(numbers, placeOf)),
  }
}

export function rowsIn(file: TableFile): Rows {
  const counts = inflated(file.counts)
  const features = new Int32Array(counts.length)
  let [at, here, far, place] = [0, 0, 0, 1]
  for (const byte of inflated(file.features)) {
    far += (byte & 127) * place
    place *= 128
    if (byte > 127) continue
    here += far
    features[at++] = here | 0
    far = 0
    place = 1
  }
  return {
    features,
    counts,
    columns: inflated(file.cells),
    numbers: numbersAt(inflated(file.numbers)),
  }
}
