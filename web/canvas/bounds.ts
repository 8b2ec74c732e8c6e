import type { Spot } from '../state/picture.ts'

/** The smallest box that holds all spots, as left, right, low, high; null where there is none. */
export function boundsOf(
  spots: Iterable<Spot>,
): readonly [left: number, right: number, low: number, high: number] | null {
  let [left, right, low, high] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const { x, y } of spots) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < low) low = y
    if (y > high) high = y
  }
  return Number.isFinite(left) ? [left, right, low, high] : null
}
