/** 引进甲、乙、丙等企业: where firms are listed that a place has won, the members that were read as no firms, or not at all, are firms. */
import { SpanIndex } from '../span-index.ts'
import type { Candidate } from './candidate.ts'

const MEMBER = '(?:(?![的了有家])[\\p{Script=Han}A-Za-z0-9·]){2,8}'
const WON = new RegExp(
  `(?:引进|引来|引入|吸引|集聚|聚集|汇聚|聚起|落户)(?:了|着)?(?<list>(?:${MEMBER}?、){2,9}${MEMBER}?)(?:等[^，,。；;、]{0,10}?(?:企业|公司|龙头|厂商|[车药芯]企|项目)|等|[。；;])`,
  'gu',
)
/** What a firm that stands in a list with others is mostly called by. */
const SHORT = 6
/** Not by itself: 甲生物医药产业. */
const TRADE = /(?:产业|行业|业|产业链|项目|基地|中心|研究院|园|所|大学)$/

/** Names as they were chosen, with the firms of such lists. */
export function withListedFirms(text: string, chosen: readonly Candidate[]): Candidate[] {
  const lists = [...text.matchAll(WON)]
  if (lists.length === 0) return [...chosen]
  const index = new SpanIndex(chosen)
  const firms = new Set<Candidate>()
  const added: Candidate[] = []
  for (const m of lists) {
    const list = m.groups!.list!
    const from = m.index + m[0].indexOf(list)
    const members: Candidate[] = []
    let at = from
    for (const member of list.split('、')) {
      members.push({
        start: at,
        end: at + member.length,
        type: 'Company',
        confidence: 0.7,
        rule: 'firm:listed',
      })
      at += member.length + 1
    }
    const known = members.map((c) => index.over(c))
    const isFirm = known.map((over) => over.some((k) => k.type === 'Company'))
    const count = isFirm.filter(Boolean).length
    if (count === 0) continue
    for (const [i, member] of members.entries()) {
      const name = text.slice(member.start, member.end)
      if (isFirm[i] || count * 3 < members.length - 1 || name.length > SHORT || TRADE.test(name)) continue
      const [only, ...more] = known[i]!
      if (!only) added.push(member)
      else if (
        more.length === 0 &&
        only.type === 'Industry' &&
        only.start === member.start &&
        only.end === member.end
      )
        firms.add(only)
    }
  }
  return [
    ...chosen.map((c) => (firms.has(c) ? { ...c, type: 'Company' as const, rule: 'firm:listed' } : c)),
    ...added,
  ]
}
