/** Strategies without a telling last word: what a region sets out to become, whom it grows together with, where it grows to. */

import { gated } from '../lexicon/gated.ts'
import { AIMING, GOALS, LETTERS, OUTRIGHT, TOGETHER } from '../lexicon/goals.ts'
import { COMMON } from '../lexicon/heads.ts'
import { matcherOf } from '../lexicon/matcher.ts'
import type { Candidate } from './candidate.ts'
import type { Unit, View } from './view.ts'
import { walkLeft } from './walk.ts'

const goals = matcherOf(GOALS)
const REACH = /(?:具有[^，。；、：]{2,12}的(?:区域)?|世界级|国家级|全球|世界|全国)$/
const VERB = /^(?:建设|打造|创建|争创|推进|构建|支撑|服务|对标|加快|形成)$/
const together = matcherOf(TOGETHER)
/** 东拓、西跨、南联、北延: directions with what is done there. */
const DIRECTED = '[东西南北中][强兴美起优拓进跨联延提融控扩连活引育聚塑精接下上治富绿城]'
const DIRECTIONS = gated(new RegExp(`${DIRECTED}(?:[、 ]${DIRECTED}){2,}`, 'g'), /[东西南北中]/)
/** 岛内大提升、岛外大发展. */
const GREAT = gated(
  /[\p{Script=Han}]{2}大(?:提升|发展|开发|保护|建设|转型|突破)、[\p{Script=Han}]{2}大(?:提升|发展|开发|保护|建设|转型|突破)(?![\p{Script=Han}]{0,1}[，。]?、)/gu,
  /大[提发开保建转突]/,
)
/** 强科技、强工业、强省会. */
const STRONG = gated(/强[\p{Script=Han}]{2}(?:、强[\p{Script=Han}]{2})+/gu, /强/)
/** 接轨上海, 对接深圳. */
const JOINED = gated(/接轨/g)
/** 产业立区, 开放兴市: a programme in four characters. */
const SLOGAN = gated(
  /[\p{Script=Han}]{2}(?:[立兴富活靓旺]|强)[区市县省镇](?![\p{Script=Han}]?[委长])/gu,
  /[立兴富活靓旺强][区市县省镇]/,
)
/** The region's letters in short: 杭绍甬, 粤桂. */
const ABBREVIATED = /^[\p{Script=Han}]{2,4}$/u

export function goalCandidates(view: View): Candidate[] {
  const { line, sentence } = view
  const out: Candidate[] = []
  const push = (start: number, end: number, confidence: number, rule: string) =>
    out.push({ start, end, type: 'Strategy', confidence, rule })
  for (const [end, start] of longestOf(goals, line)) {
    const goal = goalOf(view, sentence.start + start, sentence.start + end, line.slice(start, end))
    if (goal) out.push(goal)
  }
  for (const [end, start] of longestOf(together, line)) {
    const from = regionsBefore(view, sentence.start + start)
    const short = from ?? abbreviatedBefore(line, start)
    if (short !== null && from === null)
      push(sentence.start + short, sentence.start + end, 0.78, 'goal:together')
    if (from !== null) push(from, sentence.start + end, 0.8, 'goal:together')
  }
  for (const m of JOINED.in(line)) {
    const unit = view.units[view.unitAt(sentence.start + m.index + 2)]
    if (unit?.listed === 'Place' && unit.start === sentence.start + m.index + 2)
      push(unit.start - 2, unit.end, 0.76, 'goal:join')
  }
  for (const m of GREAT.in(line))
    for (let at = 0; at < m[0].length; at += 6)
      push(sentence.start + m.index + at, sentence.start + m.index + at + 5, 0.8, 'goal:great')
  for (const m of STRONG.in(line))
    for (let at = 0; at < m[0].length; at += 4)
      push(sentence.start + m.index + at, sentence.start + m.index + at + 3, 0.76, 'goal:strong')
  for (const m of DIRECTIONS.in(line))
    for (let at = 0; at < m[0].length; at += 3)
      push(sentence.start + m.index + at, sentence.start + m.index + at + 2, 0.9, 'goal:direction')
  for (const m of SLOGAN.in(line)) {
    const start = sentence.start + m.index
    const unit = view.units[view.unitAt(start)]
    if (!unit || unit.start !== start || !/^(?:n|vn|v|a|b|j|l|x)/.test(unit.tag) || /[\d百千十全]/.test(m[0]))
      continue
    push(start, start + m[0].length, 0.72, 'goal:slogan')
  }
  return out
}

function longestOf(matcher: { scan: typeof goals.scan }, line: string): Map<number, number> {
  const longest = new Map<number, number>()
  matcher.scan(line, (start, end) => {
    const known = longest.get(end)
    if (known === undefined || start < known) longest.set(end, start)
  })
  return longest
}

/** A goal is one where something is done for it, and says what kind it is. */
function goalOf(view: View, headStart: number, end: number, head: string): Candidate | null {
  const { text, sentence } = view
  if (/^[\p{Script=Han}]/u.test(text.slice(end, end + 1)) && view.units[view.unitAt(end)]?.start !== end)
    return null
  const walk = walkLeft(view, headStart, 'Strategy', () => false)
  if (walk.start >= headStart) return null
  // 烟台市建设国家创新型城市: the goal begins behind the last verb
  const verb = walk.units.findLastIndex((u) => VERB.test(u.text))
  let start = verb >= 0 ? walk.units[verb]!.end : walk.start
  // 具有全国影响力的…, 世界级…: how far it shall reach is part of the goal
  start -= REACH.exec(text.slice(Math.max(sentence.start, start - 18), start))?.[0].length ?? 0
  const modifier = text.slice(start, headStart)
  if (modifier.length < 2 || /[、，“”]/.test(modifier)) return null
  const before = text.slice(Math.max(sentence.start, start - 6), start)
  const aimed =
    AIMING.test(before) ||
    (before.endsWith('的') &&
      /(?:打造|建设|创建|建成)[^，。；、]{2,10}的$/.test(
        text.slice(Math.max(sentence.start, start - 14), start),
      ))
  if (!aimed && !OUTRIGHT.has(head)) return null
  if (
    walk.units.slice(verb + 1).every((u) => COMMON.has(u.text)) &&
    !OUTRIGHT.has(head) &&
    modifier.length < 6 &&
    !/国家|国际|世界|全国|全球/.test(modifier)
  )
    return null
  return { start, end, type: 'Strategy', confidence: 0.97, rule: 'goal:aim' }
}

/** 洛济, 杭绍甬: where letters of provinces and cities begin that end at `end` of the line. */
function abbreviatedBefore(line: string, end: number): number | null {
  let from = end
  while (from > 0 && end - from < 4 && LETTERS.includes(line[from - 1]!)) from--
  return end - from >= 2 && !LETTERS.includes(line[from - 1] ?? '') ? from : null
}

/** Where the regions begin that stand right before `end`, or null where none do. */
function regionsBefore(view: View, end: number): number | null {
  const { units } = view
  let i = view.unitAt(end - 1)
  if (units[i]?.end !== end) return null
  let start = end
  let placed = false
  for (; i >= 0 && units[i]!.end === start && end - start < 8; i--) {
    const unit = units[i]!
    if (!isRegion(unit)) break
    placed ||= unit.listed === 'Place' || /^(?:j|ns)/.test(unit.tag) || unit.listed === 'Strategy'
    start = unit.start
  }
  const name = view.text.slice(start, end)
  return placed && name.length >= 2 && (ABBREVIATED.test(name) || name.length > 4) ? start : null
}

const isRegion = (unit: Unit): boolean =>
  unit.listed === 'Place' ||
  unit.listed === 'Strategy' ||
  (/^(?:j|ns|nr|x|nz|zg|g|ng)/.test(unit.tag) && unit.text.length <= 3) ||
  /^(?:苏区|老区|地区|经济圈|都市圈|城市群)$/.test(unit.text)
