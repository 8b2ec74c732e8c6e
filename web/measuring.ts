/** From measures to what is seen: sizes and colours by degree, PageRank, betweenness, community or first date. */
import type { Subgraph } from '../model/graph.ts'
import { columnsOf } from './arranging.ts'
import { hueOf, rampOf, type Theme } from './canvas/tones.ts'
import type { Measures } from './measures/measures.ts'
import type { ColourBy, SizeBy } from './picture.ts'
import { type Dress, nameOf, PLAIN, typeOf } from './scene.ts'
import { measure } from './work/work.ts'

export interface Community {
  number: number
  /** Its best-connected strategy, else park, else whatever is best connected. */
  name: string
  members: string[]
}
export interface Measured {
  index: ReadonlyMap<string, number>
  measures: Measures
  communities: Community[]
}

const kept = new WeakMap<Subgraph, Promise<Measured>>()

/** Measures of a graph, taken once. */
export function measured(graph: Subgraph): Promise<Measured> {
  const known = kept.get(graph)
  if (known) return known
  const { ids, source, target, weight } = columnsOf(graph, new Map(), () => false, PLAIN, 1, 'zh')
  const taken = measure({ ids, source, target, weight }).then((measures) => ({
    index: new Map(ids.map((id, i) => [id, i])),
    measures,
    communities: communitiesOf(graph, measures),
  }))
  kept.set(graph, taken)
  taken.catch(() => kept.delete(graph))
  return taken
}

const HEADS = ['Strategy', 'Park', 'Project', 'Industry', 'Place']

/** Communities of three or more, the largest first, each called by its head. */
export function communitiesOf({ nodes }: Subgraph, { community, degree }: Measures): Community[] {
  const members = new Map<number, number[]>()
  nodes.forEach((_, i) => {
    const number = community[i]!
    const there = members.get(number)
    if (there) there.push(i)
    else members.set(number, [i])
  })
  const rank = (i: number) => {
    const at = HEADS.indexOf(typeOf(nodes[i]!))
    return at < 0 ? HEADS.length : at
  }
  return [...members]
    .filter(([, list]) => list.length >= 3)
    .sort(([a], [b]) => a - b)
    .map(([number, list]) => {
      const head = [...list].sort((a, b) => rank(a) - rank(b) || degree[b]! - degree[a]! || a - b)[0]!
      return { number, name: nameOf(nodes[head]!), members: list.map((i) => nodes[i]!.id) }
    })
}

/** From 0 to 1 by the root, so that the few largest do not flatten the rest. */
function scaled(values: ArrayLike<number>): Float64Array {
  const most = Math.max(...Array.from(values), 1e-12)
  return Float64Array.from(values, (value) => Math.sqrt(value / most))
}

/** Months since the first date in the graph, from 0 to 1; null where unknown. */
function agesOf({ nodes }: Subgraph): Map<string, number> {
  const months = nodes.flatMap(({ id, properties }) => {
    const m = /^(\d{4})(?:-(\d{2}))?/.exec(String(properties.firstDate ?? properties.date ?? ''))
    return m ? [[id, Number(m[1]) * 12 + Number(m[2] ?? 6)] as const] : []
  })
  const all = months.map(([, month]) => month)
  const [first, last] = [Math.min(...all), Math.max(...all)]
  return new Map(months.map(([id, month]) => [id, last > first ? (month - first) / (last - first) : 1]))
}

/** How nodes are dressed by these choices. @param known null while measures are being taken */
export function dressOf(
  graph: Subgraph,
  sizeBy: SizeBy,
  colourBy: ColourBy,
  theme: Theme,
  known: Measured | null,
): Dress {
  const valuesOf = (by: SizeBy | ColourBy): ((id: string) => number) | null => {
    if (!known || (by !== 'degree' && by !== 'pagerank' && by !== 'betweenness')) return null
    const values = scaled(known.measures[by])
    return (id) => values[known.index.get(id) ?? -1] ?? 0
  }
  const size = sizeBy === 'same' ? () => 0.2 : valuesOf(sizeBy)
  if (colourBy === 'type') return { size, colour: null }
  if (colourBy === 'first') {
    const ages = agesOf(graph)
    return { size, colour: (id) => (ages.has(id) ? rampOf(theme, ages.get(id)!) : hueOf(theme, 99)) }
  }
  if (!known) return { size, colour: null }
  if (colourBy === 'community') {
    const shown = new Map(known.communities.slice(0, 12).map(({ number }, i) => [number, i]))
    return {
      size,
      colour: (id) =>
        hueOf(theme, shown.get(known.measures.community[known.index.get(id) ?? -1] ?? -1) ?? 99),
    }
  }
  const values = valuesOf(colourBy)
  return { size, colour: values ? (id) => rampOf(theme, values(id)) : null }
}
