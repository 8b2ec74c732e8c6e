import type {
  Annotated,
  Fact,
  Linked,
  Mention,
  RelationMention,
  ServesMention,
  StatusMention,
} from '../../model/article.ts'
import { relationAllows } from '../../model/ontology.ts'
import { measureOf } from '../relate/facts/measure.ts'
import { comparisonOf } from '../relate/facts/metric.ts'
import { quantitiesIn } from '../relate/facts/numbers.ts'
import { SpanIndex } from '../span-index.ts'
import { MODEL_RULE, STATEMENT_CONFIDENCE } from './merge.ts'
import type { Place } from './names.ts'
import type { Verified } from './verify.ts'

export type Statements = Pick<Annotated, 'relations' | 'serves' | 'facts' | 'statuses'>

/** A model's verified statements, their names turned into the article's entities. */
export function statementsOf(linked: Linked, verified: Verified): Statements {
  const entityOf = resolverOf(linked, verified)
  const typeOf = (entity: number) => linked.entities[entity]!.type
  const pairs = <T extends { head: number; tail: number; sentence: number }>(rows: readonly T[]) =>
    rows.flatMap((row) => {
      const [head, tail] = [entityOf(row.head, row.sentence), entityOf(row.tail, row.sentence)]
      return head < 0 || tail < 0 || head === tail ? [] : [{ ...row, head, tail }]
    })
  const said = { confidence: STATEMENT_CONFIDENCE, rule: MODEL_RULE }
  return {
    relations: pairs(verified.relations)
      .filter((r) => relationAllows(r.type, typeOf(r.head), typeOf(r.tail)))
      .map(
        ({ role, ...r }): RelationMention => ({
          ...r,
          ...said,
          time: linked.sentences[r.sentence]!.time,
          ...(role ? { role } : {}),
        }),
      ),
    serves: pairs(verified.serves)
      .filter((s) => relationAllows('SERVES', typeOf(s.head), typeOf(s.tail)))
      .map((s): ServesMention => ({ ...s, ...said })),
    facts: verified.facts.flatMap((fact) => {
      const subject = entityOf(fact.subject, fact.sentence)
      const whole = subject < 0 ? null : factOf(linked, fact, fact.metric)
      return whole ? [{ ...whole, subject }] : []
    }),
    statuses: verified.statuses.flatMap((status): StatusMention[] => {
      const subject = entityOf(status.subject, status.sentence)
      return subject < 0 ? [] : [{ ...status, subject }]
    }),
  }
}

/** A number of the text as the rules write one down. */
function factOf(
  linked: Linked,
  { start, end, sentence }: Place,
  metric: string,
): Omit<Fact, 'subject'> | null {
  const line = linked.sentences[sentence]!
  const text = linked.text.slice(line.start, line.end)
  const number = quantitiesIn(text).find((q) => line.start + q.start === start && line.start + q.end === end)
  if (!number) return null
  const { value, unit, bound, rank } = number
  return {
    start,
    end,
    sentence,
    value,
    unit,
    bound,
    metric: metric || measureOf(linked, start, end, unit, line.start),
    period: line.time,
    comparison: rank ? 'rank' : comparisonOf(text.slice(0, number.start), unit),
  }
}

/**
 * The entity that a verified name became: where it stands as it is, in the sentence first; else the name of its type that
 * the rules drew wider round it.
 */
function resolverOf(linked: Linked, { names }: Verified): (name: number, sentence: number) => number {
  const mentions = new SpanIndex<Mention & { entity: number }>()
  linked.mentions.forEach((m, i) => {
    if (linked.entityOf[i]! >= 0) mentions.put({ ...m, entity: linked.entityOf[i]! })
  })
  return (name, sentence) => {
    const { type, places } = names[name]!
    const near = [...places].sort((a, b) => Number(b.sentence === sentence) - Number(a.sentence === sentence))
    for (const place of near) {
      const exact = mentions.at(place)
      if (exact) return exact.entity
    }
    for (const place of near) {
      const wider = mentions
        .over(place)
        .filter((m) => m.type === type && m.start <= place.start && place.end <= m.end)
        .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
      if (wider) return wider.entity
    }
    return -1
  }
}
