/** For each value the packed rows of some templates that go by it alone, side by side. */
import { mixed } from './hash.ts'
import type { Table } from './table.ts'

/** Values whose rows are kept, a power of 2. */
const MOST = 4096
const MASK = 2 * MOST - 1

export class KeptRows {
  readonly #table: Table
  readonly #seeds: Int32Array
  readonly #size: number
  #count = 0
  /** By open addressing: values, each beside 1 + where its rows begin. */
  readonly #slots = new Int32Array(4 * MOST)
  readonly #one = new Int32Array(1)
  readonly #rows: Int32Array
  readonly #base: number

  /** How many numbers of `rows` it takes for so many templates with packed rows of `size` numbers. */
  static room(templates: number, size: number): number {
    return MOST * templates * size
  }

  /**
   * @param seeds of the templates
   * @param size how many numbers a packed row takes
   * @param base from where on `rows` is its own
   */
  constructor(table: Table, seeds: Int32Array, size: number, rows: Int32Array, base: number) {
    this.#table = table
    this.#seeds = seeds
    this.#size = size
    this.#rows = rows
    this.#base = base
  }

  /** Makes place for so many values: what `of` gives holds until the next call. */
  begin(values: number): void {
    if (this.#count + values <= MOST) return
    this.#count = 0
    this.#slots.fill(0)
  }

  /** Where the rows of a value begin; that of template k is `k * size` behind. */
  of(value: number): number {
    let slot = (value ^ (value >>> 15)) & MASK
    while (this.#slots[2 * slot + 1] !== 0) {
      if (this.#slots[2 * slot] === value) return this.#slots[2 * slot + 1]! - 1
      slot = (slot + 1) & MASK
    }
    const from = this.#base + this.#count++ * this.#seeds.length * this.#size
    this.#slots[2 * slot] = value
    this.#slots[2 * slot + 1] = from + 1
    this.#rows.fill(0, from, from + this.#seeds.length * this.#size)
    const one = this.#one
    for (let k = 0; k < this.#seeds.length; k++) {
      one[0] = mixed(this.#seeds[k]!, value, 0, 0)
      this.#table.add(one, 0, 1, this.#rows, from + k * this.#size)
    }
    return from
  }
}
