/** What a word of a sentence is to a name beside it. */
import type { EntityType } from '../../model/ontology.ts'
import { FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import type { Unit } from './view.ts'

export const PUNCTUATION = /^[\s、,，。；;：:!?！？…"'~|/\\<>[\]{}【】〈〉]+$/
/** Editions, years and seasons that begin the name of an event or an honour. */
export const EDITION =
  /^(?:第[一二三四五六七八九十百零\d]+[届次]|首届|\d{4}年?|[一二三四五六七八九十]+届|春季|夏季|秋季|冬季|第[一二三四]季度)$/

const AGENTS: ReadonlySet<EntityType> = new Set(['Place', 'Company', 'Organization', 'Institute', 'Person'])
export const isAgent = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  !/^(?:城市|都市|超市|县城|小镇)$/.test(unit.text) &&
  ((unit.listed !== undefined && AGENTS.has(unit.listed)) ||
    unit.tag === 'ns' ||
    /(?:公司|集团|政府|委|局|园区|中心|研究院|研究所|大学|学院|医院|(?:[员管执协理]|委)会|[省市区县镇旗])$/.test(
      unit.text,
    ))

export const isNounLike = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.listed !== undefined || /^(?:n|a$|an|b|j|l|i|vn|x|eng|s|g|nz)/.test(unit.tag))

/** A frame, or a verb that ends in one: 深入开展, 配套建设. */
export const isFrame = (unit: Unit): boolean =>
  FRAMES.has(unit.text) ||
  (unit.text.length >= 2 &&
    /^[vx]/.test(unit.tag) &&
    unit.listed === undefined &&
    (unit.tag !== 'x' || unit.text.length === 2) &&
    /[出到着了起成]$/.test(unit.text)) ||
  (unit.listed === undefined &&
    unit.text.length >= 3 &&
    /^(?:v|l|i|d|x|r)/.test(unit.tag) &&
    (FRAMES.has(unit.text.slice(-2)) ||
      (FRAMES.has(unit.text.slice(0, 2)) && FRAMES.has(unit.text.slice(2)))))

/** Whether the run of verbal nouns that ends at `i` is a verb phrase: nothing that it could belong to stands before it. */
export function framed(units: readonly Unit[], i: number): boolean {
  let k = i - 1
  while (k >= 0 && NOMINAL.has(units[k]!.text) && i - k < 4) k--
  const before = units[k]
  if (!before || PUNCTUATION.test(before.text) || /^[“‘《（(”’》）)]$/.test(before.text)) return true
  if (FRAMES.has(before.text)) return true
  if (/^(?:d|v$|vd|p|c|r|u|m|q|t|f)/.test(before.tag) && before.listed === undefined) return true
  return isAgent(before)
}

/** Whether what was walked over can be a name by itself. */
export const weighs = (walked: readonly Unit[]): boolean =>
  walked.some((u) => u.listed !== undefined || u.tag === 'quote' || /^(?:n[rstz]|x|eng)/.test(u.tag)) ||
  walked.reduce((sum, u) => sum + u.text.length, 0) >= 3

/** Whether a road may run from the second to the first. */
export const isSite = (to: Unit, from: Unit | undefined): boolean => {
  const site = (u: Unit) =>
    u.listed === 'Place' || /^(?:ns|nr|nz|x)/.test(u.tag) || /[镇乡村站港区县市岛]$/.test(u.text)
  return from !== undefined && site(to) && site(from)
}

export const startsTime = (units: readonly Unit[], i: number): boolean => {
  const unit = units[i]
  return unit !== undefined && (EDITION.test(unit.text) || timed(units, i))
}

export function timed(units: readonly Unit[], i: number): boolean {
  const unit = units[i]!
  if (unit.text === '年') return /^\d{4}$/.test(units[i - 1]?.text ?? '')
  if (unit.text === '次') return /^第/.test(units[i - 1]?.text ?? '')
  if (unit.text === '届') return /^第?[一二三四五六七八九十\d]+$/.test(units[i - 1]?.text ?? '')
  return (
    /^(?:第?[一二三四五六七八九十]+|第|\d{4})$/.test(unit.text) && /^[届次年]/.test(units[i + 1]?.text ?? '')
  )
}
