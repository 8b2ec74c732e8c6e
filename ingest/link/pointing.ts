/** What phrases that stand for names have in common: their nouns, and where they may stand. */
import type { Mention, Recognized } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { outermost } from '../outermost.ts'

/** What phrases are looked for in. */
export type Read = Pick<Recognized, 'text' | 'mentions' | 'sentences'>

/** Nouns with the types that they may stand for. */
export const NOUNS: readonly [string, readonly EntityType[]][] = [
  ['产业园区?|科技园|工业园|园区|园|开发区|高新区|新区|起步区|示范区|基地', ['Park']],
  ['公司|企业|集团|银行', ['Company']],
  ['项目|工程|大桥|隧道|铁路|平台|大厦', ['Project']],
  ['研究院|研究所|实验室|学校|学院|大学|研究中心|院|校', ['Institute']],
  ['大会|论坛|博览会|展会|峰会|活动|仪式', ['Event']],
  ['区|市|县|省|州', ['Place', 'Park']],
]

/** What a noun is not followed by where it stands for something: 项目建设, 企业家, 园区内企业, 工程师 are no such phrases. */
export const NOT_FOLLOWED =
  /^(?:建设|招商|家|们|数量|名单|个|负责人会|化|性|群|库|师|院|机械|书|部|工作|服务|审批|带动|为王|总数|之一|以上|、)/

/** 该企业家, 上述工程师: the noun is a part of another. */
export const COMPOUND = /^(?:师|家|机械|书)/

/** Whether a clause begins at a place of a text, but for 目前, 今年 and the like. */
export const opens = (text: string, at: number): boolean =>
  at === 0 ||
  /(?:[。？！?!，,；;:：\n“—]|目前|如今|今后|据悉|其中|年底?|以来|[月日]|季度)$/.test(
    text.slice(Math.max(0, at - 2), at),
  )

/** Whether a stretch touches a name: mentions are sorted by start. */
export function insideOne(mentions: readonly Mention[], start: number, end: number): boolean {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (mentions[mid]!.start < end) low = mid + 1
    else high = mid
  }
  for (let i = low - 1; i >= 0 && low - i <= 8; i--) if (mentions[i]!.end > start) return true
  return false
}

/** The entity of each mention that stands by itself, else -1: a park that a body is called after was not spoken of. */
export function spokenOf(mentions: readonly Mention[], entityOf: readonly number[]): number[] {
  const outer = new Set(outermost(mentions))
  return entityOf.map((entity, i) => (outer.has(mentions[i]!) ? entity : -1))
}
