/** Sessions and congresses by their numbers, and events that are held. */
import { gated } from '../lexicon/gated.ts'
import type { Candidate } from './candidate.ts'
import type { View } from './view.ts'

const N = '[一二三四五六七八九十百零\\d]+'
const SESSION = gated(
  new RegExp(
    `(?:(?:党的|中共|全国|[省市区县])(?:委)?)?(?:第)?${N}(?:届|次)(?:(?:${N}次|${N}中)?(?:全体会议|全会)|(?:人大|政协|人民代表大会|党代会)(?:第?${N}次会议)?)|党的${N}大|(?<![\\p{Script=Han}])${N}届${N}中全会`,
    'gu',
  ),
  /[届次]|党的/,
)

/** 第41届中国·哈尔滨国际冰雪节: what an edition begins ends with what is held. */
const EDITION = gated(
  /(?:第[一二三四五六七八九十百零\d]+届|首届)(?:[\p{Script=Han}A-Za-z0-9·]|[“”]){2,28}?(?:博览会|交易会|大会|年会|峰会|论坛|大赛|锦标赛|运动会|亚冬会|全运会|亚运会|冬奥会|文化节|旅游节|艺术节|冰雪节|[\p{Script=Han}]节|展览会|展|赛|周|季|会)(?=[，。；、,;“”()（）\s]|在|于|开幕|闭幕|举[行办]|期间|上|的|将|今|现场|落幕|以|由|暨|是|吸引|提供|召开|启幕|签约|$)/gu,
)

/** 2024年二季度重大项目集中开工活动: what is held for works, by when and for what. */
const CEREMONY = gated(
  new RegExp(
    '(?:(?:[（(]?\\d{4}[)）]?年?(?:度)?)?(?:第?[一二三四1-4]季度|上半年|下半年|春季|秋季|年中|年度)?|全[市省区县])?' +
      '(?:重大|重点|产业|招商|市级|省级|工业|民生|科技|优质){0,3}(?:产业)?(?:项目|工程|平台)[\\p{Script=Han}]{0,12}?' +
      '(?:开工|竣工|签约|观摩|推进|建设|投产|评议|对接)[\\p{Script=Han}]{0,4}?(?:仪式|活动|观摩会|推进会|现场会|大会|对接会|签约会|观摩评议)',
    'gu',
  ),
  /仪式|活动|观摩|推进会|现场会|大会|对接会|签约会/,
)
/** 2023太原国际人才周: a year, a place and what is held there. */
const DATED = gated(
  /\d{4}年?(?!月)[\p{Script=Han}]{2,14}?(?:人才周|科技周|创业周|活动周|音乐节|文化节|旅游节|艺术节|马拉松|博览会|大会|峰会|论坛|年会|大赛|公开赛|冠军赛|锦标赛|推介会|洽谈会|对接会|博鳌|展览会)/gu,
  /\d{4}/,
)
/** 全国高山滑雪冠军赛, 北京冬奥会. */
const GAMES = gated(
  /(?:(?:全国|世界|亚洲|国际|中国)[\p{Script=Han}]{2,10}?(?:冠军赛|锦标赛|公开赛|联赛|挑战赛|大奖赛)|(?:北京|杭州|成都|哈尔滨|东京|巴黎)?(?:冬奥会|亚冬会|残奥会|冬残奥会|大运会|亚残运会|奥运会|亚运会))/gu,
  /赛|奥会|冬会|运会/,
)

export function eventCandidates(view: View): Candidate[] {
  const { line, sentence, units, text } = view
  const editions = EDITION.in(line).map((m) => ({
    start: sentence.start + m.index,
    end: sentence.start + m.index + m[0].length,
    type: 'Event' as const,
    confidence: 0.9,
    rule: 'event:edition',
  }))
  const held = [...CEREMONY.in(line), ...DATED.in(line), ...GAMES.in(line)].flatMap((m) => {
    if (/[的了]|[。；]/.test(m[0])) return []
    let start = sentence.start + m.index
    const before = units[view.unitAt(start - 1)]
    // the city, county or zone that holds it stands before it
    if (before && before.end === start && (before.listed === 'Place' || before.listed === 'Park')) {
      start = before.start
      const farther = units[view.unitAt(start - 1)]
      if (farther?.listed === 'Place' && farther.end === start) start = farther.start
    }
    if (start === sentence.start + m.index && !/\d{4}|季度|半年|^全|赛|会$/.test(m[0])) return []
    return [
      {
        start,
        end: sentence.start + m.index + m[0].length,
        type: 'Event' as const,
        confidence: 0.9,
        rule: 'event:held',
      },
    ]
  })
  const sessions = SESSION.in(line).map((m) => {
    let start = sentence.start + m.index
    const end = start + m[0].length
    // 市委…, 济南市…, 安徽省… belong to it
    for (let i = view.unitAt(start - 1); i >= 0; i--) {
      const unit = units[i]!
      if (unit.listed !== 'Place' && !/^(?:中共|[省市区县]委|[省市区县]|委|党的)$/.test(unit.text)) break
      if (/^[省市区县]$/.test(text.slice(start, start + 1)) && unit.listed !== 'Place') break
      start = unit.start
    }
    return { start, end, type: 'Event' as const, confidence: 0.9, rule: 'event:session' }
  })
  return [...editions, ...held, ...sessions]
}
