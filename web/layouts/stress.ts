/** Stress majorization (Gansner, Koren, North, 2004): brings distances on the page near distances in the graph. */

/** Beyond this many nodes every pair is too many pairs. */
export const MOST = 700
const ROUNDS = 90

/**
 * Moves nodes in place.
 * @param near neighbours of each node by index, all of one connected part
 * @param line pixels of one step
 * @param radii room that nodes themselves take
 */
export function relax(
  near: readonly number[][],
  line: number,
  radii: Float64Array,
  x: Float64Array,
  y: Float64Array,
): void {
  const count = near.length
  const wanted = new Float32Array(count * count)
  const steps = new Int32Array(count)
  const queue = new Int32Array(count)
  for (let start = 0; start < count; start++) {
    steps.fill(-1)
    steps[start] = 0
    queue[0] = start
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = queue[head]!
      for (const next of near[node]!)
        if (steps[next]! < 0) {
          steps[next] = steps[node]! + 1
          queue[tail++] = next
        }
    }
    for (let end = 0; end < count; end++) {
      // far things need not be as far as their steps say: the picture would be all air
      const far = Math.max(1, steps[end]!) ** 0.82
      // what hangs on a hub needs a longer line, or its neighbours have no room round it
      const crowd = steps[end] === 1 ? Math.sqrt(Math.max(near[start]!.length, near[end]!.length)) * 7 : 0
      wanted[start * count + end] = line * far + crowd + radii[start]! + radii[end]! - 14
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < count; i++) {
      let [sx, sy, sum] = [0, 0, 0]
      for (let j = 0; j < count; j++) {
        if (i === j) continue
        const d = wanted[i * count + j]!
        const weight = 1 / (d * d)
        const [dx, dy] = [x[i]! - x[j]!, y[i]! - y[j]!]
        const apart = Math.hypot(dx, dy) || 1e-6
        sx += weight * (x[j]! + (d * dx) / apart)
        sy += weight * (y[j]! + (d * dy) / apart)
        sum += weight
      }
      if (sum > 0) {
        x[i] = sx / sum
        y[i] = sy / sum
      }
    }
  }
}
