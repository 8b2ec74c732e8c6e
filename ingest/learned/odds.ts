/** Shares, 0…1, and their log odds. */

export const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** Bounded, since a share of 0 or 1 has none. */
export function oddsOf(share: number): number {
  const bounded = Math.max(1e-4, Math.min(1 - 1e-4, share))
  return Math.log(bounded / (1 - bounded))
}
