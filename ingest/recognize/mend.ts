/** What no name is, and where one really begins and ends: seen once the names of a whole article are chosen. */
import type { EntityType } from '../../model/ontology.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Candidate } from './candidate.ts'
import { alone } from './edges.ts'
import { withoutOverrun } from './overrun.ts'
import { partsOf } from './parted.ts'

/** Names as they were chosen, mended. */
export function mended(text: string, chosen: readonly Candidate[], lexicon: Lexicon): Candidate[] {
  const candidates = withoutOverrun(
    text,
    parted(text, chosen).flatMap((c) => alone(text, c, lexicon)),
  )
  const forms = formsByType(text, candidates)
  const kinds = new Set([...forms.keys()].flatMap((form) => KIND_BEHIND.exec(form)?.slice(1) ?? []))
  const reached = reachOf(candidates)
  const named = candidates.map((c) => nicknamed(text, whatItIsOf(text, c, forms, lexicon)))
  const mendedForms = formsByType(text, named)
  const mendedOnes = named.flatMap((one, i) =>
    isNone(text, one, kinds, lexicon)
      ? []
      : [wholeFront(text, one, reached.get(candidates[i]!.start)!, mendedForms)],
  )
  return alike(text, mendedOnes)
}

/** Each name that is several in its parts; a list that one ends tells what its last member is. */
function parted(text: string, candidates: readonly Candidate[]): Candidate[] {
  const ending = new Map(candidates.map((c) => [c.end, c.type]))
  return candidates.flatMap((c) =>
    partsOf(text, c, text[c.start - 1] === '、' ? ending.get(c.start - 1) : undefined),
  )
}

type Forms = ReadonlyMap<string, ReadonlySet<EntityType>>

function formsByType(text: string, candidates: readonly Candidate[]): Forms {
  const forms = new Map<string, Set<EntityType>>()
  for (const c of candidates) {
    const form = text.slice(c.start, c.end)
    const types = forms.get(form)
    if (types) types.add(c.type)
    else forms.set(form, new Set([c.type]))
  }
  return forms
}

/** Ground of no name, whichever town it is in. */
const NOWHERE = /^(?:老城区?|主城区?|中心城区|城区|市区|贫困村|安置区|老旧小区)$/
/** What no name begins with: 既修水渠项目、又种树. */
const HALVED = /^[既又](?!济)/
/** 分三期建设: how many parts it has, and none of them. */
const DIVIDED = /(?:分|共|分为|分成)$/

/** 一项城市战略, 三种经营模式: how many of a kind. */
const SOME = /^(?:一项(?!目)|[一二三四五六七八九十两多]种)/
/** 国际一流|航空枢纽: how good it is. */
const RANKED = /^(?:国际|国内|世界|全国|全球)(?:一流|领先|先进)$/
/** 4栋算力中心: how many buildings. */
const BUILDINGS = /^[\d一二三四五六七八九十两]+[栋幢]/
/** 新区项目, 新厂房: any of them. */
const ANY =
  /^(?:新|老|新区|园区|开发区|高新区|经开区|全[省市区县]|[我本][省市区县]|重点|重大|产业|工业)+(?:项目|工程|厂房)$/
/** The noun by itself names one only where the article has one of that kind. */
const KINDS = '新区|新城|核心区|工业园|产业园|园区|起步区|示范区'
const KIND = new RegExp(`^(?:${KINDS})$`)
const KIND_BEHIND = new RegExp(`.(${KINDS})$`)
/** 实体性新区, 现代化产业园: what kind of zone it is. */
const SORT_OF_ZONE =
  /^(?:实体性|功能性|综合性|现代化|国际化|高标准|高水平|世界一流)+(?:新区|新城|高新区|经开区|开发区|产业园区?|园区|示范区)$/
/** 高端|汽车, 全国|新能源: a trade, and how good or whose it is. */
const SORT_OF_TRADE = /^(?:高端|全国|国家|新型|先进|现代|智能|绿色|大型)/
const WARES = /^(?:汽车|装备|材料|食品|服装|家电|电池)$/
function isSortOfTrade(name: string, lexicon: Lexicon): boolean {
  const trade = name.replace(SORT_OF_TRADE, '')
  return trade !== name && (lexicon.typeOf(trade) === 'Industry' || WARES.test(trade))
}
/** 日产|25万支, 二环、三环: how much a day, and which ring of roads. */
const A_DAY = /^[日年月]产$/
const MUCH = /^(?:又多了|已?达到?|超过?|约|近|可达)?\d/
const RING = /^[二三四五六七]环$/
const RING_BEFORE = /[二三四五六七]环路?[、和与及]$/
const RING_BEHIND = /^[、和与及]?(?:[二三四五六七]环|路|线|快速|高速)/
const isMeasure = (text: string, start: number, end: number): boolean => {
  const name = text.slice(start, end)
  const behind = text.slice(end, end + 5)
  if (A_DAY.test(name)) return MUCH.test(behind)
  return (
    RING.test(name) &&
    (RING_BEHIND.test(behind) || RING_BEFORE.test(text.slice(Math.max(0, start - 4), start)))
  )
}
/** 启明|人才公寓: a house is none of the firms that may have one. */
const HOUSE = /.{2}(?:公寓|宿舍楼?|大厦|大楼|体育馆|停车场|厂房|展厅)$/
/** From within one quote into another: 四新”主攻“四化. */
const ACROSS = /^[^“”]*”[^“”]*“/

function isNone(
  text: string,
  { start, end, type }: Candidate,
  kinds: ReadonlySet<string>,
  lexicon: Lexicon,
): boolean {
  const name = text.slice(start, end)
  if (type === 'Place') return NOWHERE.test(name)
  if (type === 'Park' && SORT_OF_ZONE.test(name)) return true
  if (type === 'Park' && KIND.test(name)) return !kinds.has(name)
  if (ACROSS.test(name)) return true
  if (type === 'Strategy') return SOME.test(name)
  if (type === 'Company')
    return isMeasure(text, start, end) || RANKED.test(name) || isSortOfTrade(name, lexicon)
  if (type === 'Project')
    return (
      ANY.test(name) ||
      HALVED.test(name) ||
      BUILDINGS.test(name) ||
      (/^[一二三四五两]期$/.test(name) && DIVIDED.test(text.slice(start - 2, start)))
    )
  return false
}

/** 市商务局副|局长: the word belongs to the title. */
const DEPUTY = /副$/
/** 跑北京、下|广州: how one gets there. */
const GOING = /^[下上赴去到进跑飞访奔往返回]/
/** 文昌全市: all of it. */
const ALL_OF_IT = /^.{2,}(?=全[市区县域]$)/
/** 要建|某某广场: what is done to it, not how it is called. */
const BUILDING = /^[要拟将谋筹续已欲求]建[^设成材起于立筑造行邺德阳安宁昌平水湖始瓯](?=..)/
/** 青岛建设|国家海洋科学城, 辽宁吹响|振兴新突破: who does what with it. */
const DOES = /^(?:吹响|部署建设|部署|加快建设|加快|奋力|全力|推进|建设|打造|争创|创建|地处|迈向|布局|共建)/
/** Verbs that are in no name of the type: 江苏建设学院 is one. */
const DONE_WITH: Partial<Record<EntityType, RegExp>> = {
  Strategy: DOES,
  Park: DOES,
  Project: /^(?:布局|共建)/,
  Institute: /^(?:布局|共建)/,
  Organization: /^建设(?=.*(?:医院|小学|中学)$)/,
}
/** 东岛布局|再生医学产业园: a part of what is spoken of. */
const PART = /^[东南西北中][岛区片园城]$/
/** 光是|云江产业园, 北靠|青石科学城, 优先发展|能源电子, 首期工程|青禾产业园: no name begins with it. */
const LEAD =
  /^(?:光是|仅是|[东南西北](?:起|靠|邻)|优先发展|重点发展|大力发展|部署|除(?=.{6})|托举|构筑(?=.{4})|借[势力](?=.{4})|引进(?=.{4})|首期工程(?=.{6})|再访|督导|正向(?=国[家际]|世界|全[国球]|千亿)|壮大(?=.{6})|经(?![济开贸略纬典营十海一二三四五六七八九])(?=.{2,}(?:园区?|[区镇港])$))/
/** 除|科创中心、人才公寓外. */
const APART = /^除(?=.{3})/
const FROM_THAT = /^[^，。；]{0,24}(?:之外|以外|外)[，,]/
/** 自|青禾示范带建成: since when. */
const SINCE = /^自(?=.{4})/
const BEGUN = /^(?:正式|全面)?(?:建成|启用|投用|开园|成立|设立|揭牌|获批|启动|运营|开通)(?:以来|后|起)?[，,]/
/** 培育|能源系统; 培育钻石 is how they are made. */
const GROWN = /^(?:培育壮大|培育|做大做强|做强)(?!钻石)/
/** 毗邻|青禾产业园, 作为|云江新区: what strategies may begin with, and no other name. */
const LEAD_WORK =
  /^(?:紧邻|毗邻|邻近|背靠|途经|穿越|跨越|携手|联手|对接|牵手|借助|凭借|依托|作为|成为|建成|建起|串联|走进|来到|进入|入驻|落户|就是|即将|例如|比如|包括|以及|还有|其中|连同)(?=.{3})/
/** 奥卡云谷地处|云江科创带, 大数据如今已是|云江新区, 分属|旅游业, 示范段叫|北河廊道, 某公司承建的|数据基地: no name has it. */
const AMID =
  /^.*(?:地处|位于|坐落|如今|已是|分属|包含|谋建|称作|称为|誉为|中标的|承建的|负责的|[^“”]”(?:是|即|叫)|(?<![呼种])叫(?=.{4}))(?=.{3})/
/** 青石老铁路|也将更新改造, 示范区|当作抓手, 云江激光谷|则: what is said of it is not how it is called. */
const CLAUSE =
  /^[^“”《》]{3,}?(?:(?=(?:也|还|均|都|已)(?:将|在|要|会).)|(?=当作.)|(?=(?<![规准原总细守法])则$)|(?=打造$))/
const LED: ReadonlySet<EntityType> = new Set(['Park', 'Project', 'Institute', 'Industry', 'Company'])
const SHORTEST_LED = 2
/** 一港双城战略|布局: what it is called goes on. */
const SHAPED = /^(布局|体系|框架|格局)(?=[,，。、;；的]|$)/
/** “1+5+N”大|综治体系: a system goes on to what it is. */
const GREAT = /^[“‘][^“”‘’]{2,12}[”’]大[\p{Script=Han}]{0,4}$/u
const GREAT_ONE = /(?:体系|格局|机制|模式|网络)$/
const OF_WHAT = /^[\p{Script=Han}]{1,8}?(?:体系|格局|机制|模式|网络)/u
/** 云江市|拟, 启明集团|将: what it is going to do begins there. */
const GOING_TO = /^.+(?:([市县区镇])|公司|集团|大学|学院|研究院)[拟将]$/
const LONGEST_DOER = 4
const SHORTEST_DONE = 4
/** 国家|《铁路网规划》, 兴|“产业重地”: the title or the quote is the name. */
const TITLED = /^(?:国家(?=《)|[兴建创争做当育强抓筑](?=“[^“”、，]{3,}”$)|共创(?=.{5}))/
/** 世界级|旅游名城, 具有全国影响力的|创新中心: how far it shall reach is part of the goal. */
const REACH = /(?:世界级|具有[^，。；、：,;:]{0,6}影响力的)$/
const LONGEST_REACH = 12
/** What is done about a strategy is no strategy of its own: 滨江活力带项目|拆迁. */
const DONE_FOR = /(?:项目|片区建设)$/

/** Without what is another word's. */
function whatItIsOf(text: string, c: Candidate, forms: Forms, lexicon: Lexicon): Candidate {
  const name = text.slice(c.start, c.end)
  if (c.type === 'Place' && GOING.test(name)) {
    const there = lexicon.typeOf(name.slice(1)) === 'Place' && lexicon.typeOf(name) !== 'Place'
    if (there) return { ...c, start: c.start + 1 }
  }
  const part = c.type === 'Place' ? ALL_OF_IT.exec(name)?.[0].length : undefined
  if (part) return { ...c, end: c.start + part }
  if (c.type === 'Project' && BUILDING.test(text.slice(Math.max(0, c.start - 1), c.end)))
    return { ...c, start: c.start + 1 }
  const goes = c.type === 'Person' ? null : GOING_TO.exec(name)
  if (goes) return { ...c, end: c.end - 1, type: goes[1] ? 'Place' : c.type }
  if (c.type === 'Organization' && DEPUTY.test(name)) return { ...c, end: c.end - 1 }
  const verb = DONE_WITH[c.type]
  const from = verb ? behindDoer(name, verb, lexicon, forms) || behindDeed(text, c, verb, forms, lexicon) : 0
  if (from > 0) return { ...c, start: c.start + from }
  const behind = text.slice(c.end, c.end + 30)
  if (
    c.type !== 'Person' &&
    ((APART.test(name) && FROM_THAT.test(behind)) || (SINCE.test(name) && BEGUN.test(behind)))
  )
    return { ...c, start: c.start + 1 }
  const clause = LED.has(c.type) || c.type === 'Strategy' ? CLAUSE.exec(name)?.[0].length : undefined
  if (clause) return { ...c, end: c.start + clause }
  const lead = leadOf(name, c.type)
  if (lead > 0 && name.length - lead >= SHORTEST_LED) return { ...c, start: c.start + lead }
  if (c.type === 'Strategy') {
    const before = TITLED.exec(name)?.[0].length
    if (before) return { ...c, start: c.start + before }
    const reach = REACH.exec(text.slice(Math.max(0, c.start - LONGEST_REACH), c.start))?.[0].length
    if (reach && !/^[“《]/.test(name)) return { ...c, start: c.start - reach }
    const what =
      GREAT.test(name) && !GREAT_ONE.test(name) ? OF_WHAT.exec(text.slice(c.end, c.end + 12)) : null
    if (what) return { ...c, end: c.end + what[0].length }
    const shape = SHAPED.exec(text.slice(c.end, c.end + 4))
    if (shape && !/[”》]$/.test(name)) return { ...c, end: c.end + shape[1]!.length }
    const stem = name.replace(DONE_FOR, '')
    if (stem !== name && forms.get(stem)?.has('Strategy')) return { ...c, end: c.start + stem.length }
  }
  return c
}

/** 云江建设示范区的三年行动方案 is what the whole is called. */
const RULEBOOK =
  /(?:方案|计划|行动|意见|办法|措施|决定|规划|条例|规定|政策|清单|协议|纲要|试点|活动|工程)[”》]?$/

/** Characters in front of a name that no name of the type begins with. */
function leadOf(name: string, type: EntityType): number {
  if (!LED.has(type) && type !== 'Strategy') return 0
  const lead =
    AMID.exec(name) ??
    LEAD.exec(name) ??
    (type === 'Strategy' ? null : LEAD_WORK.exec(name)) ??
    (type === 'Industry' ? GROWN.exec(name) : null)
  return lead?.[0].length ?? 0
}

/** Where a name begins behind a place and what that does with it; 0 where nothing does. */
function behindDoer(name: string, does: RegExp, lexicon: Lexicon, forms: Forms): number {
  for (let n = 2; n <= LONGEST_DOER && n < name.length; n++) {
    const verb = does.exec(name.slice(n))?.[0]
    if (
      verb &&
      name.length - n - verb.length >= SHORTEST_DONE &&
      (lexicon.typeOf(name.slice(0, n)) === 'Place' ||
        PART.test(name.slice(0, n)) ||
        (forms.get(name.slice(0, n))?.has('Place') && !RULEBOOK.test(name)))
    )
      return n + verb.length
  }
  return 0
}

/** The same where the place stands before the name: 云江|建设科创高地. */
function behindDeed(text: string, c: Candidate, does: RegExp, forms: Forms, lexicon: Lexicon): number {
  const name = text.slice(c.start, c.end)
  const verb = does.exec(name)?.[0].length
  if (!verb || name.length - verb < SHORTEST_DONE || RULEBOOK.test(name)) return 0
  const done = Array.from({ length: LONGEST_DOER - 1 }, (_, i) => text.slice(c.start - 2 - i, c.start)).some(
    (place) => lexicon.typeOf(place) === 'Place' || forms.get(place)?.has('Place'),
  )
  return done ? verb : 0
}

/** 得了个“…”的名号, 有“…”之称: what somebody is called is an honour, and nobody's strategy. */
const CALLED_BEHIND = /^[”"’]?(?:的?(?:名号|美誉|美称|雅号|称号|盛誉)|之称|之誉|之美誉)/
/** 《园区百强榜(2022)》 ranks, and plans nothing. */
const RANKING = /(?:[十百千]强榜|排行榜|榜单)(?:[(（]\d{4}[^()（）]*[)）])?[》”]?$/
const CALLED_BEFORE = /(?:被?誉为|美其名曰)[“"‘]?$/

function nicknamed(text: string, c: Candidate): Candidate {
  if (c.type === 'Company' && HOUSE.test(text.slice(c.start, c.end)))
    return { ...c, type: 'Project', rule: 'type:house' }
  if (c.type !== 'Strategy') return c
  const called =
    CALLED_BEHIND.test(text.slice(c.end, c.end + 6)) ||
    CALLED_BEFORE.test(text.slice(Math.max(0, c.start - 5), c.start))
  return called || RANKING.test(text.slice(c.start, c.end)) ? { ...c, type: 'Honor', rule: 'type:called' } : c
}

/** By where names begin: how far those reach that begin before. */
function reachOf(candidates: readonly Candidate[]): Map<number, number> {
  const out = new Map<number, number>()
  let reach = 0
  let next = 0
  const sorted = [...candidates].sort((a, b) => a.start - b.start)
  for (const { start } of sorted) {
    for (; sorted[next]!.start < start; next++) reach = Math.max(reach, sorted[next]!.end)
    out.set(start, reach)
  }
  return out
}

const SHORTEST_FRONT = 3
const LONGEST_FRONT = 24

/** A name that begins in the middle of another one of the article begins with it: 修好青|石桥老街 beside 青石桥. */
function wholeFront(text: string, c: Candidate, reached: number, forms: Forms): Candidate {
  for (let back = 1; back <= 2; back++) {
    const start = c.start - back
    if (start < 0 || reached > start) return c
    const most = Math.min(LONGEST_FRONT, c.end - start - 1)
    for (let size = Math.max(SHORTEST_FRONT, back + 2); size <= most; size++)
      if (forms.has(text.slice(start, start + size))) return { ...c, start }
    if (c.end - start > SHORTEST_FRONT && isWhole(text.slice(start, c.end), forms)) return { ...c, start }
  }
  return c
}

/** 离散|裂中子源 beside 中国散裂中子源: the whole may lack the country or stand by itself. */
const isWhole = (name: string, forms: Forms): boolean =>
  ['', '中国', '国家'].some((front) => forms.has(front + name))

const GROUND: ReadonlySet<EntityType> = new Set(['Place', 'Park', 'Strategy'])
/** Below this a type may give way to that of the names beside it. */
const UNSURE = 0.9

/** 北部文旅区、中部产业区和南部生态区: what is listed side by side and ends alike is of one kind. */
function alike(text: string, candidates: readonly Candidate[]): Candidate[] {
  const zones = candidates
    .filter((c) => GROUND.has(c.type) && c.end - c.start >= 4)
    .sort((a, b) => a.start - b.start)
  const typeOf = new Map<Candidate, EntityType>()
  for (let i = 0, j = 0; i < zones.length; i = j) {
    for (j = i + 1; j < zones.length && areListed(text, zones[j - 1]!, zones[j]!); j++);
    const list = zones.slice(i, j)
    const type = [...GROUND].find((t) => list.filter((c) => c.type === t).length * 3 >= list.length * 2)
    if (list.length < 3 || !type) continue
    for (const c of list) if (c.confidence < UNSURE && !c.rule.startsWith('lexicon')) typeOf.set(c, type)
  }
  return candidates.map((c) => {
    const type = typeOf.get(c)
    return type && type !== c.type ? { ...c, type, rule: 'type:listed' } : c
  })
}

const areListed = (text: string, a: Candidate, b: Candidate): boolean =>
  text[a.end - 1] === text[b.end - 1] && /^(?:、|和|与|及|以及)$/.test(text.slice(a.end, b.start))
