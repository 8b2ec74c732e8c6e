/** Sets such as 三大战略, with the members that a list beside them names. */
import type { ArticleEntity, Recognized } from '../../model/article.ts'

const SET = /^[“‘]?(?:[一二三四五六七八九十两]|\d{1,2})(?:大|个|条|座|项)(?!代)/
/** How far before a set its list may end, and how many members a set may have. */
const REACH = 40
const MOST = 40
/** What opens a list behind its set: 三大战略:甲、乙、丙; “三大战略”(甲、乙、丙); 三大战略包括甲、乙、丙. */
const OPENS = /^[”’]?(?:[:：(（]|——|—|[,，]?即|包括|分别[是为]|指的是|是指)[“‘]?$/
const GOES_ON = /^[”’]?(?:[、和及与]|以及)?[“‘]?$/

type Read = Pick<Recognized, 'mentions' | 'text'>

/** The members that a list beside mention `m` of a set names. */
type List = (article: Read, entityOf: readonly number[], set: ArticleEntity, m: number) => Set<number>

/** A set gets the members that a list right before it names, else one right behind it; `entities` are changed in place. */
export function setMembers(
  article: Read,
  entities: readonly ArticleEntity[],
  entityOf: readonly number[],
): void {
  for (const entity of entities) {
    if (!SET.test(entity.name)) continue
    const found = listOf(article, entityOf, entity)
    if (found) entity.members = [...found].sort((a, b) => a - b)
  }
}

function listOf(article: Read, entityOf: readonly number[], set: ArticleEntity): Set<number> | undefined {
  for (const m of set.mentions)
    for (const list of [before, behind]) {
      const members = list(article, entityOf, set, m)
      if (members.size >= 2) return members
    }
  return undefined
}

const before: List = ({ mentions, text }, entityOf, { type, index }, m) => {
  const set = mentions[m]!
  const members = new Set<number>()
  let end = set.start
  for (let i = m - 1; i >= 0 && m - i <= MOST; i--) {
    const mention = mentions[i]!
    if (mention.sentence !== set.sentence || end - mention.end > REACH) break
    if (mention.type !== type || mention.end > end) continue
    if (/[。，,；;]/.test(text.slice(mention.end, end)) && members.size > 0) break
    if (entityOf[i]! >= 0 && entityOf[i] !== index) members.add(entityOf[i]!)
    end = mention.start
  }
  return members
}

const behind: List = ({ mentions, text }, entityOf, { type, index }, m) => {
  const members = new Set<number>()
  let { end } = mentions[m]!
  for (let i = m + 1; i < mentions.length && i - m <= MOST; i++) {
    const mention = mentions[i]!
    if (mention.start < end) continue
    const gap = text.slice(end, mention.start)
    if (!(members.size === 0 ? OPENS : GOES_ON).test(gap)) break
    if (mention.type !== type || entityOf[i]! < 0 || entityOf[i] === index) break
    members.add(entityOf[i]!)
    end = mention.end
  }
  return members
}
