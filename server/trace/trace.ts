/** Tracing: from an entity along company → project → park → strategy → larger strategy. Pure, over edges that are given. */
import type { EntityBrief } from '../../model/api.ts'
import { groupedBy } from '../../model/groups.ts'
import {
  type EntityEdgeType,
  type EntityType,
  SERVES_LEVELS,
  type ServesLevel,
} from '../../model/ontology.ts'

/** An edge as the store keeps it, reduced to what a chain stands on. */
export interface TraceEdge {
  id: string
  type: EntityEdgeType
  from: string
  to: string
  level?: ServesLevel
  /** Articles that state it, each counted once. */
  articleCount: number
  modality: string
}

/** One way to walk: over an edge of this type, along it or against it. */
interface Move {
  type: EntityEdgeType
  against?: true
  from: readonly EntityType[]
  to: readonly EntityType[]
  /** 0…1: how much of what is true of the end holds for the start. SERVES takes its level's. */
  weight: number
}

const ACTORS = ['Company', 'Institute', 'Organization'] as const
const SERVING = ['Company', 'Institute', 'Project', 'Park'] as const
const HEADS = [...SERVING, 'Organization', 'Place', 'Strategy'] as const

/** The typed relations that carry a chain. Working together, or lying in the same place, carries nothing. */
export const MOVES: readonly Move[] = [
  { type: 'SERVES', from: SERVING, to: ['Strategy'], weight: 1 },
  { type: 'ADVANCES', from: HEADS, to: ['Strategy'], weight: 0.9 },
  { type: 'DEVELOPS', from: [...ACTORS, 'Place'], to: ['Project', 'Park', 'Institute'], weight: 0.9 },
  { type: 'PART_OF', from: HEADS, to: ['Project', 'Park', 'Strategy'], weight: 0.9 },
  { type: 'LOCATED_IN', from: [...SERVING, 'Strategy'], to: ['Park', 'Strategy'], weight: 0.8 },
  { type: 'AFFILIATED_WITH', against: true, from: ACTORS, to: ['Project', 'Park'], weight: 0.8 },
  { type: 'AFFILIATED_WITH', from: [...SERVING, 'Organization'], to: ACTORS, weight: 0.6 },
  { type: 'WORKS_FOR', from: ['Person'], to: ACTORS, weight: 0.6 },
]

/** Types whose going without a strategy is worth saying. */
export const gapTypes: readonly EntityType[] = SERVING

export interface Step {
  from: string
  to: string
  edge: TraceEdge
  /** 0…1 */
  strength: number
  /** To whom it belongs: what the owner itself serves may follow, not what else the owner builds. */
  toOwner: boolean
}
export interface Chain {
  strength: number
  steps: Step[]
}

export interface TraceLimits {
  /** Steps of a chain at most. */
  steps: number
  chains: number
}
export const LIMITS: TraceLimits = { steps: 4, chains: 60 }

/** One article says it: 0.6 of its weight; each further one brings it nearer to all of it. */
const supportOf = (articleCount: number): number => 1 - 0.4 / Math.max(1, articleCount)

/** 0…1, from the relation or its level, the number of independent articles, and whether it is only planned. */
function strengthOf(edge: TraceEdge, weight: number): number {
  const level = edge.level ? SERVES_LEVELS[edge.level].weight : 1
  return weight * level * supportOf(edge.articleCount) * (edge.modality === 'planned' ? 0.8 : 1)
}

/** The steps that edges allow, the strongest for each pair of ends. */
export function stepsOf(edges: readonly TraceEdge[], types: ReadonlyMap<string, EntityType>): Step[] {
  const best = new Map<string, Step>()
  for (const edge of edges) {
    if (edge.modality === 'negated') continue
    for (const { type, against, from, to, weight } of MOVES) {
      if (type !== edge.type) continue
      const [start, end] = against ? [edge.to, edge.from] : [edge.from, edge.to]
      const [startType, endType] = [types.get(start), types.get(end)]
      if (!startType || !endType || !from.includes(startType) || !to.includes(endType)) continue
      const key = `${start}\n${end}`
      const strength = strengthOf(edge, weight)
      const known = best.get(key)
      if (known && (known.strength > strength || (known.strength === strength && known.edge.id <= edge.id)))
        continue
      const toOwner = type === 'AFFILIATED_WITH' && !against
      best.set(key, { from: start, to: end, edge, strength, toOwner })
    }
  }
  return [...best.values()]
}

/** Chains from an entity to strategies (or to `to`), strongest first. */
export function chainsFrom(
  from: string,
  to: string | null,
  steps: readonly Step[],
  types: ReadonlyMap<string, EntityType>,
  limits: TraceLimits = LIMITS,
): Chain[] {
  const ends = (id: string) => (to === null ? types.get(id) === 'Strategy' : id === to)
  const found: Chain[] = []
  walk(
    [],
    from,
    groupBy(steps, (step) => step.from),
    {
      next: (step) => step.to,
      allows: (path, step) => {
        const last = path.at(-1)
        return !last?.toOwner || types.get(step.to) === 'Strategy'
      },
      visit: (path, at) => {
        if (ends(at)) found.push(chainOf(path))
      },
      steps: limits.steps,
    },
  )
  return strongest(found, limits.chains)
}

/** Chains that end at a strategy: for each head the strongest one. */
export function chainsTo(
  strategy: string,
  steps: readonly Step[],
  types: ReadonlyMap<string, EntityType>,
  limits: TraceLimits = LIMITS,
): Chain[] {
  const best = new Map<string, Chain>()
  walk(
    [],
    strategy,
    groupBy(steps, (step) => step.to),
    {
      next: (step) => step.from,
      allows: (path, step) => {
        // a project's owner brings its own strategies to the project, nothing further on
        if (!step.toOwner) return true
        const after = path.at(-1)
        return after !== undefined && types.get(after.to) === 'Strategy'
      },
      visit: (path, at) => {
        const chain = chainOf([...path].reverse())
        const known = best.get(at)
        if (!known || compare(chain, known) < 0) best.set(at, chain)
      },
      steps: limits.steps,
    },
  )
  return strongest([...best.values()], limits.chains)
}

interface Walk {
  next: (step: Step) => string
  allows: (path: readonly Step[], step: Step) => boolean
  visit: (path: readonly Step[], at: string) => void
  steps: number
}

// What a walk may look at: a dense neighbourhood has millions of paths, the strongest ones lie first
const BUDGET = 50_000

/** Depth first over all paths without a repeated entity, the strongest steps first. */
function walk(path: Step[], start: string, around: ReadonlyMap<string, Step[]>, how: Walk): void {
  const seen = new Set([start])
  let budget = BUDGET
  const go = (at: string) => {
    if (path.length === how.steps) return
    for (const step of around.get(at) ?? []) {
      const next = how.next(step)
      if (seen.has(next) || !how.allows(path, step) || budget-- <= 0) continue
      path.push(step)
      seen.add(next)
      how.visit(path, next)
      go(next)
      seen.delete(next)
      path.pop()
    }
  }
  go(start)
}

function groupBy(steps: readonly Step[], keyOf: (step: Step) => string): Map<string, Step[]> {
  return groupedBy(
    [...steps].sort((a, b) => b.strength - a.strength || (a.edge.id < b.edge.id ? -1 : 1)),
    keyOf,
  )
}

const chainOf = (path: readonly Step[]): Chain => ({
  strength: path.reduce((product, { strength }) => product * strength, 1),
  steps: [...path],
})

const keyOf = ({ steps }: Chain): string => steps.map(({ edge }) => edge.id).join(' ')
const compare = (a: Chain, b: Chain): number =>
  b.strength - a.strength || a.steps.length - b.steps.length || (keyOf(a) < keyOf(b) ? -1 : 1)
const strongest = (chains: readonly Chain[], limit: number): Chain[] =>
  [...chains].sort(compare).slice(0, limit)

/** Of these entities those that could serve a strategy and that no chain ties to one, the most written about first. */
export function gapsAmong(
  candidates: readonly EntityBrief[],
  steps: readonly Step[],
  types: ReadonlyMap<string, EntityType>,
  limit = 30,
): EntityBrief[] {
  return candidates
    .filter(({ type }) => gapTypes.includes(type))
    .filter(({ id }) => chainsFrom(id, null, steps, types, { ...LIMITS, chains: 1 }).length === 0)
    .sort((a, b) => b.articleCount - a.articleCount || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
}
