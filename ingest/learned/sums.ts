/** Sums of weights, in whole steps of their table. */
import { Row } from './hash.ts'
import type { Table } from './table.ts'
import { type Group, pushFeatures } from './templates.ts'

const row = new Row()

/** Adds the weights of a group's features, looked up each time: for what rarely comes again. */
export function addFeatures(
  table: Table,
  group: Group,
  values: Int32Array,
  into: Int32Array,
  at: number,
): void {
  row.size = 0
  pushFeatures(group, values, row)
  for (let i = 0; i < row.size; i++) table.add(row.data[i]!, into, at)
}

/** Adds the weights of a group's features; the sums are kept, for values that come again. */
export class KeptSums {
  readonly #table: Table
  readonly #group: Group
  readonly #columns: number
  readonly #mask: number
  /** By place: the values, and what they sum to. */
  readonly #keys: Int32Array
  readonly #sums: Int16Array
  readonly #full: Uint8Array
  readonly #fresh: Int32Array

  /** @param places a power of 2: so many sums are kept at most; newer ones take the places of older ones */
  constructor(table: Table, group: Group, columns: number, places = 4096) {
    this.#table = table
    this.#group = group
    this.#columns = columns
    this.#mask = places - 1
    this.#keys = new Int32Array(places * group.fields.length)
    this.#sums = new Int16Array(places * columns)
    this.#full = new Uint8Array(places)
    this.#fresh = new Int32Array(columns)
  }

  add(values: Int32Array, into: Int32Array, at: number): void {
    const fields = this.#group.fields
    const keys = this.#keys
    const sums = this.#sums
    const columns = this.#columns
    let h = 0
    for (let i = 0; i < fields.length; i++) h = Math.imul(h ^ values[fields[i]!]!, 0x2c1b3c6d) ^ (h >>> 15)
    const place = (h ^ (h >>> 14)) & this.#mask
    const key = place * fields.length
    let same = this.#full[place] === 1
    for (let i = 0; same && i < fields.length; i++) same = keys[key + i] === values[fields[i]!]
    const from = place * columns
    if (!same) this.#sum(values, place)
    for (let c = 0; c < columns; c++) into[at + c]! += sums[from + c]!
  }

  #sum(values: Int32Array, place: number): void {
    const fields = this.#group.fields
    const fresh = this.#fresh.fill(0)
    addFeatures(this.#table, this.#group, values, fresh, 0)
    this.#full[place] = 1
    for (let i = 0; i < fields.length; i++) this.#keys[place * fields.length + i] = values[fields[i]!]!
    for (let c = 0; c < this.#columns; c++) this.#sums[place * this.#columns + c] = fresh[c]!
  }
}
