/** The words beside a number that say what it measures: 年产能|可达|10万吨, 8个|5万吨级通用泊位. */
import type { Token } from '../../../model/article.ts'
import { firstBehind, firstFrom } from '../scene.ts'
import { JOINT, LONGEST, MEASURING, NOUN } from './metric.ts'

/** Verbs that are what is measured, beside what is learned by. */
const MEASURING_TOO = /^(?:增收|投入|产值|运行|吞吐|开工|竣工|投产|开复工|完工)$/
const JOINT_TOO = /^(?:比|与|总|总体|站|能|量|率|额|数|类|级|期|度|年|可|村)$/
const ALLOWED = [JOINT, JOINT_TOO, MEASURING, MEASURING_TOO]
/** What is measured ends so, whatever the tagger makes of it: 年|产能, 可|支配|收入. */
const MEASURE =
  /(?:收入|产能|产值|投资|投资额|估算|面积|占比|比重|周期|占地|用地|产量|销量|能力|规模|时延|时速|营收|利润|税收|里程|工期|库容|容量|总量|总额|订单|[长宽高深率额量值数])$/u
/** Done to something, and no part of what is measured. */
const DOES =
  /^(?:建设|打造|推进|推动|实现|完成|形成|拥有|引进|建成|规划|实施|启动|带动|吸引|覆盖|打通|获得|投入|释放|提升|集聚|聚集|落户|位于|出自|瞄准|减到|增至|获评|获批|纳入|列入|入选|累计|正在|已经|全部|现场)$/
/** So far back it is looked for, in characters. */
const REACH = 36
/** What parts it from what stands before. */
const BREAK = /[，。；：！？、,;:!?\n（(]/

/** Words between what is measured and its number. */
const LEAD =
  /(?:已经|预计|预期|有望|计划|规划|力争|争取|确保|可以|可|将会|将|能够|需要|需|要|共计|合计|总计|累计|共有|共|总共|已有|现有|已达|已|也|就|还|均|各|却|都|(?<![人英])才|虽|只有|分别|约有|大约|约|实现|完成|达成|达到|达|为|是|有|首次|一举|再次|同样|不低于|不少于|不超过|不足|不到|不止|至少|超过|超额|超|突破|高达|多达|接近|近|逾|仅有|仅|只|(?:只|仅)?花了?|没用上?|用了|用|跨过|迈上|站上|跃上|增加到|增加至|增至|提高到|提高至|提升到|提升至|增长到|缩短到|缩短至|压缩到|压缩至|减少到|减少至|减到|降到|降至|下降到|升至|扩大到|扩展到|发展到|延伸至|延伸到|翻到|做到|长到|等|了|的|到|至|届时|后|每年|首期|获得|最快|已过|过|去|占|封顶|建好|建成|开建|交付|(?:从|由)?(?:19|20)\d\d年|从|由|在|比上年|比去年|“|”)$/u
/** 从40家减到, 由近7小时压缩到: what the number was before. */
const FORMER =
  /(?:从|由)[^，。；、,;]{1,14}?(?:增加|增长|增|提高|提升|扩大|扩展|发展|缩短|压缩|减少|减|下降|降|升|翻|长)(?:到|至)$/u
/** Says nothing of what is measured. */
const OPENING =
  /^(?:其中|力争|争取|预计|提前|超额|(?:规划|新?建|改建|扩建)?建设(?=年产)|目前|如今|现在|眼下|今年|去年|明年|当年|全年|同年|截至目前|到目前|\d{4}年(?:底|末)?|\d{1,2}月(?:底|末|份)?|全[国省市区县州镇村]|该|本|现有|全部|项目(?=.{2})|园区(?=.{2})|公司(?=.{2})|企业(?=.{2})|学校(?=.{2})|基地(?=.{2})|我[省市区县国]|辖区|区内|市内|园内|工程(?=.{2})|[的和及与可虽村]|占(?![地比]))/u
const NOTHING =
  /^(?:全部|基本|任务进展|全[国省市区县]|这片|其中|数字|数量|规模达|总|共|一个|双方|产品|正同|要建|建设|规划|规划建设|园区|基地|工人|连续|保住|要|开工|开复工|竣工|完工|投产|签约|落户)$/u

/** 百亿级21个, 从开工到投产265天. */
const WHOLE = /(?:[十百千万亿]+(?:元|吨)?级|从[\p{Script=Han}]{2,6}到[\p{Script=Han}]{2,6})$/u

/** What stands in front of a number, as far back as `floor`; '' where nothing there is measured. */
export function frontOf(tokens: readonly Token[], text: string, at: number, floor: number): string {
  const from = Math.max(floor, at - REACH)
  const clause = text.slice(from, at).split(BREAK).at(-1)!
  let said = clause
  for (let left = ''; left !== said; ) {
    left = said
    said = said.replace(FORMER, '').replace(LEAD, '').trimEnd()
  }
  const begin = at - clause.length
  const to = begin + said.length
  const measured = MEASURE.test(said)
  let start = to - (WHOLE.exec(said)?.[0].length ?? 0)
  for (let i = firstFrom(tokens, to) - 1; i >= 0 && tokens[i]!.end > begin; i--) {
    if (tokens[i]!.start >= start) continue
    const { tag } = tokens[i]!
    const own = Math.max(tokens[i]!.start, begin)
    const word = text.slice(own, Math.min(tokens[i]!.end, to))
    if (to - own > LONGEST || /^[\p{P}\p{S}\s]/u.test(word)) break
    const cut = word.length < tokens[i]!.text.length
    const noun = NOUN.test(tag) || ALLOWED.some((words) => words.test(word)) || (cut && word.length > 1)
    if (!noun && !(measured && /^[vt]/.test(tag) && !DOES.test(word))) break
    start = own
  }
  const least = Math.max(floor, to - REACH)
  return trimmed(text.slice(begunBefore(text, start, to, least), to))
}

/** A size that is part of what is counted: 亿元|以上项目, 百亿|级, 世界500|强企业. */
const SIZE =
  /(?:(?:世界|全球|中国|全国|民企)?\d+(?=强)|(?:(?:[\d.]+|[一二三五])?[十百千万亿]*[万亿](?:元|美元)?|\d+(?:元|美元|吨))(?=以上|以下|级))/gu

/** Where the words begin that are taken apart at `start`: a size before its 以上, 5G基站 before its letters. */
function begunBefore(text: string, start: number, to: number, least: number): number {
  const sizes = [...text.slice(least, to).matchAll(SIZE)]
  const size = sizes.find(
    ({ index, 0: said }) => least + index < start && start <= least + index + said.length,
  )
  let at = size ? least + size.index : start
  if (/[A-Za-z]/.test(text[at] ?? '')) while (at > least && /[\dA-Za-z]/.test(text[at - 1]!)) at--
  return at
}

function trimmed(said: string): string {
  let noun = said.replace(/[“”]/g, '')
  for (let left = ''; left !== noun; ) {
    left = noun
    noun = noun.replace(OPENING, '').replace(/[和及与]$/u, '')
  }
  return NOTHING.test(noun) || (noun.length < 2 && !/[长宽高深]/.test(noun)) ? '' : noun
}

/** 13条|重点道路进行整治: what is counted, and what it does; 集中生产基地 is all of it counted. */
const DOING_THEN =
  /(?<=[\p{Script=Han}]{2})(?:加快|加速|进行|开展|聚焦|推进|实施|启动|开工|超额|提前|陆续|集中|实现|完成|纳入|列入|入选|获评|获批|基本)[\p{Script=Han}]*(?<!项目|工程|企业|单位|平台|机构|中心|基地|人才|园区|场景|[区园站点])$/u
/** 66个|项目中, 108个|项目总投资. */
const AMONG = /(?<=项目|企业|工程|单位|公司|城市|园区)(?:当中|之中|中|里|内|(?:计划|协议|合计)?总?投资额?)$/u
/** 173个|老旧片区更新: what is done to it is counted. */
const DONE_TO = /^(?:更新|改造|整治|建设|治理|修复|改建|扩建|安置)$/

/** As far behind a number as what it counts is looked for. */
const AHEAD = 18
/** 多家|科创企业, 个|10万吨级泊位. */
const PASSED = /^(?:余|多|以上|左右|的|“|”)$/
const COUNTED = /^(?:n|vn|an|a|b|j|l|eng|s|f|nz|x$|m|q|t)/
/** 3条|直达北京的|光纤. */
const DESCRIBED = /^[\p{Script=Han}\d至]{2,9}的([\p{Script=Han}]{2,6})(?=[，。；、,;]|$)/u
/** 带动1300人|就业. */
const DOING = /^(?:就业|脱贫|受益|参会|参赛|入住|搬迁|参与|增收)/
/** 876天的|工期, 1.2亿元|订单. */
const MEASURED_BEHIND =
  /^的?([\p{Script=Han}A-Z]{0,6}?(?:产能|总?投资额?|工期|规模|订单|面积|年产值|库容|里程|年产能|营收|销售额|补贴|贷款))(?=[，。；、,;的]|$)/u
/** What they do, behind what is counted. */
const DONE_THEN =
  /(?:就|都|也|已|现场|今年|同日|同时|先后|全部|集中|上马|落地|上市|破土|动工|开工|竣工|投产|签约|顺利|分类)+$/u

/** What a measure is called behind it: 焦炭产能 of 1080万吨焦炭产能; '' where it is not. */
export const measureBehind = (text: string, at: number): string =>
  MEASURED_BEHIND.exec(text.slice(at, at + AHEAD).split(BREAK)[0]!)?.[1] ?? ''

/** What stands behind a number that counts it; '' where nothing does. */
export function behindOf(tokens: readonly Token[], text: string, at: number): string {
  const clause = text.slice(at, at + AHEAD).split(BREAK)[0]!
  const doing = DOING.exec(clause)?.[0]
  if (doing) return doing
  let i = firstBehind(tokens, at)
  // 家规|上企业: the segmenter glued the unit to what it counts
  if (tokens[i - 1] && tokens[i - 1]!.end > at) i--
  const glued = (tokens[i]?.start ?? at) < at
  while (tokens[i] && PASSED.test(tokens[i]!.text)) i++
  const from = Math.max(tokens[i]?.start ?? at, at)
  let to = from
  const first = i
  for (let verbs = 0; i < tokens.length && tokens[i]!.start - at < clause.length; i++) {
    const { text: word, tag, end } = tokens[i]!
    if (/^[“”]$/.test(word)) continue
    // 20个安置区|687万平方米: the next number is of its own
    if (/^[\p{P}\p{S}\s]/u.test(word) || (tag === 'm' && to > from && !/级$/.test(word) && i > first)) break
    const last = end - at >= clause.length
    if (COUNTED.test(tag) || (last && to > from && DONE_TO.test(word))) to = Math.min(end, at + clause.length)
    else if (!/^v/.test(tag) || word.length !== 2 || DOES.test(word) || verbs++ > 0 || to > from + 4) break
  }
  const what = text
    .slice(from, to)
    .replace(/[“”]/g, '')
    .replace(DONE_THEN, '')
    .replace(DOING_THEN, '')
    .replace(AMONG, '')
  const named =
    /(?:[\p{Script=Han}]{2}|^[A-Z]{2,})$/u.test(what) && !/^\d+(?:\.\d+)?[\p{Script=Han}]{1,2}$/u.test(what)
  const described = text.startsWith('的', to)
  if (!described && (named || (glued && what.length === 1))) return what
  return DESCRIBED.exec(clause.replace(/[“”]/g, ''))?.[1] ?? (named ? what : '')
}
