import { type LayoutInput, neighboursOf, seedOf } from './layout.ts'

const ANGLES = 24
/** Pixels to the nearest other node that are enough. */
const ROOM = 58

/**
 * New nodes find a free place round what they hang on; what stood stays where it is, and what nothing ties to it is left alone.
 * @param line pixels of a line
 */
export function joinIn(input: LayoutInput, x: Float64Array, y: Float64Array, line: number): void {
  const near = neighboursOf(input)
  const known = new Set(input.ids.map((_, i) => i).filter((i) => input.fixed[i]))
  const waiting = input.ids.map((_, i) => i).filter((i) => !input.fixed[i])
  const crowd = new Crowd(x, y, known)
  const settle = (i: number, spot: { x: number; y: number }) => {
    x[i] = spot.x
    y[i] = spot.y
    known.add(i)
    crowd.add(i)
  }
  // those that hang on what stands, then those that hang on them
  for (let left = waiting; ; ) {
    const ready = left.filter((i) => near[i]!.some((j) => known.has(j)))
    if (ready.length === 0) break
    for (const i of ready) {
      const anchors = [...new Set(near[i]!.filter((j) => known.has(j)))]
      const middle = (column: Float64Array) =>
        anchors.reduce((sum, j) => sum + column[j]!, 0) / anchors.length
      const reach = anchors.length === 1 ? line + input.sizes[anchors[0]!]! : line / 3
      settle(i, freeSpot(crowd, middle(x), middle(y), reach, seedOf(input.ids[i]!)))
    }
    left = left.filter((i) => !known.has(i))
  }
}

/** The first free place on rings round a spot, outwards; else the freest one. */
function freeSpot(
  crowd: Crowd,
  cx: number,
  cy: number,
  reach: number,
  seed: number,
): { x: number; y: number } {
  let best = { x: cx + reach, y: cy, room: -1 }
  for (let ring = 0; ring < 4; ring++) {
    for (let k = 0; k < ANGLES; k++) {
      const angle = (seed + k / ANGLES) * Math.PI * 2
      const radius = reach * (1 + ring * 0.45)
      const spot = { x: cx + Math.cos(angle) * radius, y: cy + Math.sin(angle) * radius }
      const room = crowd.room(spot.x, spot.y)
      if (room > best.room) best = { ...spot, room }
    }
    if (best.room >= ROOM) break
  }
  return best
}

/** Who stands near a spot. */
class Crowd {
  readonly #cells = new Map<string, number[]>()
  readonly #x: Float64Array
  readonly #y: Float64Array
  constructor(x: Float64Array, y: Float64Array, members: Iterable<number>) {
    this.#x = x
    this.#y = y
    for (const i of members) this.add(i)
  }
  add(i: number): void {
    const key = `${Math.floor(this.#x[i]! / ROOM)},${Math.floor(this.#y[i]! / ROOM)}`
    const there = this.#cells.get(key)
    if (there) there.push(i)
    else this.#cells.set(key, [i])
  }
  /** Pixels to the nearest node, at most ROOM. */
  room(x: number, y: number): number {
    let least = ROOM
    const [cx, cy] = [Math.floor(x / ROOM), Math.floor(y / ROOM)]
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const i of this.#cells.get(`${cx + dx},${cy + dy}`) ?? [])
          least = Math.min(least, Math.hypot(this.#x[i]! - x, this.#y[i]! - y))
    return least
  }
}
