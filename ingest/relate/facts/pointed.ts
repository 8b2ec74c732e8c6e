/** Whom a sentence names only to tell of what was named before: 这是甲新区的首个开工项目, 这项甲战略的骨干工程. */
import type { Span } from '../../../model/article.ts'
import { firstFrom, type Scene } from '../scene.ts'

const POINTED =
  /(?<=^|[“;；,，:：])(这(?:也?是|[项个座条家所片处]))(?![,，])[^,，;；:：“”]{2,40}?(?:工程|项目|企业|公司|园区|基地|线路|大桥|平台|小镇|部分|村子|城市)/gu
/** How far back such words, and names beside them, are looked for, in characters. */
const REACH = 400
/** The first name begins so near behind: 这个协会由甲企业发起 says whom it means itself. */
const NEAR = 2

/** Those that the sentence of a number names within such words in front of it, and nowhere else in front. */
export function pointedBefore(scene: Scene, sentence: number, to: number): ReadonlySet<number> {
  const { text, sentences } = scene.article
  const start = Math.max(sentences[sentence]!.start, to - REACH)
  const match = [...text.slice(start, to).matchAll(POINTED)].at(-1)
  if (!match) return new Set()
  const from = start + match.index + match[1]!.length
  const end = start + match.index + match[0].length
  const isWithin = (m: Span) => m.start >= from && m.end < end
  const names = scene.bySentence[sentence]!
  const named = names.slice(firstFrom(names, start), firstFrom(names, to))
  const first = named.find(isWithin)
  if (!first || first.start > from + NEAR) return new Set()
  // 这个协会: the end of its own name
  const { name } = scene.article.entities[first.entity]!
  if (name !== first.text && name.endsWith(first.text)) return new Set()
  const elsewhere = new Set(named.filter((m) => !isWithin(m)).map((m) => m.entity))
  return new Set(named.map((m) => m.entity).filter((entity) => !elsewhere.has(entity)))
}
