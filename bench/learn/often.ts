/** Which features come often enough: there are far more of them than any of them is worth. */

/** The features that come often enough. */
export interface Often {
  /** Rows 0, 1, … of features, in the order of their first coming. */
  index: ReadonlyMap<number, number>
  /** How often the feature of each row comes. */
  times: Int32Array
}

/** A power of 2. */
const SLOTS = 1 << 26

/**
 * Those that come at least so often. All are gone through twice: at first many features share a counter, and only those
 * whose counter has enough are counted by themselves.
 * @param least at most 255
 * @param goThrough takes every feature, the same ones each time
 */
export function oftenIn(least: number, goThrough: (take: (feature: number) => void) => void): Often {
  const shared = new Uint8Array(SLOTS)
  goThrough((feature) => {
    const slot = slotOf(feature)
    if (shared[slot]! < 255) shared[slot]!++
  })
  const counts = new Map<number, number>()
  goThrough((feature) => {
    if (shared[slotOf(feature)]! >= least) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  })
  const enough = [...counts].filter(([, n]) => n >= least)
  return {
    index: new Map(enough.map(([feature], row) => [feature, row])),
    times: Int32Array.from(enough, ([, n]) => n),
  }
}

const slotOf = (feature: number): number => (Math.imul(feature, 0x9e3779b1) >>> 6) & (SLOTS - 1)
