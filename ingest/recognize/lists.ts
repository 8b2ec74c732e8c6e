/** Coordinations: A、B、C等N个安置项目, A、B、C三大主导产业, and members that share what is sure of one. */
import { groupedBy } from '../../model/groups.ts'
import type { EntityType } from '../../model/ontology.ts'
import { gated } from '../lexicon/gated.ts'
import { COMMON } from '../lexicon/heads.ts'
import { TRADES } from '../lexicon/trades.ts'
import { FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import type { Candidate } from './candidate.ts'
import { typeOfHead } from './heads.ts'
import { framed } from './signs.ts'
import type { View } from './view.ts'
import { SETTING } from './walk-steps.ts'

const COUNT = '(?:[\\d]+[余多]?|[一二三四五六七八九十两]+[余多]?|多|数)?[个家条大项所处座片类]?'
/** What closes a list and says what its members are, right behind the last one. */
const CLASSES: readonly [RegExp, EntityType][] = [
  [/^(?:[\p{Script=Han}]{0,4})(?:园区|开发区|产业园|集聚区|工业区|功能区)/u, 'Park'],
  [/^(?:[\p{Script=Han}]{0,8})(?:居委会|村委会|部门|单位|高校院所|医院|媒体)/u, 'Organization'],
  [
    /^(?:[\p{Script=Han}]{0,6})(?:产业集群|产业链|主导产业|新兴产业|支柱产业|未来产业|特色产业|产业|行业|领域|赛道|业态)/u,
    'Industry',
  ],
  [/^(?:[\p{Script=Han}]{0,8})(?:安置项目|项目|工程|安置房|基础设施|大科学装置|装置)/u, 'Project'],
  [
    /^(?:世界|国内|中国|全球)?(?:500强|五百强|百强)?(?:[\p{Script=Han}]{0,8})(?:企业|公司|厂商|巨头|车企|品牌|集团|零部件商|供应商|服务商|客户|药企|房企|央企|国企|银行)/u,
    'Company',
  ],
  [
    /^(?:[\p{Script=Han}]{0,4})(?:片区|街道|社区|乡镇|镇村|县区|区县|县市区|县市|市县|地市|地区|城市|省份|省区市|省市|国家|景区)/u,
    'Place',
  ],
  [/^[省市区县镇村旗州](?!长|委|级|场|民|值|政|域)/u, 'Place'],
  [/^地(?!块|产|区|下|上)/u, 'Place'],
  [/^(?:[\p{Script=Han}]{0,6})(?:战略|改革|行动|制度|机制|品牌|模式)/u, 'Strategy'],
  [
    /^(?:[\p{Script=Han}]{0,4})(?:高校院所|高校|院校|大学|院所|科研机构|科研院所)(?!人才|资源|毕业|学生|专家)/u,
    'Institute',
  ],
]
const CLOSER = new RegExp(
  `^(?:等|为(?=[二三四五六七八九十]大)|[”’]?(?:[二三四五六七八九十两]|[一二三四五六七八九十]{2,}|\\d+)(?=[大个家条项所处座]|[地省市区县镇村])|“(?=[一二三四五六七八九十两]+大))${COUNT}`,
  'u',
)
const MEMBER = /^[\p{Script=Han}A-Za-z0-9·.+（）()-]{2,26}$/u
const NOT_MEMBER =
  /[的了是在]|出发|品质|推动|加快|提升|完善|增加|实现|解决|问题|方面|工作|情况|能力|水平|质量|效率/
/** Types that members without a head of their own may take from the others. */
const SHARED: ReadonlySet<EntityType> = new Set(['Industry', 'Place', 'Company', 'Strategy'])

const SECTOR_TAIL =
  /(?:经济|金融|制造|智造|制造业|装备|农业|种业|物流|商贸|商务|旅游|文旅|文创|创意|艺术|健康|康养|医药|材料|能源|太阳能|光伏|储能|电池|汽车|电网|电力|信息技术|信息|互联网|互联|芯片|半导体|电路|机器人|服务业|设计|研发|交易|航天|航空|化工|食品|纺织|服装|建材|轮胎|家居|电商|软件|计算|终端|显示|工业)$/
const LISTED = gated(/[^，。；：:,;、“”！？《》\s]{2,30}(?:、[^，。；：:,;、“”！？《》\s]{2,30})+/gu, /、/)

export function listCandidates(view: View, sure: readonly Candidate[]): Candidate[] {
  const { text, sentence, line } = view
  const out: Candidate[] = []
  const lists = LISTED.in(line)
  if (lists.length === 0) return out
  const starting = groupedBy(sure, (c) => c.start)
  const ending = groupedBy(sure, (c) => c.end)
  for (const m of lists) {
    const begin = sentence.start + m.index
    const parts = m[0].split('、')
    let at = begin
    const spans: { start: number; end: number }[] = []
    let closed: ReturnType<typeof closerIn> = null
    // 山凹等15个安置项目 ends the list, whatever goes on behind it
    for (const part of parts) {
      const span = { start: at, end: at + part.length }
      at = span.end + 1
      spans.push(span)
      closed =
        spans.length > 1 ? closerIn(text, span.start, Math.min(span.end + 14, sentence.end), span.end) : null
      if (closed) break
    }
    const first = spans[0]!
    const last = spans.at(-1)!
    const whole = ending.get(first.end)?.find((c) => c.start >= first.start && c.end - c.start >= 2)
    first.start = whole ? whole.start : memberStart(view, first.start, first.end)
    for (const span of spans.slice(1)) span.start = memberEntry(view, span)
    const lastSure = starting.get(last.start)?.find((c) => c.end <= last.end && c.end - c.start >= 2)
    if (closed) last.end = closed.at
    else if (lastSure) last.end = lastSure.end
    else {
      const and = /^[\p{Script=Han}A-Za-z0-9]{2,9}?(?=[和与及])/u.exec(text.slice(last.start, last.end))
      if (and) last.end = last.start + and[0].length
    }
    const of = (span: { start: number; end: number }) =>
      (starting.get(span.start) ?? []).filter((c) => c.end === span.end).map((c) => c.type)
    const votes = new Map<EntityType, number>()
    for (const span of spans)
      for (const type of new Set(of(span))) votes.set(type, (votes.get(type) ?? 0) + 1)
    const [major, count] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [null, 0]
    let type: EntityType | null = null
    let confidence = closed?.type === 'Project' ? 0.9 : 0.72
    if (closed?.type && (closed.type !== 'Strategy' || count > 0)) type = closed.type
    else if (major && SHARED.has(major) && count >= Math.max(2, Math.ceil(spans.length / 2))) {
      type = major
      confidence = 0.66
    }
    // 会展经济、总部经济、医养健康: told by their last parts
    const sectors = spans.filter(
      (span) => sectorLike(text.slice(span.start, span.end)) || of(span).includes('Industry'),
    ).length
    if (!type && sectors >= 2 && sectors * 2 > spans.length) type = 'Industry'
    if (!type) continue
    // 康鹏威耳、鑫隆化工等73个项目: projects told by whose they are
    const firms = spans.some(
      (span) => isFirm(text.slice(span.start, span.end)) || of(span).includes('Company'),
    )
    if (
      closed?.type &&
      major &&
      closed.type !== major &&
      count >= 2 &&
      !(closed.type === 'Project' || closed.type === 'Organization')
    )
      continue
    spans.forEach((span, i) => {
      if (i === spans.length - 1 && !closed && !lastSure && !sectorLike(text.slice(span.start, span.end)))
        return
      const word = text.slice(span.start, span.end)
      if (!MEMBER.test(word) || NOT_MEMBER.test(word) || COMMON.has(word) || FRAMES.has(word)) return
      const known = of(span)
      if (known.length > 0 && !(type === 'Project' && closed)) return
      if (type === 'Project' && /总部$/.test(word) && word.length >= 5) {
        out.push({ ...span, type, confidence: 0.95, rule: 'list:project' })
        return
      }
      const head = typeOfHead(word)
      const alike =
        type === 'Project' && firms && word.length <= 6 && head === null && !/期$|[建改扩]/.test(word)
      const own = alike || isFirm(word) ? 'Company' : head
      if (own && own !== type && own !== 'Place' && type !== 'Project') return
      if (own === 'Company' && type === 'Project' && word.length <= 6) {
        out.push({ ...span, type: 'Company', confidence: 0.8, rule: 'list:company' })
        return
      }
      if (word.length > 10 && type !== 'Project' && type !== 'Company') return
      if (verbal(view, span)) return
      out.push({ ...span, type: type!, confidence, rule: `list:${type!.toLowerCase()}` })
    })
  }
  return out
}

/** Whether a member is a verb phrase: 减环节, 稳增长. */
function verbal(view: View, span: { start: number; end: number }): boolean {
  const unit = view.units[view.unitAt(span.start)]
  return (
    unit !== undefined &&
    unit.start === span.start &&
    unit.listed === undefined &&
    (/^(?:v$|vd|d|p|r|c|u)/.test(unit.tag) ||
      /^\d/.test(unit.text) ||
      (FRAMES.has(unit.text) && unit.text !== '中')) &&
    !NOMINAL.has(unit.text) &&
    unit.end < span.end
  )
}

/** Behind a verb that a later member repeats: 规划舜新. */
function memberEntry(view: View, span: { start: number; end: number }): number {
  const unit = view.units[view.unitAt(span.start)]
  const verb = unit && unit.start === span.start && FRAMES.has(unit.text) && unit.text.length >= 2
  return verb && span.end - unit.end >= 2 ? unit.end : span.start
}

const sectorLike = (word: string): boolean =>
  word.length >= 4 && word.length <= 9 && SECTOR_TAIL.test(word) && !NOT_MEMBER.test(word)

const isFirm = (word: string): boolean => [2, 3, 4].some((n) => word.length > n && TRADES.has(word.slice(-n)))

/** Where the first member begins, behind the verb or frame that introduces the list. */
function memberStart(view: View, from: number, end: number): number {
  const lastUnit = view.unitAt(end - 1)
  for (let i = lastUnit; i >= 0; i--) {
    const unit = view.units[i]!
    if (i === lastUnit && unit.start > from && !FRAMES.has(unit.text)) continue
    if (unit.start < from) return Math.max(from, unit.start)
    if (
      unit.listed ||
      /^\d/.test(unit.text) ||
      /^(?:万|亿|千)?(?:吨|千瓦|兆瓦|平方米|辆|台|套)$/.test(unit.text)
    )
      continue
    if (FRAMES.has(unit.text) || /^(?:v$|vd|p|c|d|r|u|m|q|f)/.test(unit.tag)) {
      if (
        NOMINAL.has(unit.text) &&
        unit.end < end &&
        (!/^(?:v$)/.test(unit.tag) || (!SETTING.has(unit.text) && !framed(view.units, i)))
      )
        continue
      if (
        NOMINAL.has(unit.text) &&
        unit.end < end &&
        /^(?:以|含|有|包括|为|如|即)$/.test(view.units[i - 1]?.text ?? '')
      )
        return unit.start
      return unit.end
    }
    if (NOMINAL.has(unit.text) && /^v$/.test(unit.tag) && i > 0 && unit.end < end) {
      const before = view.units[i - 1]!
      if (/^(?:以|含|有|包括|为|如|即)$/.test(before.text)) return unit.start
      if (
        before.start < from ||
        FRAMES.has(before.text) ||
        /^(?:d|ns|v)/.test(before.tag) ||
        before.listed === 'Place'
      )
        return unit.end
    }
  }
  return from
}

function closerIn(
  text: string,
  from: number,
  to: number,
  end: number,
): { at: number; type: EntityType | null } | null {
  for (let at = from + 2; at < Math.min(to, from + 16, end + 1); at++) {
    const rest = text.slice(at, at + 24)
    const m = CLOSER.exec(rest)
    if (NOT_MEMBER.test(text.slice(from, at))) break
    if (!m) continue
    const behind = rest.slice(m[0].length)
    const found = CLASSES.find(([pattern]) => pattern.test(behind))
    if (found) return { at, type: found[1] }
    if (rest.startsWith('等')) return { at, type: null }
  }
  return null
}
