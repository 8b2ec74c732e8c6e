/** Names by their last word: find the head, then walk left to where the name begins. */
import type { EntityType } from '../../model/ontology.ts'
import { COUNTY_STEMS } from '../lexicon/divisions.ts'
import { COMMON, HEADS, PROPER_ONLY } from '../lexicon/heads.ts'
import { matcherOf } from '../lexicon/matcher.ts'
import { TITLES } from '../lexicon/people.ts'
import { TRADES } from '../lexicon/trades.ts'
import { FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import { ZONE_KINDS } from '../lexicon/zone-kinds.ts'
import type { Candidate } from './candidate.ts'
import { EDITION } from './signs.ts'
import type { Unit, View } from './view.ts'
import { walkLeft } from './walk.ts'

const TITLED: ReadonlySet<string> = new Set(TITLES)
const heads = matcherOf(HEADS.keys())
/** Heads whose names may hold 和 or 与: 自然资源和规划局, 超级计算与人工智能产业技术研究院. */
const JOINING = /(?:局|厅|委员会|研究院|研究所|实验室|枢纽|部|基地|会议|论坛|大会|中心)$/

export function headCandidates(view: View): Candidate[] {
  const { sentence, line } = view
  const longestAt = new Map<number, number>()
  heads.scan(line, (start, end) => {
    const known = longestAt.get(end)
    if (known === undefined || start < known) longestAt.set(end, start)
  })
  const out: Candidate[] = []
  for (const [end, start] of longestAt) {
    const candidate = nameOf(view, sentence.start + start, sentence.start + end, line.slice(start, end))
    if (candidate) out.push(candidate, ...foundersOf(view, candidate))
  }
  return out
}

/** 甲与乙联合实验室: both founders are named. */
function foundersOf(view: View, c: Candidate): Candidate[] {
  const m =
    /^([\p{Script=Han}A-Za-z]{2,8})[与和]([\p{Script=Han}A-Za-z]{2,8}?)联合(?:实验室|研究院|研究中心|创新中心|研发中心)$/u.exec(
      view.text.slice(c.start, c.end),
    )
  if (!m) return []
  return [
    [c.start, m[1]!.length],
    [c.start + m[1]!.length + 1, m[2]!.length],
  ].flatMap(([start, length]) => {
    const unit = view.units[view.unitAt(start!)]
    if (!unit || unit.start !== start || unit.end - unit.start !== length) return []
    return [
      {
        start: start!,
        end: start! + length!,
        type: unit.listed ?? ('Institute' as const),
        confidence: 0.8,
        rule: 'lexicon:founder',
      },
    ]
  })
}

/** The head as it counts: 发展改革局 cut by a word's edge, 公司 in 公司化 not at all. */
function nameOf(view: View, headStart: number, headEnd: number, head: string): Candidate | null {
  const { text, units } = view
  const type = typeFor(head, text.slice(Math.max(view.sentence.start, headStart - 12), headStart), view.line)
  const last = units[view.unitAt(headEnd - 1)]
  // a word that runs over the head's end hides it, unless the rest is a title: 市文旅|局局长
  if (last && last.end > headEnd && last.start < headEnd && !TITLED.has(text.slice(headEnd, last.end)))
    return null
  if (last?.listed && last.end === headEnd && last.end - last.start > head.length) return null
  if (head.length === 1 && !standsAlone(view, headStart, headEnd)) return null
  if (/^[化性型式们级制者]/.test(text.slice(headEnd, headEnd + 1))) return null
  const walk = walkLeft(view, headStart, type, (v, i) => JOINING.test(head) && joins(v, i, headStart))
  if (walk.start >= headStart) return null
  const { start } = walk
  const modifier = text.slice(start, headStart)
  if (/^[一二三四五六七八九十两][\p{Script=Han}]{1,2}[一二三四五六七八九十两]/u.test(modifier)) return null
  // 一片湾, 一间实验室: counted, not named
  if (COUNTED.test(modifier)) return null
  if (unbalanced(modifier) || modifier.includes('最') || text[headEnd] === '+') return null
  // 计划 is a verb before what is planned
  if (
    /^(?:计划|规划)$/.test(head) &&
    /^(?:在|于|今|明|年|投|总|新|将|\d|用|建|到|打造|引进|实施|面积|占地|为|从|以|通过|未来)/.test(
      text.slice(headEnd, headEnd + 2),
    )
  )
    return null
  if (head === '路' && /^\d+$/.test(modifier)) return null
  // “双湖争辉”, “低空+口岸”: a part of what is quoted
  if (
    type === 'Place' &&
    (modifier.includes('+') || (head.length === 1 && text[start - 1] === '“' && text[headEnd] !== '”'))
  )
    return null
  // 甲大学国家大学科技园 has an owner, and 国家大学 is none
  if (head === '大学' && /国家$/.test(modifier)) return null
  if (/^(?:党委|党组)$/.test(head) && /(?:大学|学院|公司|集团|研究院|医院|银行|[)）])$/.test(modifier))
    return null
  if (/公司$/.test(head) && text[headStart - 1] === '子') return null
  if (head === '工程' && /主体$/.test(modifier)) return null
  if (VERBAL.test(head) && !listed(text, start, headEnd)) return null
  const proper =
    (walk.units.some((u) => /^(?:国家|全国)$/.test(u.text)) && modifier.length >= 6 && OFSTATE.has(type)) ||
    (modifier.length >= 6 && BRACKETED.test(text.slice(headEnd, headEnd + 8))) ||
    walk.units.some((u) => isProper(u) && !COMMON.has(u.text)) ||
    (type === 'Organization' && LEVEL.test(walk.units[0]?.text ?? ''))
  if (/^强[区市县省]$/.test(head) && modifier.length >= 4)
    return { start, end: headEnd, type, confidence: 0.7, rule: 'head:slogan' }
  if (type === 'Honor' && walk.units[0]?.tag === 'quote') return null
  const narrow =
    (SPECIFIC.has(type) && !/^(?:制度|机制|模式)$/.test(head) && specific(walk.units)) ||
    (BY_NOUN.test(head) && rareIn(walk.units) >= 2)
  // 航空航天产业园: a sector makes a park one of its own in an article
  const sectoral =
    type === 'Park' &&
    /园区?$/.test(head) &&
    walk.units.some((u) => u.listed === 'Industry' && u.text.length >= 4)
  if (sectoral) return { start, end: headEnd, type, confidence: 0.62, rule: 'head:sector' }
  const before = text.slice(Math.max(view.sentence.start, start - 6), start)
  const after = text.slice(headEnd, headEnd + 6)
  const owned = ownedBefore(view, start)
  // 极氪的智慧工厂: whose it is tells which
  if (!proper && owned && BELONGING.test(head) && modifier.length >= 2 && !VAGUE.test(modifier))
    return { start, end: headEnd, type, confidence: 0.62, rule: 'head:owned' }
  const told = MONEY.test(before) || STAGE.test(after) || owned
  if (
    !proper &&
    (evident(head, before, after, walk.units) ||
      (WORKS.test(head) && told && works(walk.units, told, AIMED.test(before) || BESIDE.test(after))))
  )
    return { start, end: headEnd, type, confidence: 0.65, rule: 'head:evident' }
  if (!proper && PROPER_ONLY.has(head) && !narrow) return null
  if (
    (head === '项目' || head === '总部') &&
    walk.units.every((u) => u.listed === 'Place' || isCommon(u) || /区$/.test(u.text))
  )
    return null
  if (
    head === '总部' &&
    !walk.units.some((u) => u.listed === 'Company' || TRADES.has(u.text) || /(?:公司|集团)$/.test(u.text))
  )
    return null
  // “甲”“乙”战略: the head is of all
  if (type === 'Strategy' && walk.units[0]?.tag === 'quote' && /[”、]/.test(text[start - 1] ?? ''))
    return null
  // the second of two phases tells which park is meant: 创新产业园三期
  const phased = /^[一二三四五]期/.test(text.slice(headEnd, headEnd + 2))
  if (
    !proper &&
    walk.units.every((u) => isCommon(u) && !(ZONED.test(head) && /^[东西南北中]部$/.test(u.text))) &&
    !phased
  )
    return null
  const confidence = Math.min(
    0.95,
    0.55 + head.length * 0.03 + (proper ? 0.15 : 0) + Math.min(modifier.length, 6) * 0.02,
  )
  const rule = /^[一二三四五]期$/.test(head) ? 'phase' : `head:${type.toLowerCase()}`
  return { start, end: headEnd, type, confidence: rule === 'phase' ? 0.6 : confidence, rule }
}

/** Works by what is done: a name only where it stands in a list or something is done to it. */
const VERBAL = /^(?:扩产|扩能|技改|旧改|棚改|改扩建|扩建|综合开发|综合整治|保护修缮)$/
const listed = (text: string, start: number, end: number): boolean =>
  /^(?:、|等|和|与|项目|工程|建设|[都也]|进度)/.test(text.slice(end, end + 2)) ||
  /(?:力促|推进|推动|实施|启动|加快|开展|完成|、|的)$/.test(text.slice(Math.max(0, start - 2), start))

/** A number with or without what is counted by. */
const COUNTED =
  /^(?:[一两三四五六七八九十几这那每](?:片|间|根|座|条|道|家|个|处|块|张|项|所|栋|批|类)?|同一|另一|每一)$/
/** What is built or set up, told by its stage, its money or its owner beside it. */
const WORKS =
  /(?:项目|生产线|产线|基地|工程|装置|工厂|总装线|中试线|车间|平台|产业园|加速器|孵化园|中心|大厦|厂房|实验楼|设施)$/
const MONEY =
  /(?:[建添盖](?:起|成|了)?(?:一[座条个处家])?|要上的是|建设的是|[它其]的?|亿元|万元|亿美元|万美元|平方米|亩|平方公里)的?$/
const STAGE =
  /^(?:项目|工程)?(?:总投资|投资|开工|投产|竣工|签约|落户|建成|封顶|主体|正式|即将|预计|计划|年产|满产|达产|点火|下线|通线|破土|动工|试产|获批|可研|投用|投入使用|今年|去年|明年|已(?:经)?(?:开|投|竣|签|落|建|封|点|破|通|启|完|全)|将于|\d{1,2}月|一期|二期)/

/** Something is done to it, or it is one of several. */
const AIMED = /(?:建设|推进|启动|承建|投建|打造|上马|新建|扩建|把|将|、|和|及)$/
const BESIDE = /^(?:、|建设|等)/

/** What an owner has one of, and what says no more than that it is large or new. */
const BELONGING = /^(?:工厂|校区|产线|生产线|基地|项目|生产基地|研发中心|总部|平台|车间|装置|实验室|产业园)$/
const VAGUE =
  /^(?:重点|重大|重要|项目|主要|核心|在建|新建|大型|投资|建设|产业|合作|招商|签约|科研|研发|开放|公共|第[一二三四五]个?|新|该|一批|这个|首个|[一二三四五]期|主体|配套|相关|创新|科技|服务|发展|工程|技术|生产)$/

const OWNER = new RegExp(`(?:公司|集团|大学|研究院|研究所|实验室|产业园|${ZONE_KINDS})$`)

/** Behind its owner: 青禾电子的…, 高新区的…. */
function ownedBefore(view: View, start: number): boolean {
  if (view.text[start - 1] !== '的') return false
  const owner = view.units[view.unitAt(start - 2)]
  return (
    view.owners.has(start - 1) ||
    (owner?.listed !== undefined && owner.listed !== 'Industry' && owner.listed !== 'Strategy') ||
    (owner !== undefined &&
      /^(?:x|nz|eng)/.test(owner.tag) &&
      owner.text.length >= 2 &&
      !COMMON.has(owner.text)) ||
    OWNER.test(view.text.slice(Math.max(view.sentence.start, start - 6), start - 1))
  )
}

/** Says what is made or done there, more than that it is a large one. */
function works(units: readonly Unit[], told: boolean, beside: boolean): boolean {
  const length = units.reduce((n, u) => n + u.text.length, 0)
  if (!told) return beside && length >= 6 && rareIn(units) >= 4
  const kind = units.some((u) => u.listed === 'Industry' || /\d/.test(u.text))
  return length >= 4 && (rareIn(units) >= 2 || kind) && !/^[一二三四五首]期$/.test(units[0]?.text ?? '')
}

/** No proper name in it, but money, a start of works or a launch stands beside it. */
function evident(head: string, before: string, after: string, units: readonly Unit[]): boolean {
  const length = units.reduce((n, u) => n + u.text.length, 0)
  if (head === '项目')
    return (
      rareIn(units) >= 4 &&
      (/(?:亿元的?|万元的?|公司的|集团的)$/.test(before) ||
        /^(?:总投资|投资|开工|投产|竣工|签约|落户|建成|封顶|正式)/.test(after))
    )
  if (/^(?:制度|机制|模式)$/.test(head))
    return (
      rareIn(units) >= 2 &&
      length <= 10 &&
      /(?:推行|实施|建立|创新|探索|首创|推出|推广|实行|和|与)$/.test(before)
    )
  if (/(?:计划|行动|攻坚战|工程)$/.test(head))
    return (
      length >= 4 &&
      (/(?:实施|启动|开展|推进|推行|打响|落实)(?:了)?$/.test(before) ||
        (before.endsWith('在') && after.startsWith('上')))
    )
  if (/(?:战略|改革)$/.test(head))
    return (
      length >= 4 &&
      rareIn(units) >= 2 &&
      /(?:实施|围绕|落实|融入|服务|对接|响应|按照|深化|推进)$/.test(before)
    )
  return false
}

/** 中心 is what it is the centre of. */
function typeFor(head: string, before: string, line: string): EntityType {
  if (/(?:科创|科技创新)(?:创新)?$/.test(before) && /^(?:创新)?中心$/.test(head)) return 'Park'
  if (head === '片区' && /自贸|自由贸易/.test(line)) return 'Park'
  if (/^[东西南北]?站$/.test(head) && /高铁[\p{Script=Han}]{1,6}$/u.test(before)) return 'Project'
  if (head !== '中心') return HEADS.get(head)!
  if (/(?:服务|政务|党群|就业|急救|疾控|救助|便民|管理|保障|审批|仲裁|调解|举报|应急)$/.test(before))
    return 'Organization'
  if (
    /(?:会展|会议|体育|文化|商业|物流|运营|展示|交易|金融|国际|贸易|商务|购物|枢纽|联运|分拨|配送|康养|养老|活动|游客|展览|会客|仓储|冷链|集散|存储|应用|博览|多式联运|保税|云|展销)$/.test(
      before,
    )
  )
    return 'Project'
  return 'Institute'
}

/** Types whose names may be narrow without being proper. */
const SPECIFIC: ReadonlySet<EntityType> = new Set(['Park', 'Institute', 'Strategy'])

/** Last words that are no road, village or river: 思路, 乡村. */
const NOT_LOCAL =
  /(?:(?:服务|工作|充电|变电|水电|加油|换电|示范|泵|监测|气象|观测|发电|储能|救助|客运|货运|中转|收费|检查|消防|卫生|补给|休息|转运|车|网|基|电|前|本|全|各|到|出|进|首|末|终点)站|[探开上出思道公铁线网电马问带一之新老迷让沿回通筑修铺来去半陆水退弯岔门套主辅干支]路|富路|[开逛上沿临]街|[江火青上下矿荒假靠]山|[乡农全本驻进行然明范困点中个]村|[一银星治入内中修护拥母]河|[一沿过跨临通]江|[孤全海出进离上]岛|[港海融大]湾|[城乡集全各]镇|雪山|[家老城他故水]乡|[海空香疏开入离进]港|[街小深胡]巷|[江大]湖)$/
const standsAlone = (view: View, headStart: number, headEnd: number): boolean => {
  const holder = view.units[view.unitAt(headStart)]
  if (!holder || NOT_LOCAL.test(view.text.slice(headStart - 1, headEnd))) return false
  if (holder.listed || COUNTY_STEMS.has(holder.text)) return false
  return holder.start < headStart ? /^(?:ns|nr|nz|x|nt)/.test(holder.tag) : !/^(?:v|p|q|d|c)/.test(holder.tag)
}

const OFSTATE: ReadonlySet<EntityType> = new Set(['Institute', 'Park', 'Project'])
const LEVEL = /^[省市区县州镇]$/

const isProper = (u: Unit): boolean =>
  EDITION.test(u.text) ||
  (u.listed !== undefined && u.listed !== 'Industry') ||
  u.tag === 'quote' ||
  /^(?:n[rstz]|x|eng)/.test(u.tag) ||
  /[A-Za-z0-9]/.test(u.text)

const isCommon = (u: Unit): boolean => COMMON.has(u.text) || NOMINAL.has(u.text) || u.listed === 'Industry'

/** No proper name in it, but said so narrowly that it is one: three words and more of which one is rare. */
const specific = (units: readonly Unit[]): boolean => units.length >= 2 && rareIn(units) >= 3

/** Heads that one rare noun makes a name of: 青石产业园, 量子大街. */
const BRACKETED = /^[(（][\p{Script=Han}]{2,4}[)）]/u
const BY_NOUN =
  /^(?:实验室|产业园|产业园区|科技园|工业园|开发区|新区|大街|大道|路|街|村|镇|社区|街道|湖|河|山|港|湾|公园|大桥|隧道|水库|电站|新城|机场|片区|高铁|铁路|基金|引导基金|产业基金|联盟|协会|商会)$/
const rareIn = (units: readonly Unit[]): number =>
  units.reduce((n, u) => n + (isCommon(u) ? 0 : u.text.length), 0)

const ZONED = /(?:核心区|崛起区|生态区|协调区|组团|片区)$/

const unbalanced = (part: string): boolean =>
  (part.match(/[“(（]/g)?.length ?? 0) !== (part.match(/[”)）]/g)?.length ?? 0)

/** Whether what stands before 和 goes on to be part of the name: a short noun after a list or a verb, no name of its own. */
function joins(view: View, i: number, headStart: number): boolean {
  const before = view.units[i - 1]
  const farther = view.units[i - 2]
  if (!before || FRAMES.has(before.text)) return false
  if (farther && farther.text === '、') return false
  const right = view.text.slice(view.units[i]!.end, headStart)
  if (right.length > 12 || /[、，]/.test(right)) return false
  // two things that could each stand alone are two names
  if (
    before.text.length >= 2 &&
    /(?:会|所|院|园|区|行|厂|校|局|委|中心|公司|集团|大学|基地|政府|实验室)$/.test(before.text)
  )
    return before.listed === 'Institute'
  // 数字贸易港和…: what stands before is a name by its own last word
  const left = view.text.slice(Math.max(view.sentence.start, before.end - 6), before.end)
  if (before.listed === undefined && [4, 3].some((n) => left.length > n && HEADS.has(left.slice(-n))))
    return false
  return /^(?:n|vn|v|l|j|x|a|b|nz)/.test(before.tag) || before.listed !== undefined
}

export const typeOfHead = (name: string): EntityType | null => {
  for (let from = Math.max(0, name.length - 8); from < name.length; from++) {
    const type = HEADS.get(name.slice(from))
    if (type) return type
  }
  return null
}
