/** Names in quotation marks: what stands round them tells a name from a turn of phrase. */
import type { EntityType } from '../../model/ontology.ts'
import type { Candidate, View } from './candidate.ts'

const TAILS: readonly [RegExp, EntityType][] = [
  [
    /^(?:战略|发展战略|改革|制度体系|治理体系|应急体系|大应急体系|网格化治理体系|价值提升体系|体系|制度|机制|精准引进机制|模式|新模式|行动计划|计划|集中攻坚行动|创建行动|行动|工程|民生工程|服务品牌|品牌|城市发展新格局|发展新格局|格局|新要求|新时代社会主义现代化强省会|现代化国际大都市|应用试点|服务|五位一体|规划)/,
    'Strategy',
  ],
  [/^(?:示范站|充电示范站|项目|系统|型“骨架”电网)/, 'Project'],
]
const STRATEGY_VERBS =
  /(?:推进|实施|融入|落实|对标|抓住|抓好|推行|服务|围绕|聚焦|打造|深化|开展|创建|助推|借|建设|提出|擦亮|“|、|和|与|到|是)$/
const HONOR_VERBS =
  /(?:获评|入选|荣获|被列为|评为|授予|获得|成为|之称|称号|誉为|有着|获评为|位列|上榜)[^。；]{0,30}$/
const EVENT_VERBS = /(?:举办|承办|主办|亮相|开幕|参加)[^。；]{0,40}$/
const PLAIN = /[，。；！？,]|就是|我们|让|把|了$|吗|[a-z]{6}/

export function quoteCandidates(view: View): Candidate[] {
  const out: Candidate[] = []
  const { text, sentence } = view
  const line = text.slice(sentence.start, sentence.end)
  for (const m of line.matchAll(/《([^《》]{3,40})》/g)) {
    if (!/(?:日报|晚报|报|杂志)$/.test(m[1]!))
      out.push({
        start: sentence.start + m.index,
        end: sentence.start + m.index + m[0].length,
        type: 'Strategy',
        confidence: 0.9,
        rule: 'title',
      })
  }
  for (const m of line.matchAll(/“([^“”]{2,24})”/g)) {
    const start = sentence.start + m.index
    const end = start + m[0].length
    const inner = m[1]!
    const before = line.slice(0, m.index)
    const after = line.slice(m.index + m[0].length)
    if (PLAIN.test(inner)) continue
    const push = (from: number, to: number, type: EntityType, confidence: number, rule: string) =>
      out.push({ start: from, end: to, type, confidence, rule })
    const event =
      /^(?:第[一二三四五六七八九十\d]+届)?[\p{Script=Han}\d]{2,14}(?:节|季|博览会|大会|论坛|大赛|峰会)/u.exec(
        after,
      )
    if (event) {
      push(start, end + event[0].length, 'Event', 0.95, 'quote:event')
      continue
    }
    const tail = TAILS.map(([pattern, type]) => ({ m: pattern.exec(after), type })).find(
      ({ m: found }) => found,
    )
    if (tail?.m) {
      push(start, end + tail.m[0].length, tail.type, 0.92, 'quote:tail')
    } else if (HONOR_VERBS.test(before) || /^之称|^称号/.test(after)) {
      push(start + 1, end - 1, 'Honor', 0.85, 'quote:honor')
    } else if (EVENT_VERBS.test(before) && /(?:节|季|会|赛)$/.test(inner)) {
      push(start + 1, end - 1, 'Event', 0.85, 'quote:event')
    } else if (
      /(?:区|市|县|省|国|优|强|兴|美|起|创业|双引|融合|发展|城区|落实年|一品|十有|一城|济南|党建|更新|振兴)$/.test(
        inner,
      ) &&
      inner.length <= 14
    ) {
      push(start + 1, end - 1, 'Strategy', 0.8, 'quote:strategy')
    } else if (
      STRATEGY_VERBS.test(before) &&
      /^(?:战略|建设|实施|主战场|的|，|,|。|；)/.test(after) &&
      inner.length >= 2 &&
      inner.length <= 10
    ) {
      push(start + 1, end - 1, 'Strategy', 0.65, 'quote:verb')
    }
  }
  return out
}
