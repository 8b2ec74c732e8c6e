/** The best set of names of a sentence that do not overlap. */
import { scratch } from '../../learned/scratch.ts'
import type { Lattice } from './lattice.ts'
import { STATES, TYPE_COUNT } from './roles.ts'
import type { Weights } from './weights.ts'

export interface Found {
  first: number
  last: number
  type: number
  /** Which stretch of the lattice. */
  span: number
}

/** The state behind a word that is no name's. */
export const passed = (state: number, link: boolean): number =>
  !link || state === 0 ? 0 : state <= TYPE_COUNT ? state + TYPE_COUNT : state

/** What lies so far behind the best way to a word is not followed. */
const BEAM = 12

const bests = scratch(Float64Array)
const ways = scratch(Int32Array)
const entry = new Float64Array(TYPE_COUNT)
const from = new Int32Array(TYPE_COUNT)

/** Viterbi over (words read, what stood before). `bias` is taken from each word outside: more names with more of it. */
export function decode(
  lattice: Lattice,
  { passages, step: unit }: Pick<Weights, 'passages' | 'step'>,
  bias: number,
): Found[] {
  const beam = BEAM / unit
  const { n, first, last, score, outside, link } = lattice
  const best = bests((n + 1) * STATES, Number.NEGATIVE_INFINITY)
  // for each (end, state): the span that led there × STATES + state before it, or -1 - state before an outside word
  const via = ways((n + 1) * STATES)
  best[0] = 0
  let s = 0
  for (let i = 0; i < n; i++) {
    let top = Number.NEGATIVE_INFINITY
    for (let state = 0; state < STATES; state++) top = Math.max(top, best[i * STATES + state]!)
    const floor = top - beam
    for (let state = 0; state < STATES; state++) {
      const value = best[i * STATES + state]!
      if (!(value >= floor) || value === Number.NEGATIVE_INFINITY) continue
      const to = (i + 1) * STATES + passed(state, link[i] === 1)
      const sum = value + outside[i]! - bias
      if (sum > best[to]!) {
        best[to] = sum
        via[to] = -1 - state
      }
    }
    if (s >= first.length || first[s] !== i) continue
    entry.fill(Number.NEGATIVE_INFINITY)
    for (let state = 0; state < STATES; state++) {
      const value = best[i * STATES + state]!
      if (!(value >= floor) || value === Number.NEGATIVE_INFINITY) continue
      for (let t = 0; t < TYPE_COUNT; t++) {
        const sum = value + passages[state * TYPE_COUNT + t]!
        if (sum > entry[t]!) {
          entry[t] = sum
          from[t] = state
        }
      }
    }
    for (; s < first.length && first[s] === i; s++) {
      const to = (last[s]! + 1) * STATES + 1
      for (let t = 0; t < TYPE_COUNT; t++) {
        const sum = entry[t]! + score[s * TYPE_COUNT + t]!
        if (sum > best[to + t]!) {
          best[to + t] = sum
          via[to + t] = s * STATES + from[t]!
        }
      }
    }
  }
  let state = 0
  for (let k = 1; k < STATES; k++) if (best[n * STATES + k]! > best[n * STATES + state]!) state = k
  const out: Found[] = []
  for (let i = n; i > 0; ) {
    const step = via[i * STATES + state]!
    if (step < 0) {
      state = -1 - step
      i--
    } else {
      const span = Math.floor(step / STATES)
      out.push({ first: first[span]!, last: last[span]!, type: state - 1, span })
      state = step % STATES
      i = first[span]!
    }
  }
  return out.reverse()
}
