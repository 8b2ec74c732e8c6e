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

export function eventCandidates(view: View): Candidate[] {
  const { line, sentence, units, text } = view
  const editions = EDITION.in(line).map((m) => ({
    start: sentence.start + m.index,
    end: sentence.start + m.index + m[0].length,
    type: 'Event' as const,
    confidence: 0.9,
    rule: 'event:edition',
  }))
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
  return [...editions, ...sessions]
}
