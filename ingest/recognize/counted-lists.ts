/** Lists that are counted: 芳烃、乙烯、碳四三大产业链 are three trades, whatever each may be called; 甲、乙“两大工程” two strategies. */
import type { Span } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { SpanIndex } from '../span-index.ts'
import { numberSaid } from '../spelled.ts'
import type { Candidate } from './candidate.ts'

const N = '(?<n>两|[二三四五六七八九十]|\\d{1,2})'
const OF = '[大个条项](?<of>[^，。；、”“：,;:的和与及\\s\\d]{0,10}?)'
/** What a list is closed by that has as many members, and what these are. */
const CLASSES: readonly (readonly [RegExp, EntityType])[] = [
  [
    new RegExp(
      `(?<!等)“?${N}${OF}(?:产业链条?|产业集群|产业|行业|赛道|集群|领域)(?![园基项带城区群链升转政发体功平倍技])`,
      'gu',
    ),
    'Industry',
  ],
  [new RegExp(`(?<!等)“?${N}${OF}(?:战略|行动|改革)(?![计方])`, 'gu'), 'Strategy'],
  [new RegExp(`(?<!等)“${N}${OF}(?:工程|计划|突破)”`, 'gu'), 'Strategy'],
  // what a place sets out to be; 总部经济、科技研发“两大中心” are centres of trades
  [new RegExp(`(?<=中心)“${N}${OF}中心”`, 'gu'), 'Strategy'],
  [new RegExp(`(?<!等)${N}个(?<of>)(?:街道|乡镇|镇街|镇|村)(?![区级干集办域])`, 'gu'), 'Place'],
]
/** “甲攻关”“乙延伸”|等五大重点行动: each of what is quoted. */
const QUOTED =
  /((?:“[^“”、，。]{2,16}”、?){2,12})等?[二三四五六七八九十\d]+[大项个][^，。；、“”]{0,4}?(?:行动|战略|工程|计划)/gu
const ONE = /“[^“”]+”/g

/** Up to where a clause or what is quoted begins. */
const CLAUSE = /^[\s\S]*[，。；：:,;！？!?\n\s“”‘’（）()《》—…]/u
const LONGEST = 160
const MEMBER = /^[\p{Script=Han}A-Za-z0-9·+-]{1,14}$/u
const NO_MEMBER = /[的了是在把将]|等$|^(?:其中|以及)/
/** What stands between a list and its number. */
const BETWEEN = /(?:(?:确?定|列|作)?为|[并合统]称|这)(?:全[省市区县])?$/
/** What stands in front of the first member. */
const LED =
  /^.*(?:聚焦|围绕|打造|发展|培育|主攻|推进|实施|培优|做强|做优|做大|壮大|构建|形成|建设|布局|锚定|瞄准|涵盖|覆盖|包括|包含|依托|紧盯|盯紧|成为|确定|深耕|规划|突出|抓好|抓住|紧扣|实行|推动|涉及|面向|拉长|下设|托管|横跨|首批|全[省市区县]|[以把将沿是为的在靠了让即指和出]|有(?!色))(?=.)/u
const LONGEST_ALONE = 6
/** What of a member may be read that is none of its own: 绿色智能|转型. */
const PARTS: ReadonlySet<EntityType> = new Set(['Industry'])

interface Counted {
  members: Span[]
  type: EntityType
}

/** Names as they were chosen, with the members of lists that are counted. */
export function withCounted(text: string, chosen: readonly Candidate[]): Candidate[] {
  const lists = [...countedIn(text, chosen), ...quotedIn(text)]
  if (lists.length === 0) return [...chosen]
  const index = new SpanIndex(chosen)
  const gone = new Set<Candidate>()
  const added: Candidate[] = []
  for (const { members, type } of lists)
    for (const { start, end } of members) {
      const over = index.over({ start, end })
      const whole = over.find((c) => c.start <= start && c.end >= end)
      // 丙创新“五大工程”: the last one and what they are together, read as one
      const joined = whole && whole.start === start && /^“[^“”]+”$/.test(text.slice(end, whole.end))
      if (joined) added.push({ ...whole, start: end })
      else if (whole && (whole.type === type || whole.start !== start || whole.end !== end)) continue
      if (!whole && over.some((c) => c.start < start || c.end > end || !PARTS.has(c.type))) continue
      for (const c of over) gone.add(c)
      added.push({ start, end, type, confidence: 0.8, rule: 'list:counted' })
    }
  return [...chosen.filter((c) => !gone.has(c)), ...added]
}

function countedIn(text: string, chosen: readonly Candidate[]): Counted[] {
  const ending = new Map(chosen.map((c) => [c.end, c]))
  return CLASSES.flatMap(([closes, type]) =>
    [...text.matchAll(closes)].flatMap((m): Counted[] => {
      const members = membersBefore(text, m.index, numberSaid(m.groups!.n!), ending)
      return members ? [{ members, type }] : []
    }),
  )
}

/** The members of a list that ends at an offset, where there are so many; null where there are not. */
function membersBefore(
  text: string,
  to: number,
  count: number,
  ending: ReadonlyMap<number, Candidate>,
): Span[] | null {
  const before = text.slice(Math.max(0, to - LONGEST), to)
  const list = before.slice(CLAUSE.exec(before)?.[0].length ?? 0).replace(BETWEEN, '')
  const parts = list.split('、')
  if (parts.length < 2) return null
  if (parts.length === count - 1) parts.push(...parts.pop()!.split(/以及|[和与及]/))
  if (parts.length !== count) return null
  const out: Span[] = []
  let at = to - before.length + before.lastIndexOf(list)
  for (const [i, part] of parts.entries()) {
    at = text.indexOf(part, at)
    const end = at + part.length
    const start = i === 0 ? firstStart(part, at, ending.get(end)) : at
    at = end
    if (start === null) continue
    const name = text.slice(start, end)
    if (!MEMBER.test(name) || NO_MEMBER.test(name)) return null
    out.push({ start, end })
  }
  return out
}

/** Where the first member begins: as it was read, behind what introduces the list, or where that does. */
function firstStart(part: string, at: number, read: Candidate | undefined): number | null {
  if (read) return read.start >= at ? read.start : null
  const led = LED.exec(part)?.[0].length
  if (led !== undefined) return at + led
  return part.length <= LONGEST_ALONE ? at : null
}

const quotedIn = (text: string): Counted[] =>
  [...text.matchAll(QUOTED)].map((m) => ({
    members: [...m[1]!.matchAll(ONE)].map((one) => ({
      start: m.index + one.index,
      end: m.index + one.index + one[0].length,
    })),
    type: 'Strategy',
  }))
