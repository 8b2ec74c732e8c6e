/** What a number measures: the nouns before it, or those behind it where it counts things. */
import type { Segmented } from '../../../model/article.ts'
import { behindOf, frontOf, measureBehind } from './around.ts'

const COUNTING =
  /^(?:个|家|处|条|项|座|栋|幢|台|套|台套|所|部|种|类|户|名|位|人|场|批|件|支|辆|款|间|艘|架|只|颗|趟|列|班|股|宗|片|幅|口|枚|份|次|对|组|级)$/
const GROWTH =
  /(?:同比|环比|年均|比上年|较上年|比去年|较去年)?(?:实现)?(?:增长|下降|提高|上升|增幅|增速|增|降|提升)(?:率|幅度)?(?:达到?|为|约|超)?$/u
/** 高于全市1.7个百分点: by how much. */
const COMPARED = /(?:高于|低于|高出|快于|慢于|优于)全[国省市区县](?:平均)?(?:水平|增速)?$/u

/** The words that say what the number at `start`…`end` (offsets into the text) measures; what its unit measures where none do. */
export function metricOf(
  { text, tokens }: Segmented,
  start: number,
  end: number,
  unit: string,
  floor: number,
): string {
  const before = text.slice(Math.max(floor, start - 14), start)
  const compared = COMPARED.exec(before)?.[0]
  if (compared) return compared
  const growth = GROWTH.exec(before.slice(-12))?.[0] ?? ''
  const left = frontOf(tokens, text, start - growth.length, floor)
  if (growth) return left + growth.replace(/(?:达到?|为|约|超|实现)/gu, '')
  if (COUNTING.test(unit.replace(/^[百千万亿]+/, '')))
    return behindOf(tokens, text, end) || left || kindOf(unit)
  return (WHOSE.test(left) ? '' : left) || measureBehind(text, end) || kindOf(unit)
}

/** What is so called has a size and is none: 项目110亿元. */
const WHOSE = /(?:项目|园区|基地|工厂|全村|工程|片区|装置|[一二三四]期)$/u

const KINDS: readonly [RegExp, string][] = [
  [/\/(?:年|月|天|日|小时)$/, '产能'],
  [/元/, '金额'],
  [/平方|亩|公顷/, '面积'],
  [/米|公里|海里/, '长度'],
  [/人|名|位/, '人数'],
  [/户|家/, '户数'],
  [/%|成|‰/, '比例'],
  [/年|月|天|时|分钟/, '时长'],
  [/吨|[GMk]W|千瓦|标方/, '规模'],
]
/** -1 for whatever else is counted. */
export const kindIndexOf = (unit: string): number => KINDS.findIndex(([pattern]) => pattern.test(unit))
export const kindOf = (unit: string): string => KINDS[kindIndexOf(unit)]?.[1] ?? '数量'

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
