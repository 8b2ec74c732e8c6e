/** How likely each span, each outside word and each passage is, by forward and backward sums. */
import { passed } from '../../ingest/recognize/model/decode.ts'
import type { Lattice } from '../../ingest/recognize/model/lattice.ts'
import { STATES, TYPE_COUNT } from '../../ingest/recognize/model/roles.ts'

export interface Marginals {
  /** Whether there is any way through. */
  possible: boolean
  /** spans × TYPE_COUNT */
  spans: Float64Array
  outside: Float64Array
  passages: Float64Array
}

export interface Allowed {
  outside: Uint8Array
  /** Type that a span must have, TYPE_COUNT for any, -1 for none. */
  spans: Int8Array
}

const NEVER = Number.NEGATIVE_INFINITY
/** What is less likely than this beside the best way is taken for impossible. */
const LEAST = -25

/** Sums are kept beside the best way's score at each word, so that no number grows too large. */
export function marginalsOf(lattice: Lattice, passages: Float64Array, allowed?: Allowed): Marginals {
  const { n, first, last, score, outside, link } = lattice
  const may = (s: number, t: number) => !allowed || allowed.spans[s] === t || allowed.spans[s] === TYPE_COUNT
  const best = bestOf(lattice, passages, may, allowed)
  const spans = new Float64Array(first.length * TYPE_COUNT)
  const out = new Float64Array(n)
  const passageSums = new Float64Array(passages.length)
  if (best[n] === NEVER) return { possible: false, spans, outside: out, passages: passageSums }
  const weight = passages.map((x) => Math.exp(x))
  const step = new Float64Array(n)
  for (let i = 0; i < n; i++)
    if (best[i] !== NEVER && (!allowed || allowed.outside[i]))
      step[i] = Math.exp(best[i]! + outside[i]! - best[i + 1]!)
  const factor = new Float64Array(spans.length)
  for (let s = 0; s < first.length; s++) {
    if (best[first[s]!] === NEVER || allowed?.spans[s] === -1) continue
    const rise = best[first[s]!]! - best[last[s]! + 1]!
    for (let t = 0; t < TYPE_COUNT; t++) {
      const x = score[s * TYPE_COUNT + t]! + rise
      if (x > LEAST && may(s, t)) factor[s * TYPE_COUNT + t] = Math.exp(x)
    }
  }
  const alpha = new Float64Array((n + 1) * STATES)
  const entry = new Float64Array(n * TYPE_COUNT)
  alpha[0] = 1
  let s = 0
  for (let i = 0; i < n; i++) {
    for (let state = 0; state < STATES; state++) {
      const value = alpha[i * STATES + state]!
      if (value === 0) continue
      alpha[(i + 1) * STATES + passed(state, link[i] === 1)]! += value * step[i]!
      for (let t = 0; t < TYPE_COUNT; t++)
        entry[i * TYPE_COUNT + t]! += value * weight[state * TYPE_COUNT + t]!
    }
    for (; s < first.length && first[s] === i; s++) {
      const to = (last[s]! + 1) * STATES + 1
      for (let t = 0; t < TYPE_COUNT; t++)
        alpha[to + t]! += entry[i * TYPE_COUNT + t]! * factor[s * TYPE_COUNT + t]!
    }
  }
  let z = 0
  for (let state = 0; state < STATES; state++) z += alpha[n * STATES + state]!
  const beta = new Float64Array((n + 1) * STATES)
  beta.fill(1 / z, n * STATES)
  const exit = new Float64Array(TYPE_COUNT)
  s = first.length - 1
  for (let i = n - 1; i >= 0; i--) {
    exit.fill(0)
    for (; s >= 0 && first[s] === i; s--) {
      const to = (last[s]! + 1) * STATES + 1
      for (let t = 0; t < TYPE_COUNT; t++) {
        const f = factor[s * TYPE_COUNT + t]!
        if (f === 0) continue
        const behind = f * beta[to + t]!
        spans[s * TYPE_COUNT + t] = entry[i * TYPE_COUNT + t]! * behind
        exit[t]! += behind
      }
    }
    for (let state = 0; state < STATES; state++) {
      const value = alpha[i * STATES + state]!
      let sum = step[i]! * beta[(i + 1) * STATES + passed(state, link[i] === 1)]!
      out[i]! += value * sum
      for (let t = 0; t < TYPE_COUNT; t++) {
        const both = weight[state * TYPE_COUNT + t]! * exit[t]!
        sum += both
        passageSums[state * TYPE_COUNT + t]! += value * both
      }
      beta[i * STATES + state] = sum
    }
  }
  return { possible: true, spans, outside: out, passages: passageSums }
}

/** Score of the best way to each word. */
function bestOf(
  { n, first, last, score, outside, link }: Lattice,
  passages: Float64Array,
  may: (span: number, type: number) => boolean,
  allowed: Allowed | undefined,
): Float64Array {
  const top = new Float64Array((n + 1) * STATES).fill(NEVER)
  const best = new Float64Array(n + 1).fill(NEVER)
  const entry = new Float64Array(TYPE_COUNT)
  top[0] = 0
  let s = 0
  for (let i = 0; i <= n; i++) {
    entry.fill(NEVER)
    for (let state = 0; state < STATES; state++) {
      const value = top[i * STATES + state]!
      if (value === NEVER) continue
      if (value > best[i]!) best[i] = value
      if (i === n) continue
      const to = (i + 1) * STATES + passed(state, link[i] === 1)
      if ((!allowed || allowed.outside[i]) && value + outside[i]! > top[to]!) top[to] = value + outside[i]!
      for (let t = 0; t < TYPE_COUNT; t++) {
        const sum = value + passages[state * TYPE_COUNT + t]!
        if (sum > entry[t]!) entry[t] = sum
      }
    }
    for (; s < first.length && first[s] === i; s++) {
      if (allowed?.spans[s] === -1) continue
      const to = (last[s]! + 1) * STATES + 1
      for (let t = 0; t < TYPE_COUNT; t++) {
        if (!may(s, t)) continue
        const sum = entry[t]! + score[s * TYPE_COUNT + t]!
        if (sum > top[to + t]!) top[to + t] = sum
      }
    }
  }
  return best
}
