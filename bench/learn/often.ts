/** Which features come often enough: there are far more of them than any of them is worth. */

/** A power of 2. */
const SLOTS = 1 << 26

/**
 * Counts how often features come, exactly for those that come often. Everything is gone through twice: at first many
 * features share a counter, and only those whose counter has enough are counted by themselves.
 */
export class Often {
  readonly #least: number
  readonly #shared = new Uint8Array(SLOTS)
  readonly #counts = new Map<number, number>()

  /** @param least at most 255 */
  constructor(least: number) {
    this.#least = least
  }

  glance(feature: number): void {
    const slot = slotOf(feature)
    if (this.#shared[slot]! < 255) this.#shared[slot]!++
  }

  count(feature: number): void {
    if (this.#shared[slotOf(feature)]! >= this.#least)
      this.#counts.set(feature, (this.#counts.get(feature) ?? 0) + 1)
  }

  /** Rows 0, 1, … of the features that come so often, in the order of their first coming. */
  index(): Map<number, number> {
    const index = new Map<number, number>()
    for (const [feature, n] of this.#counts) if (n >= this.#least) index.set(feature, index.size)
    return index
  }
}

const slotOf = (feature: number): number => (Math.imul(feature, 0x9e3779b1) >>> 6) & (SLOTS - 1)
