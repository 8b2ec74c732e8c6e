/** What a number measures, by the nouns right beside it: as whom it is said of is learned by. */
import type { Segmented, Token } from '../../../model/article.ts'
import { firstBehind } from '../scene.ts'

export const COUNTING =
  /^(?:个|家|处|条|项|座|栋|幢|台|套|所|部|种|类|户|名|位|人|场|批|件|支|辆|款|间|艘|架)$/
const GROWTH =
  /(?:同比|环比|年均|比上年|较上年|比去年|较去年)?(?:实现)?(?:增长|下降|提高|上升|增幅|增速|增|降|提升)(?:率|幅度)?(?:达到?|为|约|超)?$/u
/** Verbs that are what is measured: 占地68亩. */
export const MEASURING =
  /^(?:总?投资|占地|出资|融资|贷款|用地|供地|签约|就业|纳税|年产|月产|日产|补贴|补助|资助|营收|创收|减排|发电|装机|入驻|新增|征收|拆迁|注册|募资|回迁|培训|交易|成交|出口|进口|进出口)$/
/** 高于全市1.7个百分点: by how much. */
const COMPARED = /(?:高于|低于|高出|快于|慢于|优于)全[国省市区县](?:平均)?(?:水平|增速)?$/u
export const NOUN = /^(?:n|vn|an|a|b|j|l|i|eng|s|nz|x$)/
export const JOINT = /^(?:以上|以下|规上|规模以上|占比|占|人均|年均|和|及)$/
export const LONGEST = 14

/** How a growth stands behind the number that grew. */
export const GROWS = /^[、,，](?:同比|比上年|较上年|比去年|较去年)?(?:增长|下降|提高|上升|增)?$/

/** How far back words are looked for in front of a place: to the last name that ends before it, or to `from`. @param byEnd sorted by end */
export const floorOf = (byEnd: readonly { end: number }[], at: number, from: number): number =>
  Math.max(from, byEnd[firstBehind(byEnd, at) - 1]?.end ?? from)

/** What stands beside a number: in front of a place of the text, and behind the number where that says more. */
export interface Beside {
  front(at: number): string
  /** @param left what stands in front */
  behind(left: string): string
}

/** The words that say what the number at `start` of a text measures: by how much it is more, or what stands beside it. */
export function worded(text: string, start: number, floor: number, beside: Beside): string {
  const before = text.slice(Math.max(floor, start - 14), start)
  const compared = COMPARED.exec(before)?.[0]
  if (compared) return compared
  const growth = GROWTH.exec(before.slice(-12))?.[0] ?? ''
  const left = beside.front(start - growth.length)
  return growth ? left + growth.replace(/(?:达到?|为|约|超|实现)/gu, '') : beside.behind(left)
}

/**
 * The words that say what a number measures; what its unit measures where none do.
 * @param start, end, floor offsets into the text: of the number, and how far back words are looked for
 */
export type MetricOf = (article: Segmented, start: number, end: number, unit: string, floor: number) => string

export const metricOf: MetricOf = ({ text, tokens }, start, end, unit, floor) =>
  worded(text, start, floor, {
    front: (at) => nounsBefore(tokens, text, at, floor),
    behind(left) {
      const right = nounsAfter(tokens, text, end)
      return (COUNTING.test(unit) ? right || left : left || right) || kindOf(unit)
    },
  })

const KINDS: readonly [RegExp, string][] = [
  [/元/, '金额'],
  [/平方|亩|公顷/, '面积'],
  [/米|公里|海里/, '长度'],
  [/人|名|位/, '人数'],
  [/户|家/, '户数'],
  [/%|成|‰/, '比例'],
  [/年|月|天|时|分钟/, '时长'],
]
/** -1 for whatever else is counted. */
export const kindIndexOf = (unit: string): number => KINDS.findIndex(([pattern]) => pattern.test(unit))
export const kindOf = (unit: string): string => KINDS[kindIndexOf(unit)]?.[1] ?? '数量'

const LEADS =
  /^(?:已经|预计|计划|可|将|能|需|要|共|共计|合计|总计|累计|已|约|大约|实现|完成|达到|达|为|是|有|超过|超|突破|了|的|接近|近|高达|多达|不|至少|仅|只|用|超额|逾|届时|后|就|力争|确保|每年|首期|获得)$/u

function nounsBefore(tokens: readonly Token[], text: string, at: number, floor: number): string {
  let i = firstBehind(tokens, at - 1)
  if (tokens[i] && tokens[i]!.start >= at) i--
  while (i >= 0 && tokens[i]!.start >= floor && LEADS.test(tokens[i]!.text)) i--
  const to = i >= 0 ? Math.min(tokens[i]!.end, at) : at
  let from = to
  for (; i >= 0 && tokens[i]!.start >= floor && to - tokens[i]!.start <= LONGEST; i--) {
    const { text: word, tag, start } = tokens[i]!
    if (!NOUN.test(tag) && !JOINT.test(word) && !MEASURING.test(word)) break
    if (/^[\p{P}\p{S}\s]/u.test(word)) break
    from = start
  }
  // 5G基站: the word begins before its letters
  if (/[A-Za-z]/.test(text[from] ?? '')) while (from > floor && /[\dA-Za-z]/.test(text[from - 1]!)) from--
  const noun = text
    .slice(from, to)
    .replace(/^(?:全[区市县省]|该|项目|园区|公司|企业|学校|基地|现有|全部)(?=.)/u, '')
    .replace(/^(?:和|及|占(?!地|比))|(?:和|及)$/gu, '')
  return /^(?:全部|全[国省市区县]|这片|其中)$/.test(noun) ? '' : noun
}

function nounsAfter(tokens: readonly Token[], text: string, at: number): string {
  let i = firstBehind(tokens, at)
  while (tokens[i] && /^(?:余|多|以上|的)$/.test(tokens[i]!.text)) i++
  const from = Math.max(tokens[i]?.start ?? at, at)
  let to = from
  for (; i < tokens.length && tokens[i]!.end - from <= 10; i++) {
    const { text: word, tag, end } = tokens[i]!
    if (!/^(?:n|vn|an|a|b|j|l|eng|nz)/.test(tag) || /^[\p{P}\p{S}\s]/u.test(word)) break
    to = end
  }
  return text.slice(from, to)
}

/** 'yoy' for 同比, 'mom' for 环比, 'share' for 占…%. */
export function comparisonOf(before: string, unit: string): '' | 'yoy' | 'mom' | 'share' {
  if (/同比|比上年|较上年|比去年|较去年/.test(before.slice(-10))) return 'yoy'
  if (/环比/.test(before.slice(-8))) return 'mom'
  return /占|占比/.test(before.slice(-12)) && /^(?:%|成|‰)$/.test(unit) ? 'share' : ''
}

/** Figures of a whole district, whoever was spoken of just before. */
export const MACRO =
  /(?:GDP|生产总值|规上|规模以上|工业增加值|固定资产|固投|零售总额|社零|公共预算|财政收入|税收|可支配收入|进出口|实际使用外资|实际利用外资|到位资金|市场主体|常住人口|城镇化率|空气质量|绿地|森林覆盖率|贫困村|贫困人口|就业|养老金|低保|社保|高新技术企业|回迁|经济总量|增加值)/u
/** Figures of one undertaking. */
export const UNDERTAKING =
  /(?:总投资|投资|占地|用地|建筑面积|总建面|建设周期|产能|年产|年均|月产|日产|可产|月供|供货|年产值|达产|投产后|规划面积|总面积|首期|注册资本|员工|营收|销售收入|研发投入|入驻|容积率|全长|线路|设站|车位|床位)/u
