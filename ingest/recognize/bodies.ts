/** Party and government bodies: 市自然资源和规划局, 合肥高新区党工委, 市委. */

import { BUREAU_STEMS } from '../lexicon/bodies.ts'
import { gated } from '../lexicon/gated.ts'
import { matcherOf } from '../lexicon/matcher.ts'
import type { Candidate } from './candidate.ts'
import type { View } from './view.ts'
import { walkLeft } from './walk.ts'

const SUFFIXES = ['局', '厅', '委', '委员会', '办公室', '中心', '总局', '分局', '局党组', '部']
/** Ministries need no place before them. */
const MINISTRY = /^(?:国家)?[\p{Script=Han}]{2,10}部$/u
const bureaus = matcherOf(BUREAU_STEMS.flatMap((stem) => SUFFIXES.map((suffix) => stem + suffix)))
/** Bodies that an article names without saying whose they are. */
const BARE = gated(
  /(?<![\p{Script=Han}A-Za-z])(?:[省市区县州镇](?:委|政府|人大常委会|人大|政协|纪委监委|纪委)(?=[、，。,；副书常办\s主组召会和与]|$))|(?<=[、，和])(?:[省市区县州](?:委|政府|人大常委会|政协|纪委监委))(?=[、，。,；副书常领主])|自治区(?:党委|政府)/gu,
)

export function bodyCandidates(view: View): Candidate[] {
  const { line, sentence, text } = view
  const out: Candidate[] = []
  const longest = new Map<number, number>()
  bureaus.scan(line, (start, end) => {
    if (start < (longest.get(end) ?? Number.POSITIVE_INFINITY)) longest.set(end, start)
  })
  for (const [end, from] of longest) {
    const stem = sentence.start + from
    const level = /[省市区县州旗]/.test(text[stem - 1] ?? '') ? 1 : 0
    const { start } = walkLeft(view, stem, 'Organization', () => false)
    // a bureau without its place is a kind of office: 各级发展改革委
    const name = text.slice(stem, sentence.start + end)
    const ministry = MINISTRY.test(name) && !/[门分队委]/.test(text[sentence.start + end] ?? '')
    if (name.endsWith('部') && !ministry) continue
    // 能源大数据中心, 总部商务中心 are no offices
    if (/(?:科技|科技创新|大数据|数据|商务|能源|体育|教育|金融工作|财政)中心$/.test(name)) continue
    if (start >= stem - level && level === 0 && !ministry) continue
    const begin = ministry && level === 0 ? stem : Math.min(start, stem - level)
    if (/^[各级该]/.test(text.slice(begin, stem))) continue
    out.push({
      start: begin,
      end: sentence.start + end,
      type: 'Organization',
      confidence: 0.94,
      rule: 'body:bureau',
    })
  }
  // 合肥市委, cut by taggers in any way
  view.units.forEach((unit) => {
    if (unit.listed !== 'Place' || !/[省市区县州旗]$/.test(unit.text)) return
    const m = /^(?:委(?!员|托|派)|政府(?!办公室)|人民政府(?!办公室|新闻)|人大常委会|政协|纪委监委)/.exec(
      text.slice(unit.end, unit.end + 8),
    )
    if (!m) return
    const before = view.units[view.unitAt(unit.start) - 1]
    const start = before?.listed === 'Place' && before.end === unit.start ? before.start : unit.start
    out.push({
      start,
      end: unit.end + m[0].length,
      type: 'Organization',
      confidence: 0.92,
      rule: 'body:place',
    })
  })
  for (const m of BARE.in(line)) {
    const start = sentence.start + m.index
    out.push({ start, end: start + m[0].length, type: 'Organization', confidence: 0.7, rule: 'body:bare' })
  }
  return out
}
