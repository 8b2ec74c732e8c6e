/** How weights are learned; found by k-fold over bench/gold. */
export interface Options {
  epochs: number
  rate: number
  /** Pulls a weight towards zero each time that it is touched. */
  decay: number
  /** A feature seen less often is left out. */
  least: number
  /** Share of the features that a lesson does not see. */
  drop: number
  /** Shares of the rules' right proposals that lessons are without: each article is gone through once in an epoch with each. */
  forget: readonly number[]
}

/**
 * The rules were written with these articles in view, so they are right here more often than on others: lessons that
 * forget most of the right proposals teach how far to trust them elsewhere.
 */
export const OPTIONS: Options = {
  epochs: 3,
  rate: 0.1,
  decay: 0.001,
  least: 30,
  drop: 0.35,
  forget: [0.6, 0.25, 0.5, 0.1],
}

/** Mulberry32: the same numbers in every run, 0 ≤ x < 1. */
export function randomOf(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Fisher and Yates, in place. */
export function shuffle<T>(list: T[], random: () => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j]!, list[i]!]
  }
  return list
}
