import type { Scene } from '../scene/scene.ts'
import { boundsOf } from './bounds.ts'

/** Cells along the longer side. */
const CELLS = 64

/** Nodes by where they stand, each cell's most important first: for graphs of which a frame cannot look at every node. */
export class Neighbourhoods {
  /** Positions in the order, rising. */
  readonly #cells = new Map<number, number[]>()
  readonly #order: readonly string[]
  readonly #size: number
  readonly #left: number
  readonly #low: number

  /** @param order all nodes, the most important first */
  constructor(scene: Scene, order: readonly string[]) {
    const [l, r, b, t] = boundsOf(scene.mapNodes((_, { x, y }) => ({ x, y }))) ?? [0, 0, 0, 0]
    this.#size = Math.max(r - l, t - b, 1) / CELLS
    this.#left = l
    this.#low = b
    this.#order = order
    order.forEach((id, i) => {
      const { x, y } = scene.getNodeAttributes(id)
      const key = this.#column(x) * 4096 + this.#row(y)
      const there = this.#cells.get(key)
      if (there) there.push(i)
      else this.#cells.set(key, [i])
    })
  }
  #column = (x: number) => Math.floor((x - this.#left) / this.#size)
  #row = (y: number) => Math.floor((y - this.#low) / this.#size)

  /** The most important nodes within a rectangle of the layout: from every cell in turn, at most so many, the most important first. */
  within(left: number, right: number, low: number, high: number, most: number): string[] {
    const cells: number[][] = []
    const [c0, c1] = [Math.max(0, this.#column(left)), Math.min(CELLS, this.#column(right))]
    const [r0, r1] = [Math.max(0, this.#row(low)), Math.min(CELLS, this.#row(high))]
    for (let c = c0; c <= c1; c++)
      for (let r = r0; r <= r1; r++) {
        const cell = this.#cells.get(c * 4096 + r)
        if (cell) cells.push(cell)
      }
    const out: string[] = []
    for (let rank = 0; out.length < most; rank++) {
      const round = cells.flatMap((cell) => cell[rank] ?? [])
      if (round.length === 0) break
      // not those of the cells that happen to come first
      if (round.length > most - out.length) round.sort((a, b) => a - b)
      for (const i of round.slice(0, most - out.length)) out.push(this.#order[i]!)
    }
    return out
  }
}
