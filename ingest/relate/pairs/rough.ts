/** What a pair weighs at first sight, kept by what is seen: most pairs are out by it. */
import { Row } from '../../learned/hash.ts'
import type { AddWeights } from '../../learned/table.ts'
import type { Candidate } from './candidates.ts'
import { COLUMNS } from './columns.ts'
import {
  bothOf,
  carriedFlags,
  FROM_BITS,
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

/** Sums that are kept, a power of 2; they start anew beyond it. */
const MOST = 16_384
const WIDTH = COLUMNS.length

/** Bits that where one is carried from takes, and which of its sentence's names the other is. */
const FROM_ROOM = 34 - Math.clz32(Math.max(...FROM_BITS))

/** What was summed, by what it is of. */
const OF = { glance: 0, stand: 1 << 30, from: 2 << 30, end: 3 << 30 } as const

export class Rough {
  readonly #add: AddWeights
  readonly #row = new Row()
  readonly #fresh = new Float64Array(WIDTH)
  /** By open addressing: keys, each beside 1 + where its sums begin. */
  readonly #slots = new Int32Array(4 * MOST)
  readonly #kept = new Float32Array(MOST * WIDTH)
  #count = 0
  /** Of the last pair, the columns that were asked: without its ends, and of its ends without their names and where they stand. */
  readonly tie = new Float64Array(WIDTH)
  readonly head = new Float64Array(WIDTH)
  readonly tail = new Float64Array(WIDTH)

  constructor(add: AddWeights) {
    this.#add = add
  }

  /** Sums those columns of a pair whose bits are set. */
  read({ known }: Whole, { head, tail, h, t, from }: Candidate, glance: Glance, asked: number): void {
    if (this.#count + 4 > MOST) {
      this.#count = 0
      this.#slots.fill(0)
    }
    const [seen, one, other] = [
      this.#glance(glance),
      this.#end(known[head]!, glance.types, h ? 0 : 2),
      this.#end(known[tail]!, glance.types, t ? 1 : 3),
    ]
    const rest = h && t ? this.#stand(glance, h, t) : this.#from(glance, from, (h ?? t)!)
    const kept = this.#kept
    for (let bits = asked; bits !== 0; bits &= bits - 1) {
      const c = 31 - Math.clz32(bits & -bits)
      this.tie[c] = kept[seen + c]! + kept[rest + c]!
      this.head[c] = kept[one + c]!
      this.tail[c] = kept[other + c]!
    }
  }

  #glance(glance: Glance): number {
    const key = OF.glance | (bothOf(glance) << 7) | (glance.kind << 5) | (glance.early << 3) | glance.names
    const slot = this.#slotOf(key)
    if (this.#slots[slot + 1] === 0) {
      this.#row.size = 0
      glanceFeatures(glance, this.#row)
      this.#keep(slot, key)
    }
    return this.#slots[slot + 1]! - 1
  }

  #stand(glance: Glance, h: Spot, t: Spot): number {
    const stand = standOf(h, t)
    const { apart, same, modifiers, gap } = stand
    const key = OF.stand | (bothOf(glance) << 11) | (apart << 8) | (same << 5) | (modifiers << 3) | gap
    const slot = this.#slotOf(key)
    if (this.#slots[slot + 1] === 0) {
      this.#row.size = 0
      standFeatures(glance, stand, this.#row)
      this.#keep(slot, key)
    }
    return this.#slots[slot + 1]! - 1
  }

  #from(glance: Glance, from: number, spot: Spot): number {
    const first = firstOf(spot)
    const key = OF.from | (bothOf(glance) << FROM_ROOM) | (from << 2) | first
    const slot = this.#slotOf(key)
    if (this.#slots[slot + 1] === 0) {
      this.#row.size = 0
      fromFeatures(glance, from, first, this.#row)
      this.#keep(slot, key)
    }
    return this.#slots[slot + 1]! - 1
  }

  /** @param role 0 head, 1 tail, and 2 more where it is carried in */
  #end({ flags, times }: Known, types: number, role: number): number {
    const key = OF.end | (types << 12) | (flags << 5) | (times << 2) | role
    const slot = this.#slotOf(key)
    if (this.#slots[slot + 1] === 0) {
      this.#row.size = 0
      knownFeatures(flags, times, types, role & 1, this.#row)
      if (role > 1) carriedFlags(flags, types, this.#row)
      this.#keep(slot, key)
    }
    return this.#slots[slot + 1]! - 1
  }

  #slotOf(key: number): number {
    const mask = 2 * MOST - 1
    let slot = Math.imul(key, 0x9e3779b1) >>> 17
    while (this.#slots[2 * slot + 1] !== 0 && this.#slots[2 * slot] !== key) slot = (slot + 1) & mask
    return 2 * slot
  }

  #keep(slot: number, key: number): void {
    const at = this.#count++ * WIDTH
    this.#add(this.#row.data, 0, this.#row.size, this.#fresh.fill(0), 0)
    this.#kept.set(this.#fresh, at)
    this.#slots[slot] = key
    this.#slots[slot + 1] = at + 1
  }
}
