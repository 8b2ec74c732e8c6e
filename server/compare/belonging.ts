/** What lies in an entity, belongs to it or, for a strategy, serves it; each with the way that leads there. On the whole graph in memory: a province takes no longer than a glance. */
import type { EntityBrief, Named } from '../../model/api.ts'
import type { ComparedStep } from '../../model/comparison.ts'
import { edgeIdOf } from '../../model/ids.ts'
import type { EntityEdgeType, EntityType } from '../../model/ontology.ts'
import { byText } from '../../model/order.ts'
import type { Whole } from '../whole/whole.ts'

/** An entity by its index, with the step by which it was reached; the way back is a chain of these. */
export interface Reached {
  at: number
  /** By which relation; none where the way starts. */
  edge: number | null
  from: Reached | null
}

/** From what is compared, one step; the way on leads over `INTO` alone. */
const INTO: readonly EntityEdgeType[] = ['LOCATED_IN', 'PART_OF', 'AFFILIATED_WITH']
/** By what something leads to a strategy. */
export const LEADING: readonly EntityEdgeType[] = ['SERVES', 'ADVANCES']
/** What others lie in: the same as where a trace looks for an entity's place. */
const HOLDING: ReadonlySet<EntityType> = new Set(['Place', 'Park', 'Strategy', 'Project'])
const HOPS = 3

/** What is stated from an entity or to it, as indexes of relations; the most often stated first. What is denied is not among it. */
export const statedFrom = (whole: Whole, at: number): number[] => stated(whole, at, whole.from)
export const statedTo = (whole: Whole, at: number): number[] => stated(whole, at, whole.to)

function stated(
  { offsets, edges, from, to, counts, relations, negated }: Whole,
  at: number,
  end: Uint32Array,
) {
  const own: number[] = []
  for (let k = offsets[at]!; k < offsets[at + 1]!; k++) {
    const edge = edges[k]!
    if (end[edge] === at && from[edge] !== to[edge] && !negated[edge]) own.push(edge)
  }
  return own.sort(
    (a, b) =>
      counts[b]! - counts[a]! ||
      byText(relations[a]!, relations[b]!) ||
      from[a]! - from[b]! ||
      to[a]! - to[b]!,
  )
}

export const briefOf = ({ ids, names, types, articleCounts }: Whole, at: number): EntityBrief => ({
  id: ids[at]!,
  name: names[at]!,
  type: types[at]!,
  articleCount: articleCounts[at]!,
})

export function stepOf({ ids, from, to, relations, levels, counts }: Whole, edge: number): ComparedStep {
  const [type, head, tail, level] = [relations[edge]!, ids[from[edge]!]!, ids[to[edge]!]!, levels[edge]!]
  return {
    edge: edgeIdOf(type, head, tail),
    type,
    from: head,
    to: tail,
    ...(level ? { level } : {}),
    articleCount: counts[edge]!,
  }
}

/** The way to it, from the start on. */
export function wayTo(whole: Whole, reached: Reached): { steps: ComparedStep[]; through: Named[] } {
  const [steps, through]: [ComparedStep[], Named[]] = [[], []]
  for (let on = reached; on.from; on = on.from) {
    steps.unshift(stepOf(whole, on.edge!))
    if (on.from.from) through.unshift({ id: whole.ids[on.from.at]!, name: whole.names[on.from.at]! })
  }
  return { steps, through }
}

/** By index, the nearest first; the entity itself is not among them. */
export function belongingTo(whole: Whole, start: Reached): Map<number, Reached> {
  const { from, to, types, relations } = whole
  const type = types[start.at]!
  const reached = new Map<number, Reached>()
  let frontier: Reached[] = []
  const reach = (before: Reached, edge: number, at: number, goesOn: boolean) => {
    if (at === start.at || reached.has(at)) return
    const found = { at, edge, from: before }
    reached.set(at, found)
    if (goesOn && HOLDING.has(types[at]!)) frontier.push(found)
  }
  const into = statedTo(whole, start.at)
  for (const edge of into) if (within(relations[edge]!, type)) reach(start, edge, from[edge]!, true)
  for (const edge of statedFrom(whole, start.at))
    if (relations[edge] === 'DEVELOPS') reach(start, edge, to[edge]!, false)
  if (type === 'Strategy')
    for (const edge of into) if (LEADING.includes(relations[edge]!)) reach(start, edge, from[edge]!, false)
  for (let hop = 1; hop < HOPS && frontier.length > 0; hop++) {
    const level = frontier
    frontier = []
    // what belongs to one that lies here need not lie here
    for (const before of level)
      for (const edge of statedTo(whole, before.at))
        if (
          INTO.includes(relations[edge]!) &&
          (relations[edge] !== 'AFFILIATED_WITH' || types[before.at] === 'Place')
        )
          reach(before, edge, from[edge]!, true)
  }
  return reached
}

/** A subsidiary is its owner's; who is affiliated with a strategy lies nowhere in it. */
const within = (relation: EntityEdgeType, type: EntityType): boolean =>
  INTO.includes(relation) && (relation !== 'AFFILIATED_WITH' || type !== 'Strategy')
