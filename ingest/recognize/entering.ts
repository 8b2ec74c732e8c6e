/** Whether the walk goes on to the left of a quoted part or of a place. */
import type { EntityType } from '../../model/ontology.ts'
import { FRAMES } from '../lexicon/verbs.ts'
import { ZONE_KINDS } from '../lexicon/zone-kinds.ts'
import { isFrame, isNounLike, PUNCTUATION } from './signs.ts'
import type { Unit, View } from './view.ts'

/** Types whose names may begin with whose they are. */
export const OWNED: ReadonlySet<EntityType> = new Set(['Project', 'Park', 'Institute'])
/** A zone that others lie in. */
const ZONE = new RegExp(`(?:${ZONE_KINDS}|走廊)$`)
export const MEASURES = new Set(['条', '个', '家', '项', '处', '座', '位', '件', '部', '套', '幢'])

/** Before a quoted part only a place, a body or an owner goes on with the name. */
export const entersBeforeQuote = (unit: Unit | undefined, type: EntityType): boolean =>
  unit !== undefined &&
  type !== 'Strategy' &&
  (unit.listed === 'Place' || (type !== 'Event' && /[省市区县]$/.test(unit.text)))

/** A place begins a name, except behind its owner, a larger place or 国家. */
export function entersBeforePlace(view: View, i: number, type: EntityType): boolean {
  const { units, owners } = view
  const before = units[i - 1]
  if (!before || before.end !== units[i]!.start) return false
  // 新药创制山东省实验室: the province stands before the laboratory
  if (
    type === 'Institute' &&
    /^省?(?:重点)?实验室/.test(view.text.slice(units[i]!.end)) &&
    (isNounLike(before) || /^v/.test(before.tag)) &&
    !FRAMES.has(before.text)
  )
    return true
  // 平阴黄河大桥: a county before the river
  if (OWNED.has(type) && /^ns/.test(before.tag) && /[河江湖海湾山]$/.test(units[i]!.text)) return true
  if (OWNED.has(type) && owners.has(before.end)) return true
  if (/^[东西南北]$/.test(before.text) && OWNED.has(type)) return true
  if (ZONE.test(before.text)) return true
  // a word that no dictionary has, right behind a verb or a mark: 遂潼|涪江|创新产业园区
  if (
    (OWNED.has(type) || type === 'Company') &&
    before.listed === undefined &&
    /^(?:x|nz|nr)$/.test(before.tag) &&
    before.text.length >= 2 &&
    /^[\p{Script=Han}]+$/u.test(before.text) &&
    !isFrame(before)
  ) {
    const farther = units[i - 2]
    return (
      !farther || PUNCTUATION.test(farther.text) || isFrame(farther) || /^(?:v|p|c|u|r)/.test(farther.tag)
    )
  }
  if (before.listed === 'Place' || before.listed === 'Company' || before.listed === 'Institute') return true
  if (/(?:公司|集团|大学|学院|科学院|研究院|研究所|实验室|社科院|银行|园)$/.test(before.text)) return true
  if (/中心$/.test(before.text) && /^分/.test(view.text.slice(units[i]!.end))) return true
  if (/^(?:国家|中国|·|—)$/.test(before.text)) return true
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    const unit = units[k]!
    if (unit.text === '国家' || unit.text === '中国') return true
    // 京东方物联网器件青岛生产基地: the owner and what it makes stand before the place
    if (OWNED.has(type) && (unit.listed === 'Company' || owners.has(unit.end))) return true
    if (MEASURES.has(unit.text)) continue
    if (!isNounLike(unit) || FRAMES.has(unit.text)) return false
  }
  return false
}
