/** Coordinations: A、B、C等N个安置项目, A、B、C三大主导产业, and members that share what is sure of one. */
import type { EntityType } from '../../model/ontology.ts'
import type { Candidate, View } from './candidate.ts'

const CLASSES: readonly [RegExp, EntityType][] = [
  [
    /^(?:等)?(?:[一二三四五六七八九十两\d]+大|多个|等)?(?:[\p{Script=Han}]{0,4}?)(?:主导产业|新兴产业|支柱产业|产业集群|产业)/u,
    'Industry',
  ],
  [/^等?(?:\d+个|[一二三四五六七八九十]+个|一批)?[\p{Script=Han}]{0,4}(?:安置项目|安置房|项目)/u, 'Project'],
  [/^等?(?:世界|国内|中国)?(?:500强|五百强)?(?:[\p{Script=Han}]{0,6})(?:企业|公司)/u, 'Company'],
  [
    /^等?(?:\d+个|[一二三四五六七八九十]+个)?[\p{Script=Han}]{0,3}(?:片区|街道|社区|县区|区县|地市|四地|三地|两地)/u,
    'Place',
  ],
  [/^”?等?(?:[一二三四五六七八九十\d]+大|等)?(?:战略|改革)|^”城市发展新格局|^”?三大战略/u, 'Strategy'],
]
const MEMBER = /^[\p{Script=Han}A-Za-z0-9·+（）()]{2,16}$/u
const OPENERS =
  /^(?:.*?(?:聚焦|做强|发展|推进|建设|打造|包括|有|以|和|与|加强与|围绕|引进|对接|落实|培育|壮大|融入|，|：|,|:|“|——))/u

export function listCandidates(view: View, sure: readonly Candidate[]): Candidate[] {
  const { text, sentence } = view
  const out: Candidate[] = []
  const line = text.slice(sentence.start, sentence.end)
  for (const m of line.matchAll(/(?:[^，。；：:,、“”！？]{2,30}、)+[^，。；：:,、“”！？]{2,30}/gu)) {
    const parts = m[0].split('、')
    const begin = sentence.start + m.index
    const tail = parts.at(-1)! + line.slice(m.index + m[0].length, m.index + m[0].length + 12)
    const found = classOf(tail)
    let type = found?.type ?? null
    let at = begin
    const spans = parts.map((part, i) => {
      let from = at
      let to = at + part.length
      at = to + 1
      if (i === 0) from += OPENERS.exec(part)?.[0].length ?? 0
      if (i === parts.length - 1 && found) to = from + found.before
      return { start: from, end: to }
    })
    const last = spans.at(-1)!
    const shared = sure.filter(
      (c) =>
        spans.some((s) => s.start === c.start && s.end === c.end) ||
        (c.end === spans[0]!.end && c.start >= begin),
    )
    if (
      !type &&
      shared.length >= Math.max(1, Math.ceil(spans.length / 2)) &&
      new Set(shared.map((c) => c.type)).size === 1 &&
      shared[0]!.type !== 'Person'
    )
      type = shared[0]!.type
    if (!type) continue
    for (const span of spans) {
      const word = text.slice(span.start, span.end)
      if (span === last && !found) continue
      if (
        !MEMBER.test(word) ||
        word.length > 12 ||
        sure.some((c) => c.start === span.start && c.end === span.end)
      )
        continue
      if (/[的了是在]|品质|环境|服务|推动|加快|提升|完善|增加|实现/.test(word)) continue
      out.push({ ...span, type, confidence: 0.72, rule: `list:${type.toLowerCase()}` })
    }
  }
  return out
}

/** Where in the last member and what follows it the class word begins, and its type. */
function classOf(tail: string): { type: EntityType; before: number } | null {
  for (let before = 2; before <= 12 && before < tail.length; before++) {
    for (const [pattern, type] of CLASSES) {
      const m = pattern.exec(tail.slice(before))
      if (m && /^(?:等|”|[一二三四五六七八九十\d]+[大个]|三大)/.test(tail.slice(before)))
        return { type, before }
    }
  }
  return null
}
