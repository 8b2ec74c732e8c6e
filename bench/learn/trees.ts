/** Learns trees by gradient boosting: each corrects what those before it and a first guess get wrong. */
import { shareOf } from '../../ingest/learned/odds.ts'
import { type Tree, Trees } from '../../ingest/learned/trees.ts'

export interface Case {
  values: Float64Array
  /** The first guess, in log odds. */
  start: number
  right: boolean
}

export interface BoostOptions {
  trees: number
  depth: number
  /** Share of what a tree says that counts. */
  rate: number
  /** Cases that an answer goes by at least. */
  least: number
  /** Pulls answers towards zero. */
  decay: number
}

export const BOOST: BoostOptions = { trees: 120, depth: 4, rate: 0.1, least: 30, decay: 5 }

/** Bounds that are tried of a field. */
const BINS = 32
const rounded = (x: number): number => Math.round(x * 1e4) / 1e4

export function boost(cases: readonly Case[], options: BoostOptions = BOOST): Tree[] {
  const count = cases.length
  const fields = cases[0]?.values.length ?? 0
  const bounds = Array.from({ length: fields }, (_, f) => boundsOf(cases, f))
  const bins = new Uint8Array(count * fields)
  cases.forEach(({ values }, i) => {
    for (let f = 0; f < fields; f++) bins[i * fields + f] = binOf(bounds[f]!, values[f]!)
  })
  const sums = Float64Array.from(cases, (c) => c.start)
  const gradient = new Float64Array(count)
  const curve = new Float64Array(count)
  const out: Tree[] = []
  const everything = Int32Array.from(cases, (_, i) => i)
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < count; i++) {
      const share = shareOf(sums[i]!)
      gradient[i] = (cases[i]!.right ? 1 : 0) - share
      curve[i] = share * (1 - share)
    }
    const tree: number[] = []
    grow(tree, everything, options.depth, { bins, bounds, fields, gradient, curve }, options)
    out.push(tree)
    const one = new Trees([tree])
    for (let i = 0; i < count; i++) sums[i]! += one.sum(cases[i]!.values)
  }
  return out
}

function boundsOf(cases: readonly Case[], field: number): number[] {
  const sorted = Float64Array.from(cases, ({ values }) => values[field]!).sort()
  const out = new Set<number>()
  for (let b = 1; b < BINS; b++) out.add(rounded(sorted[Math.floor((b * sorted.length) / BINS)]!))
  return [...out].sort((a, b) => a - b)
}

/** How many of the bounds a value reaches. */
function binOf(bounds: readonly number[], value: number): number {
  let [low, high] = [0, bounds.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value >= bounds[middle]!) low = middle + 1
    else high = middle
  }
  return low
}

interface Ground {
  /** cases × fields */
  bins: Uint8Array
  bounds: readonly (readonly number[])[]
  fields: number
  gradient: Float64Array
  curve: Float64Array
}

/** Writes the branch for some cases behind `tree`. */
function grow(tree: number[], some: Int32Array, depth: number, ground: Ground, options: BoostOptions): void {
  const { bins, bounds, fields, gradient, curve } = ground
  let [g, h] = [0, 0]
  for (const i of some) {
    g += gradient[i]!
    h += curve[i]!
  }
  const split = depth > 0 && some.length >= 2 * options.least ? splitOf(some, g, h, ground, options) : null
  if (!split) {
    tree.push(-1, rounded((options.rate * g) / (h + options.decay)))
    return
  }
  const { field, bin } = split
  tree.push(field, bounds[field]![bin]!)
  const isLeft = (i: number) => bins[i * fields + field]! <= bin
  grow(tree, some.filter(isLeft), depth - 1, ground, options)
  grow(
    tree,
    some.filter((i) => !isLeft(i)),
    depth - 1,
    ground,
    options,
  )
}

function splitOf(
  some: Int32Array,
  g: number,
  h: number,
  { bins, fields, gradient, curve }: Ground,
  { least, decay }: BoostOptions,
): { field: number; bin: number } | null {
  let best: { field: number; bin: number } | null = null
  let most = (g * g) / (h + decay) + 1e-3
  const [gs, hs, ns] = [new Float64Array(BINS), new Float64Array(BINS), new Int32Array(BINS)]
  for (let field = 0; field < fields; field++) {
    gs.fill(0)
    hs.fill(0)
    ns.fill(0)
    for (const i of some) {
      const b = bins[i * fields + field]!
      gs[b]! += gradient[i]!
      hs[b]! += curve[i]!
      ns[b]!++
    }
    let [left, leftCurve, n] = [0, 0, 0]
    for (let bin = 0; bin + 1 < BINS; bin++) {
      left += gs[bin]!
      leftCurve += hs[bin]!
      n += ns[bin]!
      if (n < least || some.length - n < least) continue
      const gain = (left * left) / (leftCurve + decay) + (g - left) ** 2 / (h - leftCurve + decay)
      if (gain > most) {
        most = gain
        best = { field, bin }
      }
    }
  }
  return best
}
