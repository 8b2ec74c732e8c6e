import { type Layout, type LayoutInput, neighboursOf } from './layout.ts'

const LANES = ['people', 'places', 'companies', 'projects', 'strategies', 'larger'] as const
type Lane = (typeof LANES)[number]
const LANE_OF: Record<string, Lane> = {
  Person: 'people',
  Event: 'people',
  Honor: 'people',
  Company: 'companies',
  Institute: 'companies',
  Organization: 'companies',
  Project: 'projects',
  Park: 'projects',
  Place: 'places',
  Industry: 'places',
  Strategy: 'strategies',
}
const ACROSS = 300
const DOWN = 34

/** Lanes from left to right as chains run: who builds, what is built, which strategy it serves, and the larger strategy. */
export const layers: Layout = (input) => {
  const near = neighboursOf(input)
  const lane = lanesOf(input)
  const used = LANES.filter((name) => lane.includes(name))
  let columns = used.map((name) =>
    input.ids
      .map((_, i) => i)
      .filter((i) => lane[i] === name)
      .sort((a, b) => near[b]!.length - near[a]!.length || a - b),
  )
  const rank = new Float64Array(input.ids.length)
  const number = () => {
    for (const column of columns)
      column.forEach((i, k) => {
        rank[i] = (k + 0.5) / column.length
      })
  }
  number()
  // each lane in the order of the middles of its neighbours: fewer lines cross
  for (let sweep = 0; sweep < 12; sweep++) {
    columns = columns.map((column) => {
      const middle = new Map(
        column.map((i) => {
          const others = near[i]!.filter((j) => lane[j] !== lane[i]).map((j) => rank[j]!)
          return [i, others.length > 0 ? others.reduce((a, b) => a + b, 0) / others.length : rank[i]!]
        }),
      )
      return [...column].sort((a, b) => middle.get(a)! - middle.get(b)! || a - b)
    })
    number()
  }
  const [x, y] = [new Float64Array(input.ids.length), new Float64Array(input.ids.length)]
  const tallest = Math.max(...columns.map((column) => Math.ceil(column.length / strandsOf(column.length))))
  const guides: { axis: 'x'; at: number; label: string }[] = []
  let left = 0
  columns.forEach((column, k) => {
    const strands = strandsOf(column.length)
    const rows = Math.ceil(column.length / strands)
    const height = Math.max(rows * DOWN, tallest * DOWN * 0.8)
    column.forEach((i, n) => {
      // a long lane stands in strands beside each other, so that names have room
      x[i] = left + (n % strands) * 120
      y[i] =
        height / 2 - ((Math.floor(n / strands) + 0.5) * height) / rows - (n % strands) * (DOWN / strands / 2)
    })
    guides.push({ axis: 'x', at: left + ((strands - 1) * 120) / 2, label: input.words[used[k]!] ?? '' })
    left += (strands - 1) * 120 + ACROSS
  })
  return { x, y, guides }
}

const strandsOf = (count: number): number => (count > 80 ? 3 : count > 38 ? 2 : 1)

/** A strategy that another one advances or is part of lies beyond it. */
function lanesOf({ types, source, target }: LayoutInput): Lane[] {
  const lane = types.map((type) => LANE_OF[type] ?? 'people')
  source.forEach((a, k) => {
    const b = target[k]!
    if (types[a] === 'Strategy' && types[b] === 'Strategy') lane[b] = 'larger'
  })
  return lane
}
