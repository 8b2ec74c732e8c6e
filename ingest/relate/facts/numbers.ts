/** Numbers with their units, as written. Pure text: whom they are said of is decided elsewhere. */

import { gated } from '../../lexicon/gated.ts'
export interface Quantity {
  /** Offsets into the line: the number with its unit. */
  start: number
  end: number
  value: number
  /** As written, with its scale: 万平方米. */
  unit: string
  bound: '' | 'about' | 'over' | 'under'
  /** A place in an order (全市第一) and not an amount. */
  rank: boolean
  /** By the rules it measures nothing: where it came from (由19%提高到34%), what sorts (10亿元以上项目), which of many. */
  doubt: boolean
}

const SCALE = '万亿|千万|百万|十万|亿|万|千(?![米克瓦伏])'
/** Longest first: what a number in this prose counts or measures. */
const UNITS = [
  '平方公里 平方千米 平方米 平米 立方米 立方 方(?=[,，。;；土]) 公里 千米 海里 英寸 毫米 厘米 米 英亩 公顷 亩',
  '元人民币 人民币 美元 欧元 港元 日元 英镑 元',
  '吨标准煤 吨公里 吨级 吨 公斤 千克 标准箱 标箱 TEU 箱',
  '千瓦时 兆瓦时 吉瓦时 度电 千瓦 兆瓦 吉瓦 千伏安 千伏 GWh MWh kWh GW MW kW kV TB PB Gbps P',
  '个百分点 百分点 个基点 % ‰ 倍 成(?!立|为|功|都|效|果|熟|长|本|交|绩|员|套|品|渝)',
  '个月 个小时 小时 分钟 个工作日 工作日 周年 天 年(?=时间|内|左右)',
  '万人次 人次 人 名 位(?!于|列|居|次|置) 户 家 个 座 栋 幢 台套 台 套 辆 架次 架 艘 列 班次 班 趟 部(?!分|门|署|委|长|级|队|位) 所 件 次(?!日) 批(?!次) 块 片 支 只 株 棵 头 羽 对 组 层 间 处 条 项 类 种 场 门 枚 颗 张 份 例 宗 单 笔 款 本 篇 册 亩 轮 站 孔 根 瓶 盒 盏 具 盘 发 袋 镇 秒 桩 口(?!岸|径|味|碑|述|号) 眼 匹 粒 束 卷 席 首(?!个|家|批|届|期|次|日|位|台|套|条|府|都|选) 字 度(?!假) 家次 台次 车次 标方 高斯 微米 纳米 平(?=[,，。;；]) 村 街 园(?!区|林) 馆 校 队 团 股 期(?=[,，。;；]) 桶 箱 件套 车 节 尾',
]
  .join(' ')
  .split(/\s+/)
const UNIT = `(?:${UNITS.join('|')})`
const NUMBER = gated(
  new RegExp(
    `(约为|大约|约|将近|接近|近|超过|超额|超|突破|达到|多达|高达|逾|不少于|不低于|至少|不到|不足|低于|低至)?(?:(?<!\\d)|(?=\\d{1,3},))((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?:[-—~至到](\\d+(?:\\.\\d+)?))?(余|多)?(${SCALE})?(余|多)?(${UNIT}(?:/[股吨亩人年月日天时台套米公里立方平方米千瓦时小时]{1,4})?)(余|多|以上|以下|以内|左右|上下)?`,
    'g',
  ),
  /\d/,
)
const RANK = gated(
  /(?:位?列|位居|居|排名?|跃居|名列|保持|稳居|升至)?(全国|全省|全市|全区|全球|世界|全州|全县|同类园区|国家级[^,，。]{2,10}|(?!.?[全居列])[\p{Script=Han}]{2}[省市])第([一二三四五六七八九十]|\d{1,3})(?:位|名)?/gu,
  /第/,
)
/** A place in an order without its field: 列第12位. */
const PLACE_IN_ORDER = gated(
  /(?:位列|列|位居|居|排名|排|名列|升至|跃居)第([一二三四五六七八九十]|\d{1,3})(?:位|名)?/gu,
)
const ORDINALS = '零一二三四五六七八九十'
/** After these a number is part of a date, a name, an edition or a code. */
const NOT_BEFORE = /(?:[A-Za-z]|\d[-—/.]|20\d\d年?[-—至]|(?:位居|居|跻身|位列)(?:全[国省市])?)$/
/** How far these reach to the front, in characters. */
const LONGEST_BEFORE = 8
const LONGEST_AFTER = 16
/** Followed by these the unit is the front of another word: 2个月前的, 5G, 500强. */
const NOT_AFTER = /^(?:强|届|期|国道|省道|年代|线|年级|版|后|街坊|楼会议|层次|位一体|大道|号)/

/** Numbers of a line in order. */
export function quantitiesIn(line: string): Quantity[] {
  const out: Quantity[] = []
  for (const m of NUMBER.in(line)) {
    const [whole, lead = '', digits, upper, more1, scale = '', more2, unit, tail = ''] = m
    const start = m.index + lead.length
    const end = m.index + whole.length - tail.length
    const before = line.slice(Math.max(0, start - LONGEST_BEFORE), start)
    if (NOT_BEFORE.test(before) || NOT_AFTER.test(line.slice(end, end + LONGEST_AFTER))) continue
    if (/^\d{4}$/.test(digits!) && unit === '年') continue
    if (/第$/.test(before) && /^[位名]$/.test(unit!)) continue
    // 前10个月 is when, not how much
    if (/^(?:个月|天|年|小时)$/.test(unit!) && /(?:前|头|近|过去|首|今后|未来|第)$/.test(before)) continue
    const behind = line.slice(end, end + LONGEST_AFTER)
    const doubt =
      /[第每]$/.test(before) ||
      // 由19%提高到34%: what counts is where it went
      (/(?:由|从)$/.test(before) &&
        /^[^,，。;；]{0,2}(?:提高|提升|增加|上升|下降|降|缩短|增长|扩大|压缩|增|跃升|压减)(?:到|至)/.test(
          behind,
        )) ||
      /^之一/.test(behind.slice(1, 8).replace(/^[^之,，。]{0,6}/, '')) ||
      // 10亿元以上项目 sorts projects, it does not measure one
      (/^以[上下]$/.test(tail) &&
        /^(?:的)?(?:项目|企业|重大|工业|产业|大项目|人才|集群)/u.test(behind.slice(tail.length)))
    out.push({
      start,
      end,
      value: Number((upper ?? digits!).replaceAll(',', '')),
      unit: scale + unit!,
      bound: boundOf(lead, more1 ?? more2 ?? '', tail),
      rank: false,
      doubt,
    })
  }
  const ranks = [...RANK.in(line), ...PLACE_IN_ORDER.in(line)]
  for (const m of ranks) {
    const ordinal = m[2] ?? m[1]!
    const n = ORDINALS.indexOf(ordinal)
    out.push({
      start: m.index,
      end: m.index + m[0].length,
      value: n > 0 ? n : Number(ordinal),
      unit: '位',
      bound: '',
      rank: true,
      doubt: false,
    })
  }
  return out.filter((q) => Number.isFinite(q.value)).sort((a, b) => a.start - b.start)
}

function boundOf(lead: string, more: string, tail: string): Quantity['bound'] {
  if (/^(?:超|突破|逾|不少于|不低于|至少)/.test(lead) || more || /^(?:余|多|以上)$/.test(tail)) return 'over'
  if (/^(?:不到|不足|低)/.test(lead) || /^(?:以下|以内)$/.test(tail)) return 'under'
  return /约|近/.test(lead) || /^(?:左右|上下)$/.test(tail) ? 'about' : ''
}
