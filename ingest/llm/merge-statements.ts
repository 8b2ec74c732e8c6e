import type { Linked, RelationMention, ServesMention } from '../../model/article.ts'
import { RELATION_TYPES } from '../../model/ontology.ts'
import { agreed, type Merge } from './merge.ts'
import { type Statements, statementsOf } from './statements.ts'
import type { Verified } from './verify.ts'

/** What the rules and a model state of one article, as one. */
export function mergeStatements(
  linked: Linked,
  own: Statements,
  verified: Verified,
  merge: Merge,
): Statements {
  const theirs = statementsOf(linked, verified)
  if (merge === 'only') return theirs
  return {
    relations: relationsOf(own.relations, theirs.relations, merge),
    serves: servesOf(own.serves, theirs.serves, merge),
    facts: union(own.facts, theirs.facts, merge, (a, b) => a.start < b.end && b.start < a.end),
    statuses: union(
      own.statuses,
      theirs.statuses,
      merge,
      (a, b) => a.subject === b.subject && a.status === b.status,
    ),
  }
}

function union<T extends { start: number; subject: number }>(
  own: readonly T[],
  theirs: readonly T[],
  merge: Merge,
  same: (a: T, b: T) => boolean,
): T[] {
  const [first, second] = merge === 'fill' ? [own, theirs] : [theirs, own]
  return [...first, ...second.filter((b) => !first.some((a) => same(a, b)))].sort(
    (a, b) => a.start - b.start || a.subject - b.subject,
  )
}

/** The same relation of the same sentence is one; of two that run in opposite directions the winner's stays. */
function relationsOf(
  own: readonly RelationMention[],
  theirs: readonly RelationMention[],
  merge: Merge,
): RelationMention[] {
  const keyOf = ({ head, type, tail, sentence }: RelationMention) => `${endsOf(type, head, tail)} ${sentence}`
  const mine = new Map(own.map((r) => [keyOf(r), r]))
  const model = new Map(theirs.map((r) => [keyOf(r), r]))
  const [first, second] = merge === 'fill' ? [mine, model] : [model, mine]
  const directions = new Set([...first.values()].map((r) => endsOf(r.type, r.head, r.tail)))
  const out = new Map<string, RelationMention>()
  for (const [key, r] of first) {
    const [a, b] = [mine.get(key), model.get(key)]
    out.set(
      key,
      a && b ? { ...agreed(a, b.confidence), head: r.head, tail: r.tail, modality: r.modality } : r,
    )
  }
  for (const [key, r] of second) if (!out.has(key) && !turned(r, directions)) out.set(key, r)
  return [...out.values()].sort(
    (a, b) => a.sentence - b.sentence || a.head - b.head || a.tail - b.tail || (a.type < b.type ? -1 : 1),
  )
}

const endsOf = (type: RelationMention['type'], head: number, tail: number) =>
  RELATION_TYPES[type].symmetric && head > tail ? `${type} ${tail} ${head}` : `${type} ${head} ${tail}`
const turned = ({ type, head, tail }: RelationMention, directions: ReadonlySet<string>) =>
  !RELATION_TYPES[type].symmetric && directions.has(endsOf(type, tail, head))

/** A pair has one level: the winner's. */
function servesOf(
  own: readonly ServesMention[],
  theirs: readonly ServesMention[],
  merge: Merge,
): ServesMention[] {
  const keyOf = ({ head, tail }: ServesMention) => `${head} ${tail}`
  const model = new Map(theirs.map((s) => [keyOf(s), s]))
  const out = new Map(own.map((s) => [keyOf(s), s]))
  for (const [key, theirOwn] of model) {
    const mine = out.get(key)
    if (!mine) out.set(key, theirOwn)
    else {
      const surer = agreed(mine, theirOwn.confidence)
      const { level, sentence } = theirOwn
      out.set(key, merge === 'fill' ? surer : { ...surer, level, sentence })
    }
  }
  return [...out.values()].sort((a, b) => a.head - b.head || a.tail - b.tail)
}
