import { pushTo } from '../../model/groups.ts'
import type { Layout, LayoutInput } from './layout.ts'

const MARGIN = 7
const ROUNDS = 120

/** Pushes overlapping nodes apart in place; fixed ones stay. Not graphology-layout-noverlap: that moves every node. */
export function separate(
  { sizes, fixed, ids }: Pick<LayoutInput, 'sizes' | 'fixed' | 'ids'>,
  x: Float64Array,
  y: Float64Array,
  margin = MARGIN,
): void {
  const cell = Math.max(...sizes, 4) * 2 + margin
  for (let round = 0; round < ROUNDS; round++) {
    const grid = new Map<string, number[]>()
    ids.forEach((_, i) => {
      const key = `${Math.floor(x[i]! / cell)},${Math.floor(y[i]! / cell)}`
      pushTo(grid, key, i)
    })
    let moved = false
    for (let i = 0; i < ids.length; i++) {
      const [cx, cy] = [Math.floor(x[i]! / cell), Math.floor(y[i]! / cell)]
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++)
          for (const j of grid.get(`${cx + dx},${cy + dy}`) ?? []) {
            if (j <= i || (fixed[i] && fixed[j])) continue
            const wanted = sizes[i]! + sizes[j]! + margin
            let [ex, ey] = [x[j]! - x[i]!, y[j]! - y[i]!]
            let apart = Math.hypot(ex, ey)
            if (apart >= wanted) continue
            if (apart < 1e-6) {
              // two at one spot part in a direction that is always the same
              ;[ex, ey, apart] = [Math.cos(i + j), Math.sin(i + j), 1]
            }
            const push = ((wanted - Math.min(apart, wanted)) / apart) * (fixed[i] || fixed[j] ? 1 : 0.5)
            if (!fixed[i]) {
              x[i]! -= ex * push
              y[i]! -= ey * push
            }
            if (!fixed[j]) {
              x[j]! += ex * push
              y[j]! += ey * push
            }
            moved = true
          }
    }
    if (!moved) return
  }
}

/** Leaves the picture as it is but for overlaps. */
export const untangle: Layout = (input) => {
  const [x, y] = [input.x.slice(), input.y.slice()]
  separate(input, x, y)
  return { x, y, guides: [] }
}
