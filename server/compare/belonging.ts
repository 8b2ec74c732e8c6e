/** What lies in an entity, belongs to it or, for a strategy, serves it; each with the way that leads there. */

import type { EntityBrief, Named } from '../../model/api.ts'
import type { ComparedStep } from '../../model/comparison.ts'
import { pushTo } from '../../model/groups.ts'
import type { EntityEdgeType, EntityType } from '../../model/ontology.ts'
import type { Reads } from '../reads.ts'
import { asserted, type Relation } from '../trace/places.ts'

export interface Reached {
  other: EntityBrief
  steps: ComparedStep[]
  through: Named[]
}

/** From what is compared, one step; the way on leads over `INTO` alone. */
const INTO: readonly EntityEdgeType[] = ['LOCATED_IN', 'PART_OF', 'AFFILIATED_WITH']
const FLOWS: readonly EntityEdgeType[] = ['SERVES', 'ADVANCES']
/** What others lie in: the same as where a trace looks for an entity's place. */
const HOLDING: ReadonlySet<EntityType> = new Set(['Place', 'Park', 'Strategy', 'Project'])
const HOPS = 3

/** The relations of some entities, by entity; the most often stated first. */
export interface Ties {
  out: Map<string, Relation[]>
  into: Map<string, Relation[]>
}
export async function tiesOf(
  reads: Reads,
  ids: string[],
  out: readonly EntityEdgeType[],
  into: readonly EntityEdgeType[],
): Promise<Ties> {
  const [from, to] = await Promise.all([
    out.length > 0 ? reads.edgesOut(ids, out) : [],
    into.length > 0 ? reads.edgesIn(ids, into) : [],
  ])
  const by = (relations: readonly Relation[], end: 'from' | 'to') => {
    const lists = new Map<string, Relation[]>()
    for (const relation of relations.filter(asserted)) pushTo(lists, relation.edge[end], relation)
    for (const list of lists.values())
      list.sort((a, b) => stepOf(b).articleCount - stepOf(a).articleCount || (a.edge.id < b.edge.id ? -1 : 1))
    return lists
  }
  return { out: by(from, 'from'), into: by(to, 'to') }
}

export const stepOf = ({ edge: { id, type, from, to, properties } }: Relation): ComparedStep => ({
  edge: id,
  type: type as EntityEdgeType,
  from,
  to,
  ...(properties.level ? { level: properties.level as NonNullable<ComparedStep['level']> } : {}),
  articleCount: Number(properties.articleCount ?? 1),
})

/** A step further than what was reached. */
export const further = (from: Reached, relation: Relation): Reached => ({
  other: relation.other,
  steps: [...from.steps, stepOf(relation)],
  through: from.steps.length > 0 ? [...from.through, named(from.other)] : [],
})
const named = ({ id, name }: Named): Named => ({ id, name })

/** By id, the nearest first; the entity itself is not among them. @param ties its own */
export async function belongingTo(
  reads: Reads,
  entity: EntityBrief,
  ties: Ties,
): Promise<Map<string, Reached>> {
  const reached = new Map<string, Reached>()
  const start: Reached = { other: entity, steps: [], through: [] }
  let frontier: Reached[] = []
  const reach = (from: Reached, relation: Relation, goesOn: boolean) => {
    if (relation.other.id === entity.id || reached.has(relation.other.id)) return
    const found = further(from, relation)
    reached.set(relation.other.id, found)
    if (goesOn && HOLDING.has(found.other.type)) frontier.push(found)
  }
  for (const relation of ties.into.get(entity.id) ?? [])
    if (within(relation, entity.type)) reach(start, relation, true)
  for (const relation of ties.out.get(entity.id) ?? [])
    if (relation.edge.type === 'DEVELOPS') reach(start, relation, false)
  if (entity.type === 'Strategy')
    for (const relation of ties.into.get(entity.id) ?? [])
      if (FLOWS.includes(relation.edge.type as EntityEdgeType)) reach(start, relation, false)
  for (let hop = 1; hop < HOPS && frontier.length > 0; hop++) {
    const level = frontier
    frontier = []
    const { into } = await tiesOf(
      reads,
      level.map(({ other }) => other.id),
      [],
      INTO,
    )
    // what belongs to one that lies here need not lie here
    for (const from of level)
      for (const relation of into.get(from.other.id) ?? [])
        if (relation.edge.type !== 'AFFILIATED_WITH' || from.other.type === 'Place')
          reach(from, relation, true)
  }
  return reached
}

/** A subsidiary is its owner's; who is affiliated with a strategy lies nowhere in it. */
const within = ({ edge }: Relation, type: EntityType): boolean =>
  INTO.includes(edge.type as EntityEdgeType) && (edge.type !== 'AFFILIATED_WITH' || type !== 'Strategy')
