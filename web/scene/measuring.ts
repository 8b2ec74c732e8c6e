/** From measures and properties to what is seen: sizes and colours. */
import type { Subgraph } from '../../model/graph.ts'
import { pushTo } from '../../model/groups.ts'
import { type Status, statuses } from '../../model/ontology.ts'
import type { Measures } from '../measures/measures.ts'
import { type ColourBy, propertyIn, type SizeBy } from '../state/picture.ts'
import { measure } from '../work/work.ts'
import { columnsOf } from './arranging.ts'
import { groupsOf, MOST_GROUPS, scaleOf, type Traits, valuesOf } from './properties.ts'
import { type Dress, nameOf, PLAIN, typeOf } from './scene.ts'
import { hueOf, rampOf, type Theme } from './tones.ts'

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
    pushTo(members, number, i)
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

/** What of the picture the measures are needed for. */
export const isMeasured = (by: SizeBy | ColourBy): boolean =>
  by === 'community' || by === 'degree' || by === 'pagerank' || by === 'betweenness'

/** Colours by node where a property is shown: a ramp for numbers, dates and stages, hues for other words. */
function propertyColours(
  { nodes }: Subgraph,
  key: string,
  theme: Theme,
  traits: Traits | null,
): (id: string) => string {
  const values = valuesOf(nodes, key, traits)
  const scale = scaleOf(values)
  const colours = new Map([...scale].map(([id, value]) => [id, rampOf(theme, value)]))
  if (scale.size === 0)
    groupsOf(values, key).forEach(({ value, ids }, i) => {
      for (const id of ids) colours.set(id, groupColour(theme, key, value, i))
    })
  return (id) => colours.get(id) ?? hueOf(theme, 99)
}

/** @param i the group's number, the largest 0 */
export function groupColour(theme: Theme, key: string, value: string, i: number): string {
  const stage = key === 'stage' ? statuses.indexOf(value as Status) : -1
  return stage < 0 ? hueOf(theme, i < MOST_GROUPS ? i : 99) : rampOf(theme, stage / (statuses.length - 1))
}

/** How nodes are dressed by these choices. @param known null while measures are being taken @param traits null while they are being asked for */
export function dressOf(
  graph: Subgraph,
  sizeBy: SizeBy,
  colourBy: ColourBy,
  theme: Theme,
  known: Measured | null,
  traits: Traits | null = null,
): Dress {
  const measureOf = (by: SizeBy | ColourBy): ((id: string) => number) | null => {
    if (!known || (by !== 'degree' && by !== 'pagerank' && by !== 'betweenness')) return null
    const values = scaled(known.measures[by])
    return (id) => values[known.index.get(id) ?? -1] ?? 0
  }
  const sized = propertyIn(sizeBy) ? scaleOf(valuesOf(graph.nodes, propertyIn(sizeBy), traits)) : null
  const size = sizeBy === 'same' ? () => 0.2 : sized ? (id: string) => sized.get(id) ?? 0 : measureOf(sizeBy)
  if (colourBy === 'type') return { size, colour: null }
  const property = propertyIn(colourBy)
  if (property) return { size, colour: propertyColours(graph, property, theme, traits) }
  if (!known) return { size, colour: null }
  if (colourBy === 'community') {
    const shown = new Map(known.communities.slice(0, 12).map(({ number }, i) => [number, i]))
    return {
      size,
      colour: (id) =>
        hueOf(theme, shown.get(known.measures.community[known.index.get(id) ?? -1] ?? -1) ?? 99),
    }
  }
  const values = measureOf(colourBy)
  return { size, colour: values ? (id) => rampOf(theme, values(id)) : null }
}
