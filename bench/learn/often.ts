/** Which features come often enough: there are far more of them than any of them is worth. */

/** A power of 2. */
const SLOTS = 1 << 26

/**
 * Rows 0, 1, … of the features that come at least so often, in the order of their first coming. All are gone through
 * twice: at first many features share a counter, and only those whose counter has enough are counted by themselves.
 * @param least at most 255
 * @param goThrough takes every feature, the same ones each time
 */
export function oftenIn(
  least: number,
  goThrough: (take: (feature: number) => void) => void,
): Map<number, number> {
  const shared = new Uint8Array(SLOTS)
  goThrough((feature) => {
    const slot = slotOf(feature)
    if (shared[slot]! < 255) shared[slot]!++
  })
  const counts = new Map<number, number>()
  goThrough((feature) => {
    if (shared[slotOf(feature)]! >= least) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  })
  const index = new Map<number, number>()
  for (const [feature, n] of counts) if (n >= least) index.set(feature, index.size)
  return index
}

const slotOf = (feature: number): number => (Math.imul(feature, 0x9e3779b1) >>> 6) & (SLOTS - 1)
