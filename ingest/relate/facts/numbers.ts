/** Numbers with their units, as written. Pure text: whom they are said of is decided elsewhere. */

import { gated } from '../../lexicon/gated.ts'
import { SPELLED, spelledNumber } from '../../spelled.ts'

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
  /** In Chinese numerals: 十二座. */
  spelled: boolean
}

const SCALE = '万亿|千万|百万|十万|亿|万|千(?![米克瓦伏])'
/** Longest first: what a number in this prose counts or measures. */
const COUNTED = [
  '平方公里 平方千米 平方米 平米 立方米 立方 公里 千米 海里 英寸 毫米 厘米 米 英亩 公顷 亩',
  '元人民币 人民币 美元 欧元 港元 日元 英镑 元',
  '吨标准煤 吨公里 吨级 吨 公斤 千克 标准箱 标箱 TEU 箱',
  '千瓦时 兆瓦时 吉瓦时 度电 千瓦 兆瓦 吉瓦 千伏安 千伏 GWh MWh kWh GW MW kW kV TB PB Gbps P',
  '个百分点 百分点 个基点 % ‰ 倍 成(?!立|为|功|都|效|果|熟|长|本|交|绩|员|套|品|渝)',
  '个月 个小时 小时 分钟 个工作日 工作日 周年 天',
  '万人次 人次 人 个人(?!所|信) 名 位(?!于|列|居|次|置) 户 家 个 座 栋 幢 台套 台 套 辆 架次 架 艘 列 班次 班 趟 部(?!分|门|署|委|长|级|队|位) 所 件 次(?!日) 批(?!次) 块 片 支 只 株 棵 头 羽 对 组 层 间 处 条 项 类 种 场 门 枚 颗 张 份 例 宗 单 笔 款 本 篇 册 亩 轮 站 孔 根 瓶 盒 盏 具 盘 发 袋 秒 桩 口(?!岸|径|味|碑|述|号) 眼 匹 粒 束 卷 席 首(?!个|家|批|届|期|次|日|位|台|套|条|府|都|选) 家次 台次 车次 标方 高斯 微米 纳米 股 桶 箱 件套 车 节 尾 岁 摄氏度 ℃ 升 枝 艘次 锭 毫秒 剂 批次 车道 双 罐 幅 行 卡 跨 副 丛 岛(?=[,，。;；]) 亩次 件次 平方英尺',
]
  .join(' ')
  .split(/\s+/)
/** After digits alone: 三镇, 两期 and 一年 name and date more often than they count. */
const AFTER_DIGITS =
  '年 方(?=[,，。;；土]) 平(?=[,，。;；]) 字 度(?!假) 镇 村 街 园(?!区|林) 馆 校 队 团 期(?=[,，。;；])'.split(
    ' ',
  )
const UNIT = `(?:${[...COUNTED, ...AFTER_DIGITS].join('|')})`
const PER = '(?:/[股吨亩人年月日天时台套米公里立方平方米千瓦时小时]{1,4})?'
const LEAD =
  '(约为|大约|约|将近|接近|近|超过|超额|超|突破|达到|多达|高达|逾|不少于|不低于|至少|不到|不足|低于|低至)'
const NUMBER = gated(
  new RegExp(
    `${LEAD}?(?:(?<!\\d)|(?=\\d{1,3},))((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?:(?:${SCALE})?[-—~至到](\\d+(?:\\.\\d+)?))?(余|多)?(${SCALE})?(余|多)?(${UNIT}${PER}|(?<=[万亿]))(余|多|以上|以下|以内|左右|上下)?`,
    'g',
  ),
  /\d/,
)
/** In numerals 万 and 亿 may stand within the number or behind it. */
const IN_NUMERALS = gated(
  new RegExp(
    `${LEAD}?(?<![第之每十百千万亿零〇一二两三四五六七八九几数\\d.])(${SPELLED})(余|多|来)?(万亿|亿|万)?(余|多|来)?((?:${COUNTED.join('|')})${PER})(余|多|半|以上|以下|以内|左右|上下)?`,
    'g',
  ),
  /[一二两三四五六七八九十百千]/,
)
/** What has no unit: PUE值低至1.1. */
const RATIO = gated(
  /(?<=(?:PUE|系数|效率|指数|比值|密度)[^,，。;；\d]{0,8})(\d+\.\d+)(?=左右|以下|以内|以上|[,，。;；、])/g,
  /\./,
)
const TENTHS = gated(
  new RegExp(
    `${LEAD}?([一二两三四五六七八九])成([一二三四五六七八九半])?(?![立为功都效果熟长本交绩员套品渝])(余|多|以上|以下|以内|左右|上下)?`,
    'g',
  ),
  /成/,
)
const HALVES = gated(/(?<!一年|半)(?:一半|过半|半数)(?!时|天)(以上)?/g)
/** 2031年已过半: what is half over is a time. */
const PASSED = /(?:年|月|季度|时间|赛程)(?:已经?|刚刚?|才|即将)?(?:过去?)?了?$/
const HUNDREDTHS = gated(new RegExp(`${LEAD}?百分之(${SPELLED})`, 'g'), /百分/)
const RANK = gated(
  /(?:位?列|位居|居|排名?|跃居|名列|保持|稳居|升至)?(全国|全省|全市|全区|全球|世界|全州|全县|同类园区|国家级[^,，。]{2,10}|(?!.?[全居列])[\p{Script=Han}]{2}[省市])第([一二三四五六七八九十]|\d{1,3})(?:位|名)?/gu,
  /第/,
)
/** A place in an order without its field: 列第12位, 百强区第37位. */
const PLACE_IN_ORDER = gated(
  /(?:位列|列|位居|居|排名|排|名列|升至|跃居)(?:在|于)?(?:[^,，。;；第\d]{0,8}(?<![一二三四]次))第([一二三四五六七八九十]|\d{1,3})(?:位|名|(?=[,，。;；”]))|(?<=\p{Script=Han})第(\d{1,3})位/gu,
  /第/,
)
/** What shares its unit with the number behind it. */
const POINTS = /^[和、及与]\d+(?:\.\d+)?个百分点/
const ORDINALS = '零一二三四五六七八九十'
/** After these a number is part of a date, a name, an edition or a code. */
const NOT_BEFORE = /(?:[A-Za-z](?<!GDP|GMV)|\d[-—/.]|20\d\d年?[-—至]|(?:位居|居|跻身|位列)(?:全[国省市])?)$/
/** How far these reach to the front, in characters. */
const LONGEST_BEFORE = 8
const LONGEST_AFTER = 16
/** Followed by these the unit is the front of another word: 2个月前的, 5G, 500强. */
const NOT_AFTER = /^(?:强|届|期|国道|省道|年代|线|年级|版|后|街坊|楼会议|层次|位一体|大道|号)/

/** Numbers of a line in order. */
export function quantitiesIn(line: string): Quantity[] {
  const out: Quantity[] = []
  const put = (
    m: RegExpExecArray,
    lead: string,
    value: number,
    unit: string,
    more: string,
    tail: string,
    spelled = false,
  ) => {
    const start = m.index + lead.length
    const end = m.index + m[0].length - tail.length
    const before = line.slice(Math.max(0, start - LONGEST_BEFORE), start)
    const behind = line.slice(end, end + LONGEST_AFTER)
    if (isNone(before, unit, behind)) return
    const doubt = spelled || isDoubtful(before, behind, tail)
    const tenths = unit === '成'
    out.push({
      start,
      end,
      value: tenths ? Math.round(value * 100) / 10 : value,
      unit: tenths ? '%' : unit,
      bound: boundOf(lead, more, tail),
      rank: false,
      doubt,
      spelled,
    })
  }
  for (const m of NUMBER.in(line)) {
    const [, lead = '', digits, upper, more1, scale = '', more2, unit, tail = ''] = m
    const value = Number((upper ?? digits!).replaceAll(',', ''))
    // 3.2个和10.8个百分点
    const points = unit === '个' && POINTS.test(line.slice(m.index + m[0].length, m.index + m[0].length + 12))
    put(m, lead, value, points ? '个百分点' : unitOf(scale, unit!), more1 ?? more2 ?? '', tail)
  }
  for (const m of RATIO.in(line)) put(m, '', Number(m[1]), '', '', '')
  for (const m of IN_NUMERALS.in(line)) {
    const [, lead = '', numerals, more1, scale = '', more2, unit, tail = ''] = m
    const within = /[万亿]/.test(numerals!)
    const value = spelledNumber(within ? numerals! + scale : numerals!)
    // one of a thing is seldom an amount
    if (unit === '成' || (value < 2 && scale === '')) continue
    const half = tail === '半' ? 0.5 : 0
    put(
      m,
      lead,
      value + half,
      unitOf(within ? '' : scale, unit!),
      more1 ?? more2 ?? '',
      half ? '' : tail,
      true,
    )
  }
  for (const m of TENTHS.in(line)) {
    const [, lead = '', tenths, more = '', tail = ''] = m
    const value = spelledNumber(tenths!) + (more === '半' ? 0.5 : more === '' ? 0 : spelledNumber(more) / 10)
    put(m, lead, value, '成', '', tail, true)
  }
  for (const m of HALVES.in(line))
    if (!PASSED.test(line.slice(Math.max(0, m.index - 6), m.index))) put(m, '', 50, '%', '', m[1] ?? '', true)
  for (const m of HUNDREDTHS.in(line)) put(m, m[1] ?? '', spelledNumber(m[2]!), '%', '', '', true)
  const inField = RANK.in(line)
  const ends = new Set(inField.map((m) => m.index + m[0].length))
  const elsewhere = PLACE_IN_ORDER.in(line).filter((m) => !ends.has(m.index + m[0].length))
  for (const m of [...inField, ...elsewhere]) {
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
      spelled: false,
    })
  }
  return out.filter((q) => Number.isFinite(q.value)).sort((a, b) => a.start - b.start)
}

/** As it is written, but that it is money where 亿 stands alone, and that 个小时 and 个人 need no 个. */
const unitOf = (scale: string, unit: string): string =>
  scale + (unit === '' && scale.endsWith('亿') ? '元' : /^个[小人]/.test(unit) ? unit.slice(1) : unit)

const LASTING =
  /(?:连续|连年|有效期|为期|历时|期限|租期|周期|工期|停产|耗时|用了|花了|整整|建设期|运营期)(?:为|约|长达)?$/
/** Part of a date, a name or an order, or when and not how much: 前10个月. */
const isNone = (before: string, unit: string, behind: string): boolean =>
  NOT_BEFORE.test(before) ||
  (NOT_AFTER.test(behind) && !(unit === '条' && behind.startsWith('线'))) ||
  (/第$/.test(before) && /^[位名]$/.test(unit)) ||
  (unit === '年' && !/^(?:时间|内|左右)/.test(behind) && !LASTING.test(before)) ||
  (/^(?:个月|天|年|小时)$/.test(unit) && /(?:(?<!提)前|头|近|过去|首|今后|未来|第)$/.test(before))

const isDoubtful = (before: string, behind: string, tail: string): boolean =>
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

function boundOf(lead: string, more: string, tail: string): Quantity['bound'] {
  if (/^(?:超|突破|逾|不少于|不低于|至少)/.test(lead) || more || /^(?:余|多|以上)$/.test(tail)) return 'over'
  if (/^(?:不到|不足|低)/.test(lead) || /^(?:以下|以内)$/.test(tail)) return 'under'
  return /约|近/.test(lead) || /^(?:左右|上下)$/.test(tail) ? 'about' : ''
}
