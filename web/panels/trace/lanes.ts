/** Which entity stands in which lane, and which rows belong together. Pure. */
import type { TraceEntity, TraceResponse, TraceStep } from '../../../model/api.ts'
import type { EntityType } from '../../../model/ontology.ts'
import type { Lens } from '../../state/lens.ts'

/** 0 企业·院所, 1 项目·园区, 2 战略, 3 上位战略 */
export type Lane = 0 | 1 | 2 | 3
export const LANES: readonly Lane[] = [0, 1, 2, 3]

const laneOf = (type: EntityType): Lane =>
  type === 'Strategy' ? 2 : type === 'Project' || type === 'Park' ? 1 : 0

/** A step with the ends that it joins; drawn once, however many chains go over it. */
export interface Link {
  key: string
  step: TraceStep
  from: string
  to: string
}
/** The id of the relation that it walks over. */
export const linkKey = ({ relation, backwards, from, to }: TraceStep): string =>
  backwards ? `${relation}:${to.id}:${from.id}` : `${relation}:${from.id}:${to.id}`

/** Rows that stand together under a heading; '' where nothing is grouped. */
export interface Group {
  id: string
  name: string
  rows: Row[]
}
/** What stands beside one another: at most one project or park, and who is behind it. */
export interface Row {
  middle: string | null
  left: string[]
  strength: number
}
export interface Lanes {
  lane: Map<string, Lane>
  links: Link[]
  groups: Group[]
  /** Strategies, strongest first, and the larger ones. */
  strategies: string[]
  larger: string[]
}

/** @param other the heading of what belongs to no group */
export function lanesOf(trace: TraceResponse, by: Lens['group'], other: string): Lanes {
  const steps = [...trace.chains.flatMap((chain) => chain.steps), ...trace.behind]
  const links = [...new Map(steps.map((step) => [linkKey(step), step]))].map(([key, step]) => ({
    key,
    step,
    from: step.from.id,
    to: step.to.id,
  }))
  const lane = new Map<string, Lane>()
  const strength = new Map<string, number>()
  const grow = (id: string, value: number) => strength.set(id, Math.max(strength.get(id) ?? 0, value))
  for (const chain of trace.chains)
    for (const { from, to } of chain.steps)
      for (const end of [from, to]) {
        lane.set(end.id, laneOf(end.type))
        grow(end.id, chain.strength)
      }
  for (const step of trace.behind) {
    lane.set(step.from.id, laneOf(step.from.type))
    grow(step.from.id, step.strength)
  }
  lane.set(trace.from.id, laneOf(trace.from.type))
  for (const { from, to } of links) if (lane.get(from) === 2 && lane.get(to) === 2) lane.set(to, 3)
  // a strategy that is asked for stays in its lane where something else is larger than it
  const inLane = (wanted: Lane) => [...lane].filter(([, own]) => own === wanted).map(([id]) => id)
  const strongest = (a: string, b: string) =>
    (strength.get(b) ?? 0) - (strength.get(a) ?? 0) || (a < b ? -1 : 1)

  return {
    lane,
    links,
    groups: groupsOf(
      rowsOf(inLane(1).sort(strongest), inLane(0).sort(strongest), links, lane, strength),
      new Map(trace.entities.map((entity) => [entity.id, entity])),
      by,
      other,
    ),
    strategies: inLane(2).sort(strongest),
    larger: inLane(3).sort(strongest),
  }
}

/** One row for each project or park with those who lead to it; one for each of the others. */
function rowsOf(
  middles: readonly string[],
  lefts: readonly string[],
  links: readonly Link[],
  lane: ReadonlyMap<string, Lane>,
  strength: ReadonlyMap<string, number>,
): Row[] {
  const rows = new Map<string, Row>(
    middles.map((id) => [id, { middle: id, left: [], strength: strength.get(id) ?? 0 }]),
  )
  const alone: Row[] = []
  for (const id of lefts) {
    const own = links
      .filter(({ from, to }) => (from === id && lane.get(to) === 1) || (to === id && lane.get(from) === 1))
      .sort((a, b) => b.step.strength - a.step.strength || (a.key < b.key ? -1 : 1))[0]
    const row = own && rows.get(own.from === id ? own.to : own.from)
    if (row) row.left.push(id)
    else alone.push({ middle: null, left: [id], strength: strength.get(id) ?? 0 })
  }
  return [...rows.values(), ...alone].sort((a, b) => b.strength - a.strength)
}

function groupsOf(
  rows: readonly Row[],
  entities: ReadonlyMap<string, TraceEntity>,
  by: Lens['group'],
  other: string,
): Group[] {
  if (by === '') return [{ id: '', name: '', rows: [...rows] }]
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const members = [row.middle, ...row.left]
      .flatMap((id) => (id ? (entities.get(id) ?? []) : []))
      // a district works on every industry: that says nothing of a row
      .filter(({ type }) => by === 'district' || type !== 'Place')
    const value = members.flatMap((e) =>
      by === 'industry' ? e.industries : e.type === 'Place' ? [e] : e.districts,
    )[0]
    const { id, name } = value ?? { id: '', name: other }
    const group = groups.get(id)
    if (group) group.rows.push(row)
    else groups.set(id, { id, name, rows: [row] })
  }
  // what belongs to no group comes last
  return [...groups.values()].sort((a, b) => Number(a.id === '') - Number(b.id === ''))
}
