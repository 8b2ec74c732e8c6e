/** Where the camera shows all of a picture, clear of the panels that float over the stage. Pure. */
import type { Camera, Spot } from '../state/picture.ts'
import { boundsOf } from './bounds.ts'

/** In pixels of the stage. */
export interface Rect {
  left: number
  top: number
  right: number
  bottom: number
}

/** Pixels of the stage for each of the layout's at most: few nodes are not blown up. */
export const LARGEST = 1.25
const SMALLEST = 0.2
const STEP = 0.95
/** Places tried on each axis for one scale. */
const TRIES = 13
/** Room that a node and its name take round its middle. */
const PAD = { x: 46, y: 20 }
export const NONE = { x: 0, y: 0 }
/** More points than this are thinned out: their hull is what counts. */
const MOST = 400

/**
 * The largest scale, up to `largest`, at which no spot lies under a panel or beyond the stage, as near to the middle as it goes.
 * @returns null where there is none
 */
export function freeFit(
  spots: readonly Spot[],
  { width, height }: { width: number; height: number },
  panels: readonly Rect[],
  largest = LARGEST,
): Camera | null {
  if (spots.length === 0) return null
  const points = thinned(spots)
  const [l, r, b, t] = boundsOf(points)!
  const [w, h] = [width - 2 * PAD.x, height - 2 * PAD.y]
  if (w <= 0 || h <= 0) return null
  const start = Math.min(largest, w / Math.max(1, r - l), h / Math.max(1, t - b))
  for (let scale = start; scale > SMALLEST; scale *= STEP) {
    // left end of the picture on the stage, and its top
    const [spareX, spareY] = [w - (r - l) * scale, h - (t - b) * scale]
    for (const [fx, fy] of FROM_THE_MIDDLE) {
      const [ox, oy] = [PAD.x + spareX * fx - l * scale, PAD.y + spareY * fy + t * scale]
      if (points.some(({ x, y }) => covered(x * scale + ox, oy - y * scale, panels))) continue
      return { x: (width / 2 - ox) / scale, y: (oy - height / 2) / scale, scale }
    }
  }
  return null
}

/** Whether a spot, or the name beside it, lies under a panel. */
export const covered = (x: number, y: number, panels: readonly Rect[], pad = PAD): boolean =>
  panels.some((p) => x > p.left - pad.x && x < p.right + pad.x && y > p.top - pad.y && y < p.bottom + pad.y)

/** Shares of the room to spare, the middle first. */
const FROM_THE_MIDDLE: readonly (readonly [number, number])[] = Array.from(
  { length: TRIES * TRIES },
  (_, i) => [(i % TRIES) / (TRIES - 1), Math.floor(i / TRIES) / (TRIES - 1)] as const,
).sort((a, b) => Math.hypot(a[0] - 0.5, a[1] - 0.5) - Math.hypot(b[0] - 0.5, b[1] - 0.5))

/** One spot of each cell of a grid: which of those beside it is asked makes no difference. */
function thinned(spots: readonly Spot[]): readonly Spot[] {
  if (spots.length <= MOST) return spots
  const [xs, ys] = [spots.map((s) => s.x), spots.map((s) => s.y)]
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
  const [l, b] = [low(xs), low(ys)]
  const side = Math.max(high(xs) - l, high(ys) - b, 1) / 24
  const ends = new Set([xs.indexOf(l), xs.indexOf(high(xs)), ys.indexOf(b), ys.indexOf(high(ys))])
  const cells = new Map<string, Spot>()
  spots.forEach((spot, i) => {
    const cell = `${Math.floor((spot.x - l) / side)},${Math.floor((spot.y - b) / side)}`
    if (ends.has(i)) cells.set(`end${i}`, spot)
    else if (!cells.has(cell)) cells.set(cell, spot)
  })
  return [...cells.values()]
}
