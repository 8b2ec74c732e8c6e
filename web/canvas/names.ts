/** Which names are written and where: never over another, the important ones first. Pure. */
import type { Rect } from './free-fit.ts'

export interface Name {
  id: string
  text: string
  /** The node's middle and radius, in pixels of the stage. */
  x: number
  y: number
  radius: number
  /** Written wherever it fits, even in a full cell. */
  must: boolean
  /** Of a few that stand out: written wherever there is room, however many its cell has. */
  near?: boolean
  bold: boolean
}
export interface WrittenName extends Name {
  /** Left end and base line. */
  left: number
  base: number
  width: number
}
export interface Frame {
  width: number
  height: number
}

const [CELL_WIDTH, CELL_HEIGHT] = [120, 40]
export const LINE_HEIGHT = 15
/** Pixels of the paper's stroke under a name, half of them outside: no line shows between two glyphs. */
export const HALO = 5
const BUCKET = 48

/** Boxes by the cells they touch. */
class Boxes {
  readonly #cells = new Map<number, { l: number; t: number; r: number; b: number }[]>()
  #keys(l: number, t: number, r: number, b: number): number[] {
    const keys: number[] = []
    for (let i = Math.floor(l / BUCKET); i <= Math.floor(r / BUCKET); i++)
      for (let j = Math.floor(t / BUCKET); j <= Math.floor(b / BUCKET); j++) keys.push(i * 4096 + j)
    return keys
  }
  add(l: number, t: number, r: number, b: number): void {
    const box = { l, t, r, b }
    for (const key of this.#keys(l, t, r, b)) {
      const there = this.#cells.get(key)
      if (there) there.push(box)
      else this.#cells.set(key, [box])
    }
  }
  /** How many of the boxes this one meets; a box may count more than once. */
  met(l: number, t: number, r: number, b: number): number {
    let count = 0
    for (const key of this.#keys(l, t, r, b))
      for (const box of this.#cells.get(key) ?? [])
        if (l < box.r && box.l < r && t < box.b && box.t < b) count++
    return count
  }
}

/**
 * @param names the most important first
 * @param measure width of a text in pixels
 * @param taken what no name may cover
 */
export function placeNames(
  names: readonly Name[],
  measure: (text: string, bold: boolean) => number,
  { width, height }: Frame,
  taken: readonly Rect[] = [],
): WrittenName[] {
  const [written, nodes] = [new Boxes(), new Boxes()]
  for (const { left, top, right, bottom } of taken) written.add(left, top, right, bottom)
  for (const { x, y, radius } of names) nodes.add(x - radius, y - radius, x + radius, y + radius)
  const cells = new Set<string>()
  const out: WrittenName[] = []
  for (const name of names) {
    const { x, y, radius, must, near, bold } = name
    const cell = `${Math.floor(x / CELL_WIDTH)},${Math.floor(y / CELL_HEIGHT)}`
    if (!must && !near && cells.has(cell)) continue
    const w = measure(name.text, bold)
    const gap = radius + 4
    let best: { left: number; base: number; cost: number } | null = null
    for (const [left, base] of [
      [x + gap, y + 4],
      [x - w / 2, y + gap + 11],
      [x - w / 2, y - gap - 2],
      [x - gap - w, y + 4],
      [x + gap * 0.7, y + gap * 0.7 + 10],
      [x + gap * 0.7, y - gap * 0.7 - 1],
      [x - gap * 0.7 - w, y + gap * 0.7 + 10],
      [x - gap * 0.7 - w, y - gap * 0.7 - 1],
    ] as const) {
      const box = [left - 2, base - 12, left + w + 2, base + 4] as const
      if (written.met(...box) > 0) continue
      const outside = left < 2 || left + w > width - 2 || base < 12 || base > height - 4
      if (outside && !must) continue
      const cost = nodes.met(...box) + (outside ? 5 : 0)
      if (best === null || cost < best.cost) best = { left, base, cost }
      if (cost === 0) break
    }
    // a name that would hide a node waits for more room
    if (best === null || (!must && best.cost > 0)) continue
    written.add(best.left - 2, best.base - 12, best.left + w + 2, best.base + 4)
    cells.add(cell)
    out.push({ ...name, left: best.left, base: best.base, width: w })
  }
  return out
}

/** Cut in the middle, where names of one kind are alike: 山东…研究院. @param most characters; a Latin letter counts half */
export function cutMiddle(text: string, most: number): string {
  const wide = [...text].map((c) => (c.codePointAt(0)! > 0x2e7f ? 1 : 0.55))
  const total = wide.reduce((a, b) => a + b, 0)
  if (total <= most) return text
  const chars = [...text]
  const take = (from: number, step: number, budget: number): number => {
    let [used, n] = [0, 0]
    for (let i = from; i >= 0 && i < chars.length && used + wide[i]! <= budget; i += step) {
      used += wide[i]!
      n++
    }
    return n
  }
  const head = take(0, 1, (most - 1) * 0.58)
  const tail = take(chars.length - 1, -1, (most - 1) * 0.42)
  return `${chars.slice(0, head).join('')}…${chars.slice(chars.length - tail).join('')}`
}
