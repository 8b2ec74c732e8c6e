import type { Scene } from '../scene/scene.ts'
import { boundsOf } from './bounds.ts'

/** Cells along the longer side. */
const CELLS = 64

/** Nodes by where they stand, each cell's most important first: for graphs of which a frame cannot look at every node. */
export class Neighbourhoods {
  readonly #cells = new Map<number, string[]>()
  readonly #size: number
  readonly #left: number
  readonly #low: number

  /** @param order all nodes, the most important first */
  constructor(scene: Scene, order: readonly string[]) {
    const [l, r, b, t] = boundsOf(scene.mapNodes((_, { x, y }) => ({ x, y }))) ?? [0, 0, 0, 0]
    this.#size = Math.max(r - l, t - b, 1) / CELLS
    this.#left = l
    this.#low = b
    for (const id of order) {
      const { x, y } = scene.getNodeAttributes(id)
      const key = this.#column(x) * 4096 + this.#row(y)
      const there = this.#cells.get(key)
      if (there) there.push(id)
      else this.#cells.set(key, [id])
    }
  }
  #column = (x: number) => Math.floor((x - this.#left) / this.#size)
  #row = (y: number) => Math.floor((y - this.#low) / this.#size)

  /** The most important nodes within a rectangle of the layout: from every cell in turn, at most so many. */
  within(left: number, right: number, low: number, high: number, most: number): string[] {
    const cells: string[][] = []
    const [c0, c1] = [Math.max(0, this.#column(left)), Math.min(CELLS, this.#column(right))]
    const [r0, r1] = [Math.max(0, this.#row(low)), Math.min(CELLS, this.#row(high))]
    for (let c = c0; c <= c1; c++)
      for (let r = r0; r <= r1; r++) {
        const cell = this.#cells.get(c * 4096 + r)
        if (cell) cells.push(cell)
      }
    const out: string[] = []
    for (let rank = 0; out.length < most; rank++) {
      const before = out.length
      for (const cell of cells) if (rank < cell.length && out.length < most) out.push(cell[rank]!)
      if (out.length === before) break
    }
    return out
  }
}
