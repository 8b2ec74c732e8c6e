import type { Linked, Span } from '../../model/article.ts'
import { type EntityType, type RelationType, relationAllows } from '../../model/ontology.ts'
import { type Clause, type Item, runsOf } from './clauses.ts'

/** What one rule proposes before it is checked, deduplicated and dated. */
export interface Proposal {
  head: number
  type: RelationType
  tail: number
  clause: Clause
  rule: string
  confidence: number
  cue?: Span
  role?: string
}

interface VerbRule {
  type: RelationType
  tails: readonly EntityType[]
  /** Cue between the last other mention (or the clause's start) and the list of tails. */
  before: RegExp
  /** Cue between the list of tails and the end of the clause. */
  after?: RegExp
  heads?: readonly EntityType[]
}

const VERB_RULES: readonly VerbRule[] = [
  {
    type: 'ADVANCES',
    tails: ['Strategy'],
    before:
      /推进|推动|服务|融入|落实|实施|围绕|对标|深化|打造|建设|抓住|抢抓|创建|完善|开展|贯彻|践行|擦亮|构建|建立|推行|推开|坚持|助力|支撑|主战场|牵头|编制|扛牢|加快|引领|[以把]$/,
    after: /^[^，]{0,6}(?:为抓手|作为[^，]*引擎|有力推动|量质齐升|建设)/,
  },
  {
    type: 'FOCUSES_ON',
    tails: ['Industry'],
    before:
      /聚焦|主导产业|以|发展|打造|做强|做大|从事|布局|瞄准|围绕|核心|壮大|引来|培育|形成|主攻|定位|涵盖|集聚|发力|深耕/,
    after: /主导产业|支柱产业|为核心|为主|为重点|产业集群/,
  },
  {
    type: 'DEVELOPS',
    tails: ['Project', 'Park', 'Institute'],
    before: /建设|投资|打造|设立|启动|新建|建成|研发|建起|兴建|开工|加快|推进|搭建|共建|创办|成立/,
  },
  {
    type: 'HOSTS',
    tails: ['Event'],
    before: /举办|承办|主办|召开|举行|办好|开展/,
  },
  {
    type: 'AWARDED',
    tails: ['Honor'],
    before: /获评|入选|列[为入]|荣获|位列|上榜|入围|授予|获得|获批|评为|认定为|跻身|摘得|斩获|是$/,
    after: /榜上有名|称号|名单/,
  },
]

const cueIn = (re: RegExp, text: string, offset: number): Span | undefined => {
  const m = re.exec(text)
  return m ? { start: offset + m.index, end: offset + m.index + m[0].length } : undefined
}

/** The list before a cue in its clause, else the subject in force. */
function headsAt(clause: Clause, text: string, cue: number): Item[] {
  const before = clause.items.filter((m) => m.end <= cue)
  const run = runsOf(text, before, false).at(-1)
  const last = run?.at(-1)
  if (run && last && /^[”’》]?[^，]{0,10}$/.test(text.slice(last.end, cue)) && clause.items[0] === run[0])
    return run
  return clause.subject ? [clause.subject] : []
}

/** Relations that a verb states between a subject and a list of objects. */
export function verbRelations(article: Linked, clause: Clause): Proposal[] {
  const out: Proposal[] = []
  const { text } = article
  const runs = runsOf(text, clause.items, true)
  let blocked = clause.start
  for (const run of runs) {
    const first = run[0]
    const last = run.at(-1)
    if (!first || !last) continue
    for (const rule of VERB_RULES) {
      if (!rule.tails.includes(first.type)) continue
      const ahead = text.slice(blocked, first.start)
      const cue =
        (ahead.length <= 40 ? cueIn(rule.before, ahead, blocked) : undefined) ??
        (rule.after ? cueIn(rule.after, text.slice(last.end, clause.end), last.end) : undefined)
      if (!cue) continue
      const heads = headsAt(clause, text, Math.min(cue.start, first.start)).filter((h) =>
        relationAllows(rule.type, h.type, first.type),
      )
      for (const h of heads) {
        for (const t of run) {
          out.push({
            head: h.entity,
            type: rule.type,
            tail: t.entity,
            clause,
            cue,
            rule: `verb:${rule.type.toLowerCase()}`,
            confidence: clause.explicit ? 0.85 : 0.7,
          })
        }
      }
    }
    blocked = last.end
  }
  return out
}

const BUILT_BY = /^[^，]{0,4}由$/
const LOCATED = /位于|坐落|落户|落地|落在|地处|设在|扎根|发生在|坐落在/
const ENTERED = /入驻|住进|进驻|聚集了|汇集了|引进|新落地|引来|招引|落户了/
const COOPERATE = /合作|共建|签约|签署|联合|携手|牵手/
const HOLDERS: readonly EntityType[] = ['Place', 'Park', 'Strategy']
const PLACED: readonly EntityType[] = ['Company', 'Institute', 'Park', 'Project', 'Organization']

/** Where things stand: landed, brought in, moved in. */
export function placeRelations(article: Linked, clause: Clause): Proposal[] {
  const out: Proposal[] = []
  const { text } = article
  const push = (head: Item, tail: Item, rule: string, cue?: Span) =>
    out.push({
      head: head.entity,
      type: 'LOCATED_IN',
      tail: tail.entity,
      clause,
      rule,
      confidence: 0.8,
      ...(cue ? { cue } : {}),
    })
  const at = cueIn(LOCATED, clause.text, clause.start)
  const entered = cueIn(ENTERED, clause.text, clause.start)
  if (entered) {
    const run = runsOf(
      text,
      clause.items.filter((m) => m.start >= entered.end),
      false,
    )[0]
    const holder = [...clause.items].reverse().find((m) => m.end <= entered.start && HOLDERS.includes(m.type))
    const tail = holder ?? clause.subject
    const first = run?.[0]
    if (first && tail && HOLDERS.includes(tail.type)) {
      if (
        first.type === 'Park' &&
        run.length === 1 &&
        /入驻|住进|进驻/.test(text.slice(entered.start, entered.end))
      ) {
        for (const h of headsAt(clause, text, entered.start))
          if (PLACED.includes(h.type)) push(h, first, 'locate:entered', entered)
      } else for (const h of run) if (PLACED.includes(h.type)) push(h, tail, 'locate:brought', entered)
    }
  }
  if (at && !(entered && entered.start <= at.start)) {
    const tails = clause.items
      .filter((m) => m.start >= at.end && m.start - at.end <= 14 && HOLDERS.includes(m.type))
      .slice(0, 2)
    const chained = clause.items.filter((m) => m.start >= at.end && HOLDERS.includes(m.type)).slice(0, 3)
    const before = clause.items.filter((m) => m.end <= at.start)
    const heads =
      before.length > 0 ? (runsOf(text, before, false).at(-1) ?? []) : clause.subject ? [clause.subject] : []
    const landed = /落地|落户/.test(text.slice(at.start, at.end))
    if (tails.length > 0) {
      for (const h of heads)
        if (h.type !== 'Person' && h.type !== 'Industry') for (const t of chained) push(h, t, 'locate:at', at)
    } else if (landed && before.length > 0 && clause.subject) {
      const main =
        clause.subject.type === 'Place' && !before.includes(clause.subject) ? clause.subject : clause.main
      if (main && HOLDERS.includes(main.type))
        for (const h of heads) if (PLACED.includes(h.type)) push(h, main, 'locate:landed', at)
    }
  }
  clause.items.forEach((m, i) => {
    const next = clause.items[i + 1]
    if (!next) return
    const gap = text.slice(m.end, next.start)
    if (m.type === 'Place' && next.type === 'Place' && gap === '') push(next, m, 'locate:chain')
    if (HOLDERS.includes(m.type) && next.type === 'Project' && /^[^，、]{0,12}核心载体$/.test(gap))
      push(next, m, 'locate:core')
    if (m.type === 'Park' && next.type === 'Project' && /^[^，、]{0,8}核心载体$/.test(gap))
      push(next, m, 'locate:core')
    if (
      BUILT_BY.test(gap) &&
      /投资|建设|兴建|开发|打造|建/.test(text.slice(next.end, clause.end)) &&
      relationAllows('DEVELOPS', next.type, m.type)
    )
      out.push({
        head: next.entity,
        type: 'DEVELOPS',
        tail: m.entity,
        clause,
        rule: 'verb:built-by',
        confidence: 0.9,
      })
    if (m.type === next.type && /^[”]?(?:特别是|尤其是|其中)[“]?$/.test(gap))
      out.push({
        head: next.entity,
        type: 'PART_OF',
        tail: m.entity,
        clause,
        rule: 'part:especially',
        confidence: 0.8,
      })
  })
  return out
}

const PARTNERS: readonly EntityType[] = ['Company', 'Institute', 'Organization']

/** Who works with whom: 与X签署, 加强与X的合作. */
export function cooperation(article: Linked, clauses: readonly Clause[]): Proposal[] {
  const out: Proposal[] = []
  clauses.forEach((clause, i) => {
    const follows = clauses[i + 1]
    const { text } = article
    const joined =
      follows?.sentence === clause.sentence && /^(?:以)?及/.test(follows.text)
        ? [...clause.items, ...follows.items]
        : clause.items
    const end = joined === clause.items ? clause.end : (follows?.end ?? clause.end)
    for (const run of runsOf(text, joined, true)) {
      const first = run[0]
      const last = run.at(-1)
      if (!first || !last || !PARTNERS.includes(first.type)) continue
      if (!/[与同和][“]?$/.test(text.slice(clause.start, first.start))) continue
      const cue = cueIn(COOPERATE, text.slice(last.end, Math.min(end, last.end + 24)), last.end)
      const head = headsAt(clause, text, first.start)[0]
      if (!cue || !head || !relationAllows('COOPERATES_WITH', head.type, first.type)) continue
      for (const t of run)
        out.push({
          head: head.entity,
          type: 'COOPERATES_WITH',
          tail: t.entity,
          clause,
          cue,
          rule: 'with:verb',
          confidence: 0.8,
        })
    }
  })
  return out
}
