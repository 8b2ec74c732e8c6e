/** What a stage happens to: names behind its word, else before it in its clause, else what the clauses before speak of. */
import type { EntityType } from '../../../model/ontology.ts'
import { clauseAt } from '../clauses.ts'
import type { Phrase, Unit } from '../phrases.ts'
import { CARRY, type Reading } from '../reading.ts'
import { between, firstFrom, type Scene } from '../scene.ts'
import { AGREED, type StageCue } from './stages.ts'

export const CARRIERS: readonly EntityType[] = ['Project', 'Park', 'Institute', 'Company']
const AS_PROJECTS = /^[”》]?等[^,，。;；]{0,10}(?:项目|工程)/
/** Places and bodies that are built and opened. */
export const FACILITY =
  /(?:机场|车站|站|港|口岸|馆|剧院|中心|公园|小镇|街区|商场|大厦|桥|码头|基金|医院|学校|中学|小学|校区|院区|联盟)[”》]?$/
const HANDLED = /^(?:|把|将)$/
/** What may stand between a word and the thing behind it. */
const LEADS_ON =
  /^(?:了|着|过)?(?:的(?:有|是|包括))?[^,，。;；、:：]{0,5}$|^(?:了|着)?[^,，。;；:：]{0,22}的[“‘《]?$|^\d[\d.]*[万亿]*[\p{Script=Han}]{1,4}[“‘]?$/u
const RELATIVE = /^的[^,，。;；、]{0,10}$/
/** The word stands alone: what it happens to is not behind it. */
const ALONE =
  /^(?:建设|施工|使用|运行|运营|中|了|多年|[\d一二两三]+年)?[”’》]?(?:[,，、。；;!！…)）\s]|$|在|于|并|以来)/

export const own = (phrase: Phrase): Unit[] => phrase.units.filter((u) => !u.modifier)

export interface Reached {
  units: Unit[]
  relative: boolean
  counted: boolean
}
const NOTHING: Reached = { units: [], relative: false, counted: false }

/** What the cue happens to: names behind it, else before it in its clause, else what the clauses before speak of. */
export function reached(reading: Reading, start: number, end: number, { status, takes }: StageCue): Reached {
  const { scene, clauses } = reading
  const at = clauseAt(clauses, start)
  const clause = clauses[at]!
  const next = clause.phrases.find((p) => p.start >= end)
  if (
    next &&
    next.start - end <= 12 &&
    RELATIVE.test(between(scene, end, next.start)) &&
    HANDLED.test(next.governor)
  )
    return { units: own(next), relative: true, counted: false }
  if (takes !== 'theme') {
    const phrase = behindOf(reading, at, end)
    if (phrase) {
      const units = own(phrase)
      // 引进甲,以及乙: the list goes on
      const more = clauses[at + 1]?.phrases[0]
      if (more && /^(?:以及|及|还有|和)[“]?$/.test(between(scene, clauses[at + 1]!.start, more.start)))
        units.push(...own(more))
      return {
        units,
        relative: false,
        counted: AS_PROJECTS.test(between(scene, phrase.end, phrase.end + 24)),
      }
    }
    if (takes === 'object') return NOTHING
    // 开工建设24所学校: what it happens to is said, by no name
    if (!ALONE.test(between(scene, end, end + 8))) return NOTHING
  }
  if (status === 'signed') return signed(reading, at, start, end)
  if (status === 'landed' && COUNTED_BEHIND.test(between(scene, end, end + 16))) return NOTHING
  if (status === 'landed' && /^(?:企业|项目|机构|商户|单位|率)/.test(between(scene, end, end + 2)))
    return NOTHING
  const front = clause.phrases.findLast(
    (p) => p.end <= start && HANDLED.test(p.governor) && own(p).some((u) => u.type !== 'Person'),
  )
  if (front) {
    const gap = between(scene, front.end, start)
    const behind = status === 'landed' ? behindOf(reading, at, end) : null
    const sites = own(front).every((u) => u.type === 'Park' || u.type === 'Place')
    if (behind && sites && own(behind).every((u) => u.type !== 'Park' && u.type !== 'Place'))
      return { units: own(behind), relative: false, counted: false }
    // 甲、乙两个在建项目
    const set = own(front).length > 1 && /^[”》]?[一二两三四五六七八九十\d]+[个大条座项件]/.test(gap)
    if (!set && COUNTS_OTHERS.test(gap)) return NOTHING
    return { units: own(front), relative: false, counted: AS_PROJECTS.test(gap) }
  }
  if (status === 'landed') {
    const behind = behindOf(reading, at, end)
    if (
      behind &&
      own(behind).every((u) => u.type !== 'Park' && u.type !== 'Place') &&
      behind.start - end <= 1
    )
      return { units: own(behind), relative: false, counted: false }
  }
  if (
    /\d+[^,，。;；]{0,3}[个家批栋条座所][^,，。;；]{0,12}$/.test(
      between(scene, Math.max(clause.start, start - 40), start),
    )
  )
    return NOTHING
  return carried(reading, at, start)
}
/** 入驻企业312家: others are counted. */
const COUNTED_BEHIND = /^[^,，。;；在于]{0,10}\d+[余多]?[家个名户]/
/** 甲园26个项目: others are counted than the name in front. */
const COUNTS_OTHERS =
  /^(?![”》]?等)[^等]{0,12}?(?:\d|[一二三四五六七八九十两]+[个家批]|[个批]项目)[^,，。;；]{0,16}(?:项目|企业|机构|商户|客商|学校)/

/** The phrase that a word leads to: 引进X, 建设总投资12亿元的X, 挂牌了三个平台:X. */
export function behindOf({ scene, clauses }: Reading, at: number, end: number): Phrase | null {
  const clause = clauses[at]!
  const phrase = clause.phrases.find((p) => p.start >= end)
  if (phrase) {
    const gap = between(scene, end, phrase.start)
    return HANDLED.test(phrase.governor) && LEADS_ON.test(gap) ? phrase : null
  }
  const list = clauses[at + 1]
  const first = list?.phrases[0]
  if (!list || !first || !/[:：]/.test(between(scene, clause.end, list.start)) || clause.end - end > 14)
    return null
  return first.start - list.start <= 1 ? first : null
}

/** What the clauses before speak of, or have set up, where this one names nothing itself. */
function carried({ scene, clauses, before }: Reading, at: number, start: number): Reached {
  const usable = (p: Phrase | null | undefined) =>
    p ? own(p).filter((u) => CARRIERS.includes(u.type) || FACILITY.test(between(scene, u.start, u.end))) : []
  const mine = clauses[at]!
  const words = mine.phrases.length > 0 ? '' : between(scene, mine.start, start)
  if (!/^首[批期个]|^部分/.test(words) && nounIn(scene, words === '' ? start : mine.start, start))
    return NOTHING
  for (let i = at; i >= 0 && i >= at - CARRY; i--) {
    const clause = clauses[i]!
    if (i < at && clause.speech) return NOTHING
    const last = clause.phrases.at(-1)
    const setUp =
      i < at && last && clause.end - last.end <= 2 && HANDLED.test(last.governor) ? usable(last) : []
    const units = usable(i < at || !clause.topic || clause.topic.end <= start ? clause.topic : null)
    const works = (us: Unit[]) => us.some((u) => u.type !== 'Company')
    const chosen = works(units) || setUp.length === 0 ? units : setUp
    if (chosen.length > 0)
      return {
        units: chosen.length > 1 && clause.cues.length > 0 ? [] : chosen,
        relative: false,
        counted: false,
      }
    if (clause.subject && i < at) return NOTHING
  }
  const spoken = usable(before[0]).filter((u) => u.type !== 'Company')
  return spoken.length === 1 ? { units: spoken, relative: false, counted: false } : NOTHING
}

/** Whether a stretch holds a noun that is no time: somebody else is spoken of. */
function nounIn(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene.article
  const first = firstFrom(tokens, from)
  for (let i = first; i < tokens.length && tokens[i]!.end <= to && i < first + 40; i++)
    if (
      /^n/.test(tokens[i]!.tag) &&
      !/^(?:项目|工程|主体|全线|整体|目前|计划|预计|力争|年底|一期|二期|三期|工地|现场|主体工程)$/.test(
        tokens[i]!.text,
      )
    )
      return true
  return false
}

/** What is to be built by those who sign; else the project or park itself that is signed for. */
function signed({ scene, clauses }: Reading, at: number, start: number, end: number): Reached {
  for (let i = at; i <= at + 2 && i < clauses.length; i++) {
    const clause = clauses[i]!
    const from = Math.max(end, clause.start)
    const words = between(scene, from, Math.min(clause.end, from + 60))
    const verb = AGREED.exec(words)
    if (!verb) continue
    const phrase = clause.phrases.find((p) => p.start >= from + verb.index + verb[0].length)
    if (!phrase || !HANDLED.test(phrase.governor) || phrase.start - (from + verb.index + verb[0].length) > 20)
      continue
    return {
      units: own(phrase).filter((u) => u.type !== 'Company' && u.type !== 'Place'),
      relative: false,
      counted: false,
    }
  }
  const works = (u: Unit) => u.type === 'Project' || u.type === 'Park' || u.type === 'Institute'
  // 已签约甲、乙等项目38个
  const listed = clauses[at]!.phrases.find((p) => p.start >= end)
  if (
    listed &&
    listed.start - end <= 2 &&
    HANDLED.test(listed.governor) &&
    /^[”》]?等[^,，。;；]{0,8}项目/.test(between(scene, listed.end, listed.end + 14))
  )
    return { units: own(listed), relative: false, counted: true }
  // 甲与乙签署合作协议: of them it is said that they work together
  if (AGREEMENT.test(between(scene, end, end + 16))) return NOTHING
  const front = clauses[at]!.phrases.findLast((p) => p.end <= start && HANDLED.test(p.governor))
  if (front) {
    if (COUNTS_OTHERS.test(between(scene, front.end, start))) return NOTHING
    return {
      units: own(front).filter((u) => u.type === 'Project' || u.type === 'Park'),
      relative: false,
      counted: false,
    }
  }
  const { units } = carried({ scene, clauses, before: [] } as unknown as Reading, at, start)
  return { units: units.filter(works), relative: false, counted: false }
}

const AGREEMENT = /^了?(?:[^,，。;；]{0,8}(?:合作|协议|备忘录|合同)|[^,，。;；]{0,8}项目|的第)/
