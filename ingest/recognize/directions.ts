/** 东拓、西优、南控: each way that a town grows is a strategy, whatever it is called, also in a quote that is read as one. */
import type { Span } from '../../model/article.ts'
import { SpanIndex } from '../span-index.ts'
import type { Candidate } from './candidate.ts'
import { INSIDE } from './choose.ts'

const WAY = '[东西南北中]\\p{Script=Han}'
const LIST = new RegExp(`(?<![\\p{Script=Han}、])${WAY}(?:、${WAY}){2,5}(?![\\p{Script=Han}、])`, 'gu')
/** In front of what such a list makes up. */
const NAMED = new RegExp(
  `${WAY}(?:、${WAY}){2,5}(?=(?:的|城市|空间|区域|总体|发展|战略|布局|格局|[三四五六]))`,
  'gu',
)
/** 东部、西部; 东街、西街; 南京、北京: where something is. */
const WHERE = /[部区段路街片岸门站湖山海河江口端线侧边面岛港城市县镇村京州方院校厂馆园楼桥]/
const MEMBER = /[^、]+/g

/** Names as they were chosen, with the ways that a list names. */
export function withDirections(text: string, chosen: readonly Candidate[]): Candidate[] {
  const members = [...text.matchAll(LIST), ...text.matchAll(NAMED)].flatMap(({ 0: list, index }) =>
    isOfWays(list) ? membersOf(list, index) : [],
  )
  if (members.length === 0) return [...chosen]
  const index = new SpanIndex(chosen)
  const gone = new Set<Candidate>()
  const added: Candidate[] = []
  for (const { start, end } of members) {
    const over = index.over({ start, end })
    if (over.some((c) => c.start === start && c.end === end && c.type === 'Strategy')) continue
    // 中兴|城市空间战略, and 东兴, which is a town elsewhere
    for (const c of over)
      if (c.start >= start && !(c.start === start && text.slice(start, c.end).includes('、'))) gone.add(c)
    const within = over.some((c) => !gone.has(c))
    added.push({ start, end, type: 'Strategy', confidence: 0.8, rule: within ? INSIDE : 'list:directed' })
  }
  return [...chosen.filter((c) => !gone.has(c)), ...added]
}

/** Each way once, and not the same of all: 东城、西城、南城 are places. */
function isOfWays(list: string): boolean {
  const ways = list.split('、')
  const sides = new Set(ways.map(([side]) => side))
  const deeds = new Set(ways.map(([, deed]) => deed!))
  return sides.size === ways.length && deeds.size > 1 && ![...deeds].some((deed) => WHERE.test(deed))
}

const membersOf = (list: string, at: number): Span[] =>
  [...list.matchAll(MEMBER)].map((m) => ({ start: at + m.index, end: at + m.index + m[0].length }))
