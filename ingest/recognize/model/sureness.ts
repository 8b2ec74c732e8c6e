/** How sure a name that was found is: how far it leads over no name, and over the stretches that cross it. */
import type { Found } from './decode.ts'
import { bestAt, type Lattice } from './lattice.ts'
import { TYPE_COUNT } from './roles.ts'

/** Weights are surer of new articles than they are right: their log-odds are divided by so much. */
const SOFTENED = 2

/**
 * A share from 0.01 to 0.99 for each name, by the log-odds against the better of no name and the best stretch of other
 * bounds over some of its words.
 * @param unit `step`: what one unit of the scores is worth; `bias`: what each word outside names loses, in units
 */
export function surenessOf(
  { n, first, last, score, outside }: Lattice,
  found: readonly Found[],
  { step, bias }: { step: number; bias: number },
): number[] {
  const before = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) before[i + 1] = before[i]! + outside[i]! - bias
  const owner = new Int32Array(n).fill(-1)
  const gains = found.map(({ span, type, first: from, last: to }, k) => {
    owner.fill(k, from, to + 1)
    return score[span * TYPE_COUNT + type]! - before[to + 1]! + before[from]!
  })
  const rivals = new Float64Array(found.length)
  for (let s = 0; s < first.length; s++) {
    const [from, to] = [first[s]!, last[s]!]
    // what all the names that it crosses would lose
    let lead = bestAt(score, s * TYPE_COUNT) - before[to + 1]! + before[from]!
    for (let i = from, k = -1; i <= to; i++)
      if (owner[i]! >= 0 && owner[i] !== k) {
        k = owner[i]!
        lead -= gains[k]!
      }
    for (let i = from, k = -1; i <= to; i++)
      if (owner[i]! >= 0 && owner[i] !== k) {
        k = owner[i]!
        if (found[k]!.span !== s) rivals[k] = Math.max(rivals[k]!, lead + gains[k]!)
      }
  }
  return gains.map((gain, k) => {
    const share = 1 / (1 + Math.exp(((rivals[k]! - gain) * step) / SOFTENED))
    return Math.min(0.99, Math.max(0.01, Math.round(share * 100) / 100))
  })
}
