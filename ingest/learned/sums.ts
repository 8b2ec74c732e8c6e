/** Packed sums of the weights of a group's features. */
import { Row } from './hash.ts'
import { zero } from './scratch.ts'
import type { Table } from './table.ts'
import { type Group, pushFeatures } from './templates.ts'

const row = new Row()

/** Adds the weights of a group's features, each looked up. */
export function addEach(table: Table, group: Group, values: Int32Array, into: Int32Array, at: number): void {
  row.size = 0
  pushFeatures(group, values, row)
  table.add(row.data, 0, row.size, into, at)
}

/** Sums that are kept at most of one group, a power of 2: newer ones take the places of older ones. */
const PLACES = 1024

/** Sums of the weights of a group's features, kept: for values that mostly come again. */
export class KeptSums {
  readonly #table: Table
  readonly #group: Group
  readonly #size: number
  /** By place: whether there is one, and the values. */
  readonly #full = new Uint8Array(PLACES)
  readonly #keys: Int32Array
  /** Many share one array, so that they can be added up together. */
  readonly #sums: Int32Array
  readonly #base: number

  /** How many numbers of `sums` one takes whose packed sums take `size`. */
  static room(size: number): number {
    return PLACES * size
  }

  /** @param base from where on `sums` is its own */
  constructor(table: Table, group: Group, size: number, sums: Int32Array, base: number) {
    this.#table = table
    this.#group = group
    this.#size = size
    this.#keys = new Int32Array(PLACES * group.all.length)
    this.#sums = sums
    this.#base = base
  }

  /** Where the sums of these values begin; they hold until the next call. */
  of(values: Int32Array): number {
    const fields = this.#group.all
    const keys = this.#keys
    let h = 0
    for (let i = 0; i < fields.length; i++) h = Math.imul(h ^ values[fields[i]!]!, 0x2c1b3c6d) ^ (h >>> 15)
    const place = (h ^ (h >>> 14)) & (PLACES - 1)
    const key = place * fields.length
    const from = this.#base + place * this.#size
    let same = this.#full[place] === 1
    for (let i = 0; same && i < fields.length; i++) same = keys[key + i] === values[fields[i]!]
    if (same) return from
    this.#full[place] = 1
    zero(this.#sums, from, from + this.#size)
    for (let i = 0; i < fields.length; i++) keys[key + i] = values[fields[i]!]!
    addEach(this.#table, this.#group, values, this.#sums, from)
    return from
  }
}

/** Puts into `into[0]` and on what the packed sums that begin at some places of `sums` add up to. */
export function gather(sums: Int32Array, places: Int32Array, count: number, into: Int32Array): void {
  for (let c = 0; c < into.length; c++) {
    let sum = 0
    for (let k = 0; k < count; k++) sum = (sum + sums[places[k]! + c]!) | 0
    into[c] = sum
  }
}
