/** The walk to the left from a name's last word to where the name begins. */
import type { EntityType } from '../../model/ontology.ts'
import { COMMON } from '../lexicon/heads.ts'
import { APPOSITIVES } from '../lexicon/verbs.ts'
import { isFrame } from './signs.ts'
import type { Unit, View } from './view.ts'
import { JOINER, type Joins, stepLeft, type Way } from './walk-steps.ts'

/** A name is no longer than this, in characters. */
const LONGEST = 34

export interface Walk {
  /** Offset where the name begins. */
  start: number
  /** Units walked over, left to right, the head's own not among them. */
  units: Unit[]
}

/** Walks from the head that stands at [headStart, …) to the left. */
export function walkLeft(view: View, headStart: number, type: EntityType, joins: Joins): Walk {
  const { text, sentence, units } = view
  const floor = Math.max(sentence.start, headStart - LONGEST)
  const first = view.unitAt(headStart)
  const corporate =
    type === 'Company' &&
    /^(?:集团|股份)?(?:有限|责任|总公司)|^集团公司/.test(text.slice(headStart, headStart + 5))
  const i = (first < 0 ? units.length : first) - 1
  const way: Way = { view, type, joins, headStart, floor, corporate, start: headStart, walked: [], i }
  const holder = units[first]
  // the head is the end of a longer word: 实验 + 区 in 实验区
  if (holder && holder.start < headStart) {
    if (isFrame(holder) || COMMON.has(holder.text)) return { start: headStart, units: [] }
    way.start = Math.max(holder.start, floor)
    way.walked.push({ ...holder, start: way.start, end: headStart, text: text.slice(way.start, headStart) })
  }
  while (way.i >= 0 && stepLeft(way)) {}
  return trimmed(way.start, way.walked, headStart)
}

/** Leading words that only introduce, praise or count are not part of the name. */
function trimmed(start: number, walked: Unit[], headStart: number): Walk {
  const units = [...walked]
  let from = start
  while (units.length > 0) {
    const unit = units[0]!
    const rest = units.slice(1)
    const restWeighs = rest.some(
      (u) => u.listed !== undefined || /^(?:n[rstz]|x|eng|quote)/.test(u.tag) || u.text.length >= 2,
    )
    const drop =
      JOINER.test(unit.text) ||
      /^[和与及暨]$/.test(unit.text) ||
      (APPOSITIVES.has(unit.text) && restWeighs && rest.length > 0) ||
      (unit.tag === 'bracket' && rest.length > 0)
    if (!drop) break
    units.shift()
    from = units[0]?.start ?? headStart
  }
  // the tagger's guess may begin with a function word: 沿钦|江
  const head = units[0]
  if (
    head &&
    !head.listed &&
    /^(?:x|nr|nz)/.test(head.tag) &&
    head.text.length >= 2 &&
    /^[沿借由对在向从到与和及将为被让使以于据按至赴距靠隔跨报]/.test(head.text)
  ) {
    units[0] = { ...head, start: head.start + 1, text: head.text.slice(1) }
    from = head.start + 1
  }
  return { start: from, units }
}
