/** Industries by what is done with them: 主攻新材料、云渲染, 做的是存储芯片, 引进定制家居、家具五金企业. */
import { type Gated, gated } from '../lexicon/gated.ts'
import { COMMON } from '../lexicon/heads.ts'
import { SECTOR_BASES, SECTORS } from '../lexicon/sectors.ts'
import { FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import type { Candidate } from './candidate.ts'
import { typeOfHead } from './heads.ts'
import { type ListOf, listEnd } from './list-end.ts'
import type { View } from './view.ts'

const LISTED: ReadonlySet<string> = new Set(SECTORS)
/** What a list is taken up by, and what is behind it and closes it. */
interface Frame {
  cue: Gated
  closes: RegExp
}
const FRAMES_OF_LISTS: readonly Frame[] = [
  {
    cue: gated(
      /主攻|专攻|深耕|涉及|涵盖|聚焦|瞄准|定位是|研究的是|做的是|盯的是|盯着|眼睛盯着|从事|攻的是|指向/g,
    ),
    closes: /等|领域|产业|这些|[，。；,;]|[二三四五六七八九十两\d]+[大个]|企业|赛道|方向/y,
  },
  // companies of several kinds: 引进木材精深加工、绿色建材企业
  { cue: gated(/引进|招引|承接|集聚|聚集|培育|吸引|引育|导入/g), closes: /企业/y },
]
const TRADES: ListOf = { character: /[\p{Script=Han}A-Za-z0-9]/u, shortest: 2, longest: 9, most: 8 }

/** Where the one cue is enough for a sector that no list has. */
const STRONG = /^(?:主攻|专攻|深耕|定位是|研究的是|做的是|盯的是|眼睛盯着|从事|攻的是)$/
const NO_SECTOR =
  /[的了是在]|(?:问题|难题|民生|需求|目标|任务|战略|机遇|项目|环节|短板|工作|服务|能力|建设|发展|管理|活动|方向)$/

interface Taken {
  cue: string
  list: string
  /** Offset of the list in its line. */
  at: number
}

/** Lists of trades behind a cue, none within another. */
function* takenIn(line: string, { cue, closes }: Frame): Generator<Taken> {
  let from = 0
  for (const m of cue.in(line)) {
    const at = m.index + m[0].length
    if (m.index < from) continue
    const end = listEnd(line, at, TRADES, closes)
    if (end < 0) continue
    yield { cue: m[0], list: line.slice(at, end), at }
    from = end
  }
}

export function tradeListCandidates(view: View): Candidate[] {
  const { line, sentence } = view
  const out: Candidate[] = []
  for (const { cue, list, at: offset } of FRAMES_OF_LISTS.flatMap((frame) => [...takenIn(line, frame)])) {
    let at = sentence.start + offset
    const members = list.split(/([、和与及])/).flatMap((part, i) => {
      const start = at
      at += part.length
      return i % 2 === 0 ? [{ start, end: at, text: part }] : []
    })
    const known = members.filter((p) => isKnown(p.text)).length
    const several = members.length >= 2 && /、/.test(list)
    for (const p of members) {
      if (isKnown(p.text)) continue
      const enough = (several && known >= 1) || (STRONG.test(cue) && p.text.length >= 4)
      if (!enough || !isNoun(view, p.start, p.end)) continue
      if (NO_SECTOR.test(p.text) || FRAMES.has(p.text) || typeOfHead(p.text) !== null) continue
      out.push({ start: p.start, end: p.end, type: 'Industry', confidence: 0.66, rule: 'sector:cued' })
    }
  }
  return out
}

const isKnown = (word: string): boolean =>
  LISTED.has(word) || SECTOR_BASES.some((base) => word.length > base.length && word.endsWith(base))

/** Whole words, nouns and what is done in a trade, not all of them common. */
function isNoun(view: View, start: number, end: number): boolean {
  let rare = false
  let i = view.unitAt(start)
  if (view.units[i]?.start !== start) return false
  for (; i < view.units.length && view.units[i]!.start < end; i++) {
    const unit = view.units[i]!
    if (unit.end > end) return false
    if (unit.listed && unit.listed !== 'Industry') return false
    if (!/^(?:n|v|b|a|j|l|x|nz|s|eng|g|zg|f)/.test(unit.tag) || /^(?:nr|ns|nt|vd)/.test(unit.tag))
      return false
    rare ||= unit.listed === 'Industry' || !(COMMON.has(unit.text) || NOMINAL.has(unit.text))
  }
  return rare
}
