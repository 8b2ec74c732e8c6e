/** Sessions and congresses by their numbers, and events that are held. */
import type { Candidate } from './candidate.ts'
import type { View } from './view.ts'

const N = '[一二三四五六七八九十百零\\d]+'
const SESSION = new RegExp(
  `(?:(?:党的|中共|全国|[\\p{Script=Han}]{2,4}?[省市区县]|[省市区县])(?:委)?)?(?:第)?${N}(?:届|次)(?:(?:${N}次|${N}中)?(?:全体会议|全会)|(?:人大|政协|人民代表大会|党代会)(?:第?${N}次会议)?)|党的${N}大|(?<![\\p{Script=Han}])${N}届${N}中全会`,
  'gu',
)

export function eventCandidates(view: View): Candidate[] {
  const { line, sentence, units, text } = view
  return [...line.matchAll(SESSION)].map((m) => {
    let start = sentence.start + m.index
    const end = start + m[0].length
    // 市委…, 济南市…, 安徽省… belong to it
    for (let i = view.unitAt(start - 1); i >= 0; i--) {
      const unit = units[i]!
      if (unit.listed !== 'Place' && !/^(?:中共|[省市区县]委|[省市区县]|委|党的)$/.test(unit.text)) break
      if (/^[省市区县]$/.test(text.slice(start, start + 1)) && unit.listed !== 'Place') break
      start = unit.start
    }
    return { start, end, type: 'Event', confidence: 0.9, rule: 'event:session' }
  })
}
