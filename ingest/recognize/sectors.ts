/** Industries: listed ones, ones put together from known parts, and what stands before 产业. */
import { COMMON } from '../lexicon/heads.ts'
import { matcherOf } from '../lexicon/matcher.ts'
import { DOUBTFUL_BASES, SECTOR_BASES, SECTOR_FORES } from '../lexicon/sectors.ts'
import { NOMINAL } from '../lexicon/verbs.ts'
import { wordSet } from '../lexicon/word-set.ts'
import type { Candidate } from './candidate.ts'
import type { View } from './view.ts'
import { walkLeft } from './walk.ts'

const BASES = wordSet(SECTOR_BASES)
const FORES = wordSet(SECTOR_FORES)
const tails = matcherOf(['产业', '产业链', '产业集群', '行业'])
/** Behind these the sector is only part of a name or of another word. */
const GOES_ON =
  /^(?:企业|公司|试点|基站|专网|板|园|科技园|基地|示范|研究|联盟|集聚|强区|强市|强省|中心|大厦|总部|协会|学院|大学|局|厅|委|公司|集团|大会|论坛|峰会|博览|大赛|创新中心|展)/

/** Pairs that name a sector wherever they stand. */
const PAIRED =
  /^(?:都市工业|工业设计|文化艺术|文化创意|医养健康|生命健康|智能汽车|动力电池|智能终端|新型显示|信息技术)$/
/** 金融业, 物流业: trades by 业, where something is said of them as of one. */
const TRADE =
  /^(?:金融|制造|服务|旅游|物流|建筑|纺织|装备|软件|餐饮|零售|批发|租赁|养殖|种植|畜牧|采矿|食品|化工|汽车|电子|信息|文化|体育|会展|房地产|交通运输|住宿|商贸|航运|渔|林|种|茶|酒|烟草|钢铁|建材|医药|印刷|家具|服装|水产|船舶)业$/
/** Before 经济 these say whose or which economy, not a sector. */
const WHOSE =
  /^(?:国民|市场|县域|区域|地方|集体|社会|世界|全球|中国|城市|农村|宏观|国家|国际|省域|市域|镇域|村级|发展|推动|促进|带动|服务|稳定|我国|全省|全市|全区|整体|商品|计划|外向|开放|高新|产业|工业|部门|有关|当前|振兴|拉动|繁荣|助力|支撑|活跃|壮大|发达|新型|现代)$/
/** A short sector's name is a common noun as well: taken beside another one, before 产业, or where something is developed. */
function cued(view: View, i: number, first = i): boolean {
  const { units, text } = view
  const unit = units[i]!
  if (
    /业$/.test(unit.text) &&
    /^(?:增加值|总?产值|实现|增长|占比|完成|营收|区域总部|投资)/.test(text.slice(unit.end, unit.end + 4))
  )
    return true
  if (/^(?:产业|行业|领域|赛道|板块|全产业链)/.test(text.slice(unit.end, unit.end + 4))) return true
  for (const d of [-1, 1]) {
    const from = d < 0 ? first : i
    const mate = units[from + 2 * d]
    if (
      /^[、和与及]$/.test(units[from + d]?.text ?? '') &&
      mate &&
      (mate.listed === 'Industry' || BASES.has(mate.text) || FORES.has(mate.text))
    )
      return true
  }
  return /(?:发展|聚焦|布局|主攻|深耕|培育|做强|涉及|涵盖|瞄准)$/.test(
    text.slice(Math.max(view.sentence.start, units[first]!.start - 2), units[first]!.start),
  )
}

export function sectorCandidates(view: View): Candidate[] {
  const { units, text, sentence, line } = view
  const out: Candidate[] = []
  const push = (start: number, end: number, confidence: number, rule: string) => {
    if (!GOES_ON.test(text.slice(end, end + 4))) out.push({ start, end, type: 'Industry', confidence, rule })
  }
  units.forEach((unit, i) => {
    if (unit.listed === 'Industry' && (unit.text.length > 3 || cued(view, i)))
      push(unit.start, unit.end, unit.text.length > 2 ? 0.8 : 0.6, 'lexicon:industry')
    if (!unit.listed && TRADE.test(unit.text) && cued(view, i))
      push(unit.start, unit.end, 0.7, 'sector:trade')
    const before = units[i - 1]
    // 会展经济, 枢纽经济: an economy by what it lives on
    if (
      unit.text === '经济' &&
      before &&
      before.end === unit.start &&
      before.text.length === 2 &&
      /^(?:n|vn|b|j|x|v)/.test(before.tag) &&
      before.listed !== 'Place' &&
      !WHOSE.test(before.text)
    )
      push(before.start, unit.end, 0.7, 'sector:economy')
    if (!BASES.has(unit.text) && unit.listed !== 'Industry') return
    let first = i
    while (
      first > 0 &&
      (FORES.has(units[first - 1]!.text) || units[first - 1]!.listed === 'Industry') &&
      units[first - 1]!.end === units[first]!.start
    )
      first--
    if (
      first < i &&
      (!DOUBTFUL_BASES.has(unit.text) ||
        unit.end - units[first]!.start >= 6 ||
        cued(view, i, first) ||
        PAIRED.test(text.slice(units[first]!.start, unit.end)))
    )
      push(units[first]!.start, unit.end, 0.78, 'sector:parts')
    // in a list with 、 a pair with 与 is one member: 电力设备与电力电子、…
    const link = units[first - 1]
    const mate = units[first - 2]
    if (
      !link ||
      !/^[与及和]$/.test(link.text) ||
      !mate ||
      !(mate.listed === 'Industry' || BASES.has(mate.text) || FORES.has(mate.text))
    )
      return
    let begin = first - 2
    while (
      begin > 0 &&
      (FORES.has(units[begin - 1]!.text) || units[begin - 1]!.listed === 'Industry') &&
      units[begin - 1]!.end === units[begin]!.start
    )
      begin--
    const [left, right] = [units[begin - 1]?.text === '、', text[unit.end] === '、']
    if (right || (left && link.text !== '和')) push(units[begin]!.start, unit.end, 0.84, 'sector:pair')
  })
  tails.scan(line, (from, to) => {
    const [head, end] = [sentence.start + from, sentence.start + to]
    if (
      /^(?:链|集群|园|带|化|工人|基地|基金|体系|结构|布局|发展|转型|升级|项目|政策|研究|联盟|振兴|大会|集聚|高地|社区|数字)/.test(
        text.slice(end, end + 2),
      )
    )
      return
    const walk = walkLeft(view, head, 'Industry', () => false)
    const last = walk.units.findLastIndex(
      (u) => u.listed === 'Place' || u.listed === 'Company' || /^ns/.test(u.tag),
    )
    const whole = walk.units.slice(last + 1)
    // 重点发展轨道交通装备产业, 园区锂电产业: the sector begins with its own first part
    const own = whole.findIndex((u) => u.listed === 'Industry' || BASES.has(u.text) || FORES.has(u.text))
    const walked =
      own > 0 && whole.slice(0, own).every((u) => COMMON.has(u.text) || NOMINAL.has(u.text))
        ? whole.slice(own)
        : whole
    const start = walked[0]?.start ?? head
    if (start >= head || head - start > 10) return
    if (walked.every((u) => (COMMON.has(u.text) || NOMINAL.has(u.text)) && u.listed === undefined)) return
    if (walked.some((u) => u.listed === 'Place' || u.tag === 'quote' || /^[mtr]/.test(u.tag))) return
    if (walked.every((u) => u.listed !== 'Industry' && (COMMON.has(u.text) || u.text.length === 1))) return
    push(start, end, 0.7, 'sector:tail')
  })
  return out
}
