/** Structure that says what serves what: a heading or a topic sentence about a strategy, over what stands below it. */
import type { RelationMention, Span } from '../../../model/article.ts'
import { type Clause, entitiesOf } from '../clauses.ts'
import type { Reading } from '../reading.ts'
import { OPENING } from '../roles.ts'
import { between, type Scene, typeOf } from '../scene.ts'
import { type AddServes, headsOf, RUN_LIKE_A_PLACE, strategiesOf } from './aims.ts'
import { setOfHeading } from './sets.ts'

interface Topic {
  strategies: readonly number[]
  sentence: number
}
/** A rulebook in a title is what the article explains, not what its projects are for. */
const RULEBOOK = /(?:办法|条|条例|规定|细则|通知|意见|措施)[”》]?$/
/** A sentence about more strategies than this is about none of them. */
const MOST = 2

export function sectionsOf(
  scene: Scene,
  readings: readonly Reading[],
  relations: readonly RelationMention[],
  { tied, sets }: { tied: ReadonlySet<number>; sets: ReadonlyMap<string, number> },
  add: AddServes,
): void {
  const { paragraphs, entities } = scene.article
  const advanced = new Map<number, Set<number>>()
  for (const r of relations)
    if (r.type === 'ADVANCES' && ['Place', 'Organization', 'Park'].includes(typeOf(scene, r.head)))
      advanced.set(r.sentence, (advanced.get(r.sentence) ?? new Set()).add(r.tail))
  const run = (e: number) => typeOf(scene, e) === 'Park' && RUN_LIKE_A_PLACE.test(entities[e]!.name)
  let title: Topic | null = null
  let heading: Topic | null = null
  let topic: Topic | null = null
  let paragraph = -1
  for (const reading of readings) {
    const { sentence, clauses } = reading
    const { kind } = paragraphs[sentence.paragraph]!
    const isFirst = sentence.paragraph !== paragraph
    if (isFirst) {
      paragraph = sentence.paragraph
      topic = null
    }
    const named = strategiesNamed(scene, reading)
    if (kind === 'title') {
      const about = titleOf(reading).filter((e) => !RULEBOOK.test(entities[e]!.name))
      title = about.length === 1 ? { strategies: about, sentence: sentence.index } : title
      continue
    }
    if (kind === 'heading') {
      const set = setOfHeading(scene, sets, sentence)
      const over = set === undefined ? named : [...new Set([...named, set])]
      heading = over.length > 0 && over.length <= MOST ? { strategies: over, sentence: sentence.index } : null
      continue
    }
    const spoken = clauses.some((c) => c.speech)
    for (const clause of spoken ? [] : clauses) {
      for (const head of headsOf(scene, clause, clause.start, true)) {
        const type = typeOf(scene, head)
        if (heading && type !== 'Company' && !run(head)) put(heading, head, 'section:heading', 0.55, add)
        if (topic && !run(head)) put(topic, head, 'section:topic', 0.5, add)
        if (!topic && !heading && title && !tied.has(head) && (type === 'Project' || type === 'Park'))
          put(title, head, 'section:title', 0.4, add)
      }
    }
    const framedBy = (some: readonly Clause[]) =>
      some.flatMap((c) => strategiesOf(scene, c).flatMap((s) => (s.cue === '对标' ? [] : s.entities)))
    const led = framedBy(clauses.filter((c) => !c.subject && OPENING.test(between(scene, c.start, c.end))))
    const opening = [...new Set([...led, ...strongly(reading), ...subjects(reading)])]
    const topics =
      opening.length > 0 || !isFirst
        ? opening
        : [...framedBy(clauses), ...(advanced.get(sentence.index) ?? [])]
    const about = [...new Set(topics)].filter((s) => named.includes(s))
    if (about.length > 0)
      topic = about.length <= MOST ? { strategies: about, sentence: sentence.index } : null
  }
}

/** 该市落实S,加快…: what a place says that it goes by. */
const STRONG = /^(?:出台|印发|制定|推行|落实|围绕|聚焦|抢抓|服务|融入|按照|锚定|紧扣|服务于|贯彻)$/
const strongly = ({ scene, clauses }: Reading): number[] =>
  clauses.flatMap((c) => strategiesOf(scene, c).flatMap((s) => (STRONG.test(s.cue) ? s.entities : [])))

/** 东拓的支点是产业,…: a strategy that a sentence speaks of first. */
const subjects = ({ scene, clauses }: Reading): number[] => {
  const first = clauses.find((c) => !c.speech && c.phrases.length > 0)
  const phrase = first?.subject
  if (!phrase || phrase.units.some((u) => !u.modifier && u.type !== 'Strategy')) return []
  return entitiesOf(phrase, ['Strategy'], (e) => typeOf(scene, e))
}

/** The strategies that a headline is about: in the first part of it, led in by a word or set off by quotes. */
function titleOf({ scene, sentence, clauses }: Reading): number[] {
  const text = between(scene, sentence.start, sentence.end)
  const part = text.search(/\s/)
  const end = part < 0 ? sentence.end : sentence.start + part
  const led = clauses.flatMap((c) => strategiesOf(scene, c).map((s) => s.phrase.start))
  return clauses
    .flatMap((c) => c.phrases.flatMap((p) => p.units.map((u) => ({ u, led: led.includes(p.start) }))))
    .filter(
      ({ u, led: isLed }) =>
        u.type === 'Strategy' && u.start < end && (isLed || quoted(scene, u) || asked(scene, u)),
    )
    .map(({ u }) => u.entities[0]!)
}

/** 甲经济带怎么建? */
const asked = (scene: Scene, { end }: Span): boolean =>
  /^[”》]?(?:怎么|如何|何以|怎样)/.test(between(scene, end, end + 3))
const quoted = (scene: Scene, { start, end }: Span): boolean =>
  /[“‘《"]/.test(between(scene, Math.max(0, start - 1), start + 1)) &&
  /[”’》"]/.test(between(scene, end - 1, end + 1))

const put = (topic: Topic, head: number, rule: string, confidence: number, add: AddServes): void => {
  for (const s of topic.strategies) add(head, s, 'section', topic.sentence, rule, confidence)
}

/** Strategies that a sentence names itself, the members of a set left out. */
const strategiesNamed = (scene: Scene, { clauses }: Reading): number[] => [
  ...new Set(
    clauses.flatMap((c) =>
      c.phrases.flatMap((p) =>
        entitiesOf(p, ['Strategy'], (e) => typeOf(scene, e), true).filter((e) =>
          p.units.some((u) => u.entities[0] === e),
        ),
      ),
    ),
  ),
]
