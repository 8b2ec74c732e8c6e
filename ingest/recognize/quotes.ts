/** Names in quotation marks: what stands round them tells a name from a turn of phrase. */

import type { EntityType } from '../../model/ontology.ts'
import { gated } from '../lexicon/gated.ts'
import { FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import type { Candidate } from './candidate.ts'
import { typeOfHead } from './heads.ts'
import type { View } from './view.ts'

/** Words right behind the closing quote that go on with the name, longest first. */
const STRATEGY_TAIL =
  /^(?:[\p{Script=Han}]{0,8}?(?:发展战略|战略|改革|制度体系|治理体系|应急体系|价值提升体系|服务体系|政策体系|体系|制度|机制|模式|行动计划|计划|攻坚行动|行动|工程|服务品牌|党建品牌|品牌|发展新格局|新格局|格局|建设要求|新要求|空间布局|总体布局|发展布局|布局|应用试点|工作法|路径|方略|新政|规划|举措|五年行动|三年行动|活动品牌|行动纲要|纲要|产业集群|行动方案|实施方案|城市愿景|愿景|空间战略|建设部署|部署))/u
const PROJECT_TAIL = /^[\p{Script=Han}]{0,6}?(?:示范站|项目|系统|电网|平台|专网|装置|大脑|综合体)/u
const EVENT_TAIL =
  /^(?:(?:第[一二三四五六七八九十\d]+届|\d{4}年?|首届)?[\p{Script=Han}\d]{0,16}?(?:博览会|大会|论坛|大赛|峰会|消费季|购物季|文化旅游节|旅游节|网购节|购物节|文化节|艺术节|美食节|节|季|主题活动|系列活动|招商活动|推介会|马拉松|专场|活动周))/u
const PARK_TAIL =
  /^[\p{Script=Han}]{0,8}?(?:产业园|科技园|创新中心|孵化器|众创空间|产业园区|创新港|示范区|小镇|工坊|空间)/u
const STRATEGY_BEFORE =
  /(?:推进|实施|启动|启动实施|融入|落实|对标|抓住|抓好|推行|推出|服务|围绕|聚焦|打造|构建|深化|开展|创建|助推|助力|借|建设|提出|擦亮|紧扣|按照|坚持|践行|形成|探索|首创|创新|推广|叫响|打响|实行|执行|抢抓|锚定|突出|站在|站上|以|把|沿着|列入|题目是|个字:|个字：|“、|”、|”和|”与|”)$/
const STRATEGY_AFTER =
  /^(?:方向|重在|城市|版图|重点项目|的(?:布置|引擎|骨架|支点|南部|北部|重点|路)|定位|部署|理念|要求|思路|路径|事项|战略|建设|实施|主战场|目标|蓝图|的(?:战略|目标|格局)|发展|布局|工作|专项|攻坚|落地|政策|三年)/
const PLAIN = /[，。；！？,;!?]|我们|你们|他们|就是|什么|怎么|[吗呢吧啊了]$|[a-z]{8}/
/** 一带一城, 五通十有, 三区一中心: a programme by its numbers. */
const STRUCTURED =
  /^[一二三四五六七八九十两\d][^一二三四五六七八九十两\d\s]{1,3}[一二三四五六七八九十两多\d][^\s]{1,3}$/
/** Turns of phrase: 连心桥, 生命线, 金名片. */
const FIGURE =
  /(?:桥|线|名片|引擎|密码|答卷|加速度|大脑|磁场|宝盆|风景|盆景|主人|娘家人|家底|钥匙|窗口|门户|瓶颈|梗阻|堵点|痛点|难点|含量|含金量|含新量|含绿量|样板|样本|标杆|底色|成色|王牌|招牌|招|拳|曲|仗|棋|局|篇|答案|账|课|考|关|卡|牛鼻子|主心骨|压舱石|稳定器|助推器|推进器|发动机|孵化器|蓄水池|试验田|桥头堡|排头兵|领头雁|先手棋|动力源|增长极|及时雨|定心丸|大咖|大礼包|红包|套餐|清单|图|表|库|链|圈|网|环|墙|门|路|梯|池|灯|镜|尺|笔|刀|枪|炮|弓|剑|水|火|土|金|木|头|脸|手|脚|腿|眼|心|肠|胆|血|肉|骨|皮)$/

/** 四大工程, 双城联动; 两链融合: so many things, or one thing said in even halves. */
const COUNTED = /^[二三四五六七八九十两双\d]大[\p{Script=Han}]{2,4}$/u
const SUMMED = /^(?=.*[\p{Script=Han}N])[\p{Script=Han}\d]{1,8}(?:\+[\p{Script=Han}\dA-Z]{1,8})+$/u
const MANYFOLD =
  /^[一二三四五六七八九十两双多][\p{Script=Han}]{1,3}(?:[一二三四五六七八九十两双多][\p{Script=Han}]{1,3}){1,3}$/u
const NOT_MANYFOLD = /^一(?:号|个|座|位|项|批|把|脚|句|场|年|家|带)|[一二三四五六七八九十]年|跨两国/
/** 东进, 东进南下. */
const DIRECTED = /^(?:[东西南北中][强兴美起优拓进跨联延提融控扩连活引育聚塑精接下上治富])+$/
const HALVES = /^([\p{Script=Han}]{3,6})、([\p{Script=Han}]{3,6})$/u

/** A programme by its form alone, whatever stands round it. */
const formed = (inner: string): boolean =>
  DIRECTED.test(inner) ||
  COUNTED.test(inner) ||
  SUMMED.test(inner) ||
  (MANYFOLD.test(inner) && !NOT_MANYFOLD.test(inner))

function halved(inner: string): boolean {
  const m = HALVES.exec(inner)
  return m !== null && m[1]!.length === m[2]!.length
}

/** What a document's title holds. */
const DOCUMENT =
  /(?:规划|计划|方案|意见|条例|办法|措施|政策|纲要|行动|通知|决定|战略|指引|指南|规定|细则|导则|协议|宣言|章程|设计|实施意见|若干|蓝图|标准|规范|\d{4}[年）)]?)/
/** Ends of programmes: 工业强市, 乡村振兴, 三纵三横. */
const STRIVING =
  /(?:[强优兴美起新富]|强[区市县省国]|一品|双引|双招|十有|一城|更新|振兴|一体化|同城化|[一二三四五六七八九十\d][^\s]{1,2}[一二三四五六七八九十\d].{1,2}|\d\+.+|\d{3,})$/
const TITLED = gated(/《([^《》]{3,44})》/g)
const QUOTED = gated(/“([^“”]{2,26})”/g)

/** A quoted name, and what stands round it. */
interface Quote {
  view: View
  /** The quote and its marks, in the line. */
  at: number
  whole: string
  /** Offsets of the opening mark and behind the closing one. */
  start: number
  end: number
  inner: string
  before: string
  after: string
  /** What goes on with a programme's name behind the quote; null where nothing does. */
  tail: RegExpExecArray | null
  propose(from: number, to: number, type: EntityType, confidence: number, rule: string): void
}
/** @returns whether the step has decided of the quote, be it that it names nothing */
type Step = (quote: Quote) => boolean

export function quoteCandidates(view: View): Candidate[] {
  const out: Candidate[] = []
  const { sentence, line } = view
  titlesIn(view, out)
  for (const m of QUOTED.in(line)) {
    const at = m.index
    const behind = at + m[0].length
    const end = sentence.start + behind
    const after = line.slice(behind, behind + 40)
    const quote: Quote = {
      view,
      at,
      whole: m[0],
      start: sentence.start + at,
      end,
      inner: m[1]!,
      before: line.slice(Math.max(0, at - 30), at),
      after,
      tail: tailOf(STRATEGY_TAIL, view, end, after),
      propose: (from, to, type, confidence, rule) =>
        out.push({ start: from, end: to, type, confidence, rule }),
    }
    STEPS.some((step) => step(quote))
  }
  return out
}

/** 《…规划》. */
function titlesIn({ sentence, line }: View, out: Candidate[]): void {
  for (const m of TITLED.in(line)) {
    const inner = m[1]!
    const start = sentence.start + m.index
    if (/(?:报|杂志|周刊|之歌)$/.test(inner)) continue
    if (DOCUMENT.test(inner))
      out.push({ start, end: start + m[0].length, type: 'Strategy', confidence: 0.97, rule: 'title' })
  }
}

/** Words behind a quote that belong to its name. */
function tailOf(pattern: RegExp, view: View, end: number, after: string): RegExpExecArray | null {
  const found = pattern.exec(after)
  return found && goesOn(view, end, end + found[0].length) ? found : null
}

/** The name without its marks. */
function proposeInner(
  { start, end, propose }: Quote,
  type: EntityType,
  confidence: number,
  rule: string,
): true {
  propose(start + 1, end - 1, type, confidence, rule)
  return true
}

const honored: Step = (quote) =>
  /^(?:榜单|名单|称号|荣誉|之称)/.test(quote.after) && proposeInner(quote, 'Honor', 0.9, 'quote:honor')

const gathered: Step = ({ start, end, inner, after, propose }) => {
  const event = EVENT_TAIL.exec(after)
  if (!event || /[的]/.test(event[0]) || inner.length < 3) return false
  propose(start, end + event[0].length, 'Event', 0.95, 'quote:event')
  return true
}

/** “东强、西兴”格局: each is one. */
const listed: Step = ({ start, inner, tail, propose }) => {
  if (!inner.includes('、') || !tail || !/(?:格局|战略|布局|体系|要求|模式|路径)$/.test(tail[0])) return false
  const parts = inner.split('、')
  if (!parts.every((p) => p.length >= 2 && p.length <= 3 && !/^[一二三四五六七八九十\d]/.test(p)))
    return false
  let at = start + 1
  for (const part of parts) {
    propose(at, at + part.length, 'Strategy', 0.9, 'quote:list')
    at += part.length + 1
  }
  return true
}

const plain: Step = ({ inner }) => PLAIN.test(inner)

/** A park whose name goes on behind the quote is found by its head. */
const headed: Step = ({ view, end, after }) => tailOf(PARK_TAIL, view, end, after) !== null

const edition: Step = ({ start, end, after, propose }) => {
  const found = /^\d\.\d版/.exec(after)
  if (found) propose(start, end + found[0].length, 'Strategy', 0.9, 'quote:edition')
  return found !== null
}

const tailed: Step = (quote) => {
  const { view, start, end, after, tail, propose } = quote
  const project = tailOf(PROJECT_TAIL, view, end, after)
  if (tail && !/[的是了和与]/.test(tail[0]) && !(project && project[0].length > tail[0].length)) {
    // 三大战略 behind several quotes names none of them as a whole
    if (/^(?:[一二三四五六七八九十]大|战略|格局|布局|等)/.test(after))
      proposeInner(quote, 'Strategy', 0.9, 'quote:strategy')
    else propose(start, end + tail[0].length, 'Strategy', 0.92, 'quote:tail')
    if (/^战略/.test(after)) propose(start, end + tail[0].length, 'Strategy', 0.6, 'quote:tail')
    return true
  }
  if (!project || /[的是了和与]/.test(project[0])) return false
  propose(start, end + project[0].length, 'Project', 0.86, 'quote:project')
  return true
}

const praised: Step = ({ inner }) =>
  /^(?:世界|全国|全省|国内|亚洲|全球|省内|中国)?(?:首|唯一|第一)|最/.test(inner)

const shaped: Step = (quote) => formed(quote.inner) && proposeInner(quote, 'Strategy', 0.74, 'quote:formed')

const typed: Step = (quote) => {
  const { inner, before } = quote
  const found = typeOfHead(inner)
  const aimed = found === 'Honor' && /之都$/.test(inner) && /(?:建设|打造|争创|叫响|擦亮|“)$/.test(before)
  const head = aimed || (found === 'Project' && /工程$/.test(inner)) ? 'Strategy' : found
  if (!head || head === 'Place' || head === 'Company' || inner.length < 5 || FIGURE.test(inner)) return false
  return proposeInner(quote, head, 0.7, 'quote:head')
}

/** Said again and again, and no common word. */
const again: Step = (quote) => {
  const { view, whole, start, end, inner, before } = quote
  const said =
    inner.length <= 8 &&
    !/[一二三四五六七八九十\d]号$|[式力型号品]$/.test(inner) &&
    view.said.times(whole) >= 3 &&
    !FIGURE.test(inner) &&
    coined(view, start + 1, end - 1)
  if (
    /(?:谷|港|坊|湾|岛)$/.test(inner) &&
    inner.length >= 3 &&
    (said || /(?:建设|打造|在|位于|建成|入驻|走进|规划)$/.test(before))
  )
    return proposeInner(quote, 'Park', 0.75, 'quote:park')
  return said && proposeInner(quote, 'Strategy', 0.7, 'quote:again')
}

const structured: Step = (quote) => {
  const { inner, before, after } = quote
  return (
    STRUCTURED.test(inner) &&
    inner.length <= 8 &&
    (STRATEGY_BEFORE.test(before) ||
      STRATEGY_AFTER.test(after) ||
      /^(?:基本|全面|格局|布局|：|:)/.test(after)) &&
    proposeInner(quote, 'Strategy', 0.8, 'quote:structured')
  )
}

/** A programme by the words round it. */
const framed: Step = (quote) => {
  const { view, at, whole, inner, before, after } = quote
  const inFrame =
    STRATEGY_BEFORE.test(before) ||
    (inListOfQuotes(view.line, at, whole.length) &&
      /(?:品牌|战略|行动|计划|改革|机制|模式|工程|格局)/.test(after))
  const followed = STRATEGY_AFTER.test(after)
  if (!inFrame && !followed) return false
  if (halved(inner)) return proposeInner(quote, 'Strategy', 0.74, 'quote:halves')
  if (STRIVING.test(inner)) return proposeInner(quote, 'Strategy', 0.85, 'quote:strategy')
  return (
    !FIGURE.test(inner) &&
    !/[一二三四五六七八九十\d]号$|[式型]$/.test(inner) &&
    inner.length >= 3 &&
    inner.length <= 14 &&
    proposeInner(quote, 'Strategy', followed ? 0.75 : 0.6, 'quote:verb')
  )
}

/** In this order: the first that decides is the last that is asked. */
const STEPS: readonly Step[] = [
  honored,
  gathered,
  listed,
  plain,
  headed,
  edition,
  tailed,
  praised,
  shaped,
  typed,
  again,
  structured,
  framed,
]

/** Whether what stands between a quote and the head behind it can belong to the name: no verb, no 首个. */
function goesOn(view: View, from: number, to: number): boolean {
  for (let i = view.unitAt(from); i >= 0 && i < view.units.length && view.units[i]!.start < to; i++) {
    const unit = view.units[i]!
    if (unit.end >= to) break
    if (NOMINAL.has(unit.text) || unit.listed || /^[万千百亿]+级?$/.test(unit.text)) continue
    if (FRAMES.has(unit.text) || /^(?:v|p|d|m|r|u|c)/.test(unit.tag)) return false
  }
  return true
}

/** Whether a quoted word is one that no dictionary has as a common word: 西兴, not 高质量. */
function coined(view: View, from: number, to: number): boolean {
  const unit = view.units[view.unitAt(from)]
  return !unit || unit.start !== from || unit.end !== to || /^(?:ns|nr|nz|x|nt)/.test(unit.tag)
}

/** One of several quoted things in a row: “甲”“乙”“丙”. */
const inListOfQuotes = (line: string, at: number, length: number): boolean =>
  /”[、和与]?$/.test(line.slice(Math.max(0, at - 2), at)) ||
  /^[、和与]?“/.test(line.slice(at + length, at + length + 2))
