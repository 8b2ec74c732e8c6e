import { anchorsOf, isPrintingOf, type Sketch } from './sketch.ts'

export interface Foldable {
  id: string
  /** Characters that are compared. */
  size: number
}

/** Printings looked at for one text at most: the best candidates come first. */
const TRIES = 24
/** Articles that one anchor leads to at most; what stands in more of them is a phrase of the trade. */
const CROWD = 64

/**
 * For each text the longest one that it is a printing of, or itself. The same for the same texts in any order: longer
 * texts come first, then smaller ids, and a text that is folded into another takes none in itself.
 * @param load sketches of these ids; it is asked for many at once @param recent how many of them are held @param onFolded how many more texts have been looked at
 */
export async function fold(
  texts: readonly Foldable[],
  load: (ids: string[]) => Promise<Sketch[]>,
  { recent = 4_000, onFolded = () => {} }: { recent?: number; onFolded?: (more: number) => void } = {},
): Promise<Map<string, string>> {
  const order = [...texts].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
  const into = new Map<string, string>()
  const index = new AnchorIndex(order.length * 33)
  const sketches = new Recent(recent)
  for (let from = 0; from < order.length; from += 500) {
    const batch = order.slice(from, from + 500)
    const loaded = await load(batch.map(({ id }) => id))
    for (const [i, { id }] of batch.entries()) {
      const sketch = loaded[i]!
      const anchors = anchorsOf(sketch)
      const candidates = index.candidates(anchors)
      const known = new Map(candidates.map((c) => [c, sketches.get(c)]))
      const missing = candidates.filter((c) => known.get(c) === undefined)
      const fetched = missing.length > 0 ? await load(missing.map((c) => order[c]!.id)) : []
      for (const [m, c] of missing.entries()) {
        known.set(c, fetched[m]!)
        sketches.set(c, fetched[m]!)
      }
      const found = candidates.find((c) => isPrintingOf(sketch, known.get(c)!))
      into.set(id, found === undefined ? id : order[found]!.id)
      if (found === undefined) {
        index.add(anchors, from + i)
        sketches.set(from + i, sketch)
      }
    }
    onFolded(batch.length)
  }
  return into
}

/** Anchor → positions, in two flat arrays: a few bytes an anchor, however many texts there are. */
class AnchorIndex {
  readonly #keys: Uint32Array
  readonly #values: Int32Array
  readonly #mask: number

  constructor(entries: number) {
    let size = 1024
    while (size < entries * 1.5) size *= 2
    this.#keys = new Uint32Array(size)
    this.#values = new Int32Array(size).fill(-1)
    this.#mask = size - 1
  }

  add(anchors: readonly number[], position: number): void {
    for (const anchor of anchors) {
      let slot = Math.imul(anchor, 0x9e3779b1) & this.#mask
      let seen = 0
      while (this.#values[slot] !== -1) {
        if (this.#keys[slot] === anchor && ++seen >= CROWD) break
        slot = (slot + 1) & this.#mask
      }
      if (seen >= CROWD) continue
      this.#keys[slot] = anchor
      this.#values[slot] = position
    }
  }

  /** Positions that share anchors, those with the most first, then the earlier ones. */
  candidates(anchors: readonly number[]): number[] {
    const shared = new Map<number, number>()
    for (const anchor of anchors) {
      let slot = Math.imul(anchor, 0x9e3779b1) & this.#mask
      while (this.#values[slot] !== -1) {
        if (this.#keys[slot] === anchor) {
          const position = this.#values[slot]!
          shared.set(position, (shared.get(position) ?? 0) + 1)
        }
        slot = (slot + 1) & this.#mask
      }
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, TRIES)
      .map(([position]) => position)
  }
}

/** The sketches used last. */
class Recent {
  readonly #kept = new Map<number, Sketch>()
  readonly #most: number
  constructor(most: number) {
    this.#most = most
  }
  get(key: number): Sketch | undefined {
    return this.#kept.get(key)
  }
  set(key: number, sketch: Sketch): void {
    this.#kept.delete(key)
    this.#kept.set(key, sketch)
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!)
  }
}
