/** Packed sums of the weights of a group's features. */
import { Row } from './hash.ts'
import type { Table } from './table.ts'
import { type Group, pushFeatures } from './templates.ts'

const row = new Row()

/** Adds the weights of a group's features, each looked up. */
export function addEach(table: Table, group: Group, values: Int32Array, into: Int32Array, at: number): void {
  row.size = 0
  pushFeatures(group, values, row)
  table.add(row.data, 0, row.size, into, at)
}

/** Adds the weights of a group's features and keeps the sums: for values that mostly come again. */
export class KeptSums {
  readonly #table: Table
  readonly #group: Group
  readonly #size: number
  readonly #mask: number
  /** By place: whether there is one, the values, and what they sum to. */
  readonly #full: Uint8Array
  readonly #keys: Int32Array
  readonly #sums: Int32Array

  /**
   * @param size how many numbers the packed sums take
   * @param places a power of 2: so many sums are kept at most; newer ones take the places of older ones
   */
  constructor(table: Table, group: Group, size: number, places = 1024) {
    this.#table = table
    this.#group = group
    this.#size = size
    this.#mask = places - 1
    this.#full = new Uint8Array(places)
    this.#keys = new Int32Array(places * group.all.length)
    this.#sums = new Int32Array(places * size)
  }

  add(values: Int32Array, into: Int32Array, at: number): void {
    const fields = this.#group.all
    const keys = this.#keys
    const sums = this.#sums
    const size = this.#size
    let h = 0
    for (let i = 0; i < fields.length; i++) h = Math.imul(h ^ values[fields[i]!]!, 0x2c1b3c6d) ^ (h >>> 15)
    const place = (h ^ (h >>> 14)) & this.#mask
    const key = place * fields.length
    let same = this.#full[place] === 1
    for (let i = 0; same && i < fields.length; i++) same = keys[key + i] === values[fields[i]!]
    if (!same) this.#sum(values, place)
    const from = place * size
    for (let k = 0; k < size; k++) into[at + k]! += sums[from + k]!
  }

  #sum(values: Int32Array, place: number): void {
    const fields = this.#group.all
    const from = place * this.#size
    this.#full[place] = 1
    this.#sums.fill(0, from, from + this.#size)
    for (let i = 0; i < fields.length; i++) this.#keys[place * fields.length + i] = values[fields[i]!]!
    addEach(this.#table, this.#group, values, this.#sums, from)
  }
}
