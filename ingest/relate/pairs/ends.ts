/** What the ends of a sentence's pairs weigh: each is asked about with many others. */
import { Row } from '../../learned/hash.ts'
import { zero } from '../../learned/scratch.ts'
import type { AddWeights } from '../../learned/table.ts'
import { type Around, aroundOf } from './around.ts'
import { COLUMNS } from './columns.ts'
import { endFeatures } from './features.ts'
import type { Spot, View } from './view.ts'
import type { Whole } from './whole.ts'

const WIDTH = COLUMNS.length

export class Ends {
  readonly #whole: Whole
  readonly #add: AddWeights
  readonly #row = new Row()
  #view: View | null = null
  /** By the name's place in the sentence. */
  readonly #around: (Around | undefined)[] = []
  /** By the name's place in the sentence, or its entity, with the types of the pair and the role. */
  readonly #known = new Map<number, Float64Array>()
  /** Sums of sentences before, to be written over: to make one anew costs more than to fill it. */
  readonly #made: Float64Array[] = []

  constructor(whole: Whole, add: AddWeights) {
    this.#whole = whole
    this.#add = add
  }

  sumsOf(view: View, spot: Spot | null, entity: number, types: number, role: 0 | 1): Float64Array {
    if (view !== this.#view) {
      this.#known.clear()
      this.#around.length = 0
      this.#view = view
    }
    const key = (((spot ? 2 * spot.at : 2 * entity + 1) * 256 + types) << 1) | role
    let sums = this.#known.get(key)
    if (!sums) {
      this.#row.size = 0
      endFeatures(this.#whole.known[entity]!, spot && this.#aroundOf(view, spot), types, role, this.#row)
      sums = this.#freshSums()
      this.#add(this.#row.data, 0, this.#row.size, sums, 0)
      this.#known.set(key, sums)
    }
    return sums
  }

  /** All 0; nobody holds them longer than their sentence. */
  #freshSums(): Float64Array {
    const count = this.#known.size
    const known = this.#made[count]
    if (known) {
      zero(known)
      return known
    }
    const made = new Float64Array(WIDTH)
    this.#made.push(made)
    return made
  }

  #aroundOf(view: View, spot: Spot): Around {
    let around = this.#around[spot.at]
    if (!around) {
      around = aroundOf(this.#whole, view, spot)
      this.#around[spot.at] = around
    }
    return around
  }
}
