/** What a pair weighs at first sight, kept by what is seen: most pairs are out by it. */
import { Row } from '../../learned/hash.ts'
import type { AddWeights } from '../../learned/table.ts'
import type { Candidate } from './candidates.ts'
import { COLUMNS } from './columns.ts'
import {
  bothOf,
  firstOf,
  fromFeatures,
  type Glance,
  glanceFeatures,
  knownFeatures,
  standFeatures,
  standOf,
} from './glance.ts'
import type { Spot } from './view.ts'
import type { Known, Whole } from './whole.ts'

/** Sums that are kept of each kind; they start anew beyond it. */
const MOST = 20_000

/** Sums of the columns by a number that says which features they are of. */
class KeptBy {
  readonly #add: AddWeights
  readonly #row = new Row()
  readonly #known = new Map<number, Float64Array>()

  constructor(add: AddWeights) {
    this.#add = add
  }

  of(key: number, push: (row: Row) => void): Float64Array {
    let sums = this.#known.get(key)
    if (sums) return sums
    if (this.#known.size >= MOST) this.#known.clear()
    this.#row.size = 0
    push(this.#row)
    sums = new Float64Array(COLUMNS.length)
    this.#add(this.#row.data, 0, this.#row.size, sums, 0)
    this.#known.set(key, sums)
    return sums
  }
}

export class Rough {
  readonly #glances: KeptBy
  readonly #stands: KeptBy
  readonly #froms: KeptBy
  readonly #ends: KeptBy
  readonly #sums = new Float64Array(COLUMNS.length)

  constructor(add: AddWeights) {
    this.#glances = new KeptBy(add)
    this.#stands = new KeptBy(add)
    this.#froms = new KeptBy(add)
    this.#ends = new KeptBy(add)
  }

  /** Of a pair without its ends; written over by the next call. */
  tieOf({ known }: Whole, { head, tail, h, t, from }: Candidate, glance: Glance): Float64Array {
    const seen = this.#glance(glance)
    const rest =
      h && t ? this.#stand(glance, h, t) : this.#from(glance, from, (h ?? t)!, known[h ? tail : head]!)
    const sums = this.#sums
    for (let c = 0; c < sums.length; c++) sums[c] = seen[c]! + rest[c]!
    return sums
  }

  /** Of an end without its name and where it stands. */
  endOf({ flags, times }: Known, types: number, role: 0 | 1): Float64Array {
    const key = (((types << 7) | flags) << 4) | (times << 1) | role
    return this.#ends.of(key, (row) => knownFeatures(flags, times, types, role, row))
  }

  #glance(glance: Glance): Float64Array {
    const key = (((bothOf(glance) << 2) | glance.kind) << 5) | (glance.early << 3) | glance.names
    return this.#glances.of(key, (row) => glanceFeatures(glance, row))
  }

  #stand(glance: Glance, h: Spot, t: Spot): Float64Array {
    const stand = standOf(h, t)
    const key =
      (bothOf(glance) << 11) | (stand.apart << 8) | (stand.same << 5) | (stand.modifiers << 3) | stand.gap
    return this.#stands.of(key, (row) => standFeatures(glance, stand, row))
  }

  #from(glance: Glance, from: number, spot: Spot, { flags }: Known): Float64Array {
    const first = firstOf(spot)
    // more than 32 bits
    const key = ((bothOf(glance) * 32768 + from) * 4 + first) * 128 + flags
    return this.#froms.of(key, (row) => fromFeatures(glance, from, first, flags, row))
  }
}
