import type { Linked } from '../../model/article.ts'
import type { Clause, Item } from './clauses.ts'
import type { Proposal } from './relation-clauses.ts'

const TITLE =
  /(?:书记|主任|局长|区长|市长|省长|县长|部长|厅长|院长|校长|所长|会长|秘书长|董事长|总裁|总经理|经理|负责人|院士|教授|研究员|访问学者|工程师|专家|主席|委员|代表|理事长|首席[^，、]{1,4}|创始人|站长|社长|镇长|处长|科长|司令|总监|CEO)[^，、。]{0,2}$/
const EMPLOYERS = ['Organization', 'Company', 'Institute', 'Place']
const ATTENDS = /致辞|出席|参加|讲话|主持|见证|到场|亮相|揭牌|发布|介绍|作了|宣布|建议/

/** Titles before a name, with the nearest employer named before them; shared by the persons of one list. */
export function personRelations(article: Linked, clauses: readonly Clause[]): Proposal[] {
  const out: Proposal[] = []
  const { text } = article
  const events = article.entities
    .filter((e) => e.type === 'Event')
    .sort((a, b) => b.mentions.length - a.mentions.length)
  let employer: Item | undefined
  let sentence = -1
  for (const clause of clauses) {
    if (clause.sentence.index !== sentence) employer = undefined
    sentence = clause.sentence.index
    const whole = text.slice(clause.sentence.start, clause.sentence.end)
    let from = clause.start
    for (const item of clause.items) {
      if (EMPLOYERS.includes(item.type)) employer = item
      if (item.type === 'Person') {
        const between = text.slice(from, item.start)
        const role = between.replace(/^.*[、，和与有]/, '').replace(/^(?:的|代表)/, '')
        if (employer && TITLE.test(role) && role.length <= 16)
          out.push({
            head: item.entity,
            type: 'WORKS_FOR',
            tail: employer.entity,
            clause,
            role,
            rule: 'title:before',
            confidence: 0.85,
          })
        const event = eventOf(article, clause, events[0]?.index)
        if (event !== undefined && ATTENDS.test(whole))
          out.push({
            head: item.entity,
            type: 'PARTICIPATES_IN',
            tail: event,
            clause,
            rule: 'attend:verb',
            confidence: 0.7,
          })
      }
      from = item.end
    }
    out.push(...appointments(article, clause, clauses))
  }
  return out
}

function eventOf(article: Linked, clause: Clause, fallback: number | undefined): number | undefined {
  const here = article.mentions.findIndex((m) => m.type === 'Event' && m.sentence === clause.sentence.index)
  return here >= 0 ? article.entityOf[here] : fallback
}

/** 于X担任Y负责人: the person is the nearest one said before in the sentence. */
function appointments(article: Linked, clause: Clause, clauses: readonly Clause[]): Proposal[] {
  const cue = /担任|出任|就任/.exec(clause.text)
  if (!cue) return []
  const at = clause.start + cue.index
  const person = clauses
    .filter((c) => c.sentence === clause.sentence)
    .flatMap((c) => c.items)
    .filter((m) => m.type === 'Person' && m.end <= at)
    .at(-1)
  if (!person) return []
  const role = clause.text.slice(cue.index + cue[0].length)
  return clause.items
    .filter((m) => EMPLOYERS.includes(m.type))
    .map((m) => ({
      head: person.entity,
      type: 'WORKS_FOR' as const,
      tail: m.entity,
      clause,
      role: m.start > at ? article.text.slice(m.end, clause.end) : role,
      rule: 'title:appointed',
      confidence: 0.85,
      cue: { start: at, end: at + cue[0].length },
    }))
}
