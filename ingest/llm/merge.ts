/** Who wins where the rules and a model say different things of one article. */
import type { EntityType } from '../../model/ontology.ts'

/**
 * fill: the rules win, the model adds what they leave open. prefer: the model wins, the rules add what it leaves open.
 * only: the model alone.
 */
export type Merge = 'fill' | 'prefer' | 'only'

/** The rule under which the graph shows what only a model said; behind a `+` where a rule says it too. */
export const MODEL_RULE = 'llm'
export const NAME_CONFIDENCE = 0.75
export const STATEMENT_CONFIDENCE = 0.7

/** What is said twice is surer. */
export const agreed = <T extends { rule: string; confidence: number }>(own: T, confidence: number): T => ({
  ...own,
  rule: `${own.rule}+${MODEL_RULE}`,
  confidence: Math.round(100 * (1 - (1 - own.confidence) * (1 - confidence))) / 100,
})

const OWNERS = new Set<EntityType>(['Company', 'Institute', 'Park', 'Strategy'])
const WHOLE = new Set<EntityType>(['Organization', 'Honor', 'Event'])

interface Typed {
  start: number
  end: number
  type: EntityType
}

/** 启明科技 in 启明科技研发基地: a name that opens a longer one and owns what it names is a name of its own. */
export const opens = (inner: Typed, outer: Typed): boolean =>
  inner.end - inner.start < outer.end - outer.start &&
  inner.start >= outer.start &&
  inner.start - outer.start <= 1 &&
  inner.end <= outer.end &&
  OWNERS.has(inner.type) &&
  !WHOLE.has(outer.type)

/** Where two readers found one name each, only what is of another kind is taken for the owner. */
export const owns = (inner: Typed, outer: Typed): boolean => inner.type !== outer.type && opens(inner, outer)
