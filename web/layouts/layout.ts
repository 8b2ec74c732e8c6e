export const LAYOUTS = ['force', 'layers', 'circle', 'pack', 'time', 'untangle'] as const
export type LayoutName = (typeof LAYOUTS)[number]

/** What every layout takes and gives: columns, so that they cross to the worker and back without copying. */
export interface LayoutInput {
  ids: string[]
  /** Entity types. */
  types: string[]
  /** First dates, as exact as known; '' where unknown. */
  dates: string[]
  /** Radii in pixels. */
  sizes: Float64Array
  x: Float64Array
  y: Float64Array
  /** 1 where a node must stay: it is pinned or stood before. */
  fixed: Uint8Array
  /** Edges by the indexes of their ends. */
  source: Uint32Array
  target: Uint32Array
  /** How strongly an edge draws, 0…; SERVES most. */
  weight: Float64Array
  /** Width of the stage divided by its height. */
  aspect: number
  words: Record<string, string>
}

/** A line or a heading that a layout draws behind the nodes: a year, a lane. */
export interface Guide {
  axis: 'x' | 'y'
  at: number
  label: string
}

/** Places in pixels; y grows upwards. */
export interface LayoutResult {
  x: Float64Array
  y: Float64Array
  guides: Guide[]
}

/** Pure and seeded by ids: the same input gives the same places. */
export type Layout = (input: LayoutInput) => LayoutResult

/** A number in [0, 1) that an id always gives. */
export function seedOf(id: string): number {
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  hash ^= hash >>> 15
  return (Math.imul(hash, 2246822507) >>> 0) / 2 ** 32
}

/** Neighbours of every node, as indexes. */
export function neighboursOf({ ids, source, target }: LayoutInput): number[][] {
  const near: number[][] = ids.map(() => [])
  source.forEach((a, i) => {
    near[a]!.push(target[i]!)
    near[target[i]!]!.push(a)
  })
  return near
}

/** Nodes grouped by what ties them together, the largest group first. */
export function componentsOf(input: LayoutInput): number[][] {
  const near = neighboursOf(input)
  const seen = new Uint8Array(input.ids.length)
  const groups: number[][] = []
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue
    seen[start] = 1
    const group = [start]
    for (let at = 0; at < group.length; at++)
      for (const next of near[group[at]!]!)
        if (!seen[next]) {
          seen[next] = 1
          group.push(next)
        }
    groups.push(group)
  }
  return groups.sort((a, b) => b.length - a.length || (input.ids[a[0]!]! < input.ids[b[0]!]! ? -1 : 1))
}
