/** How names are compared: what may be left out and still name the same thing. */
import type { EntityType } from '../../model/ontology.ts'
import { CITIES, PROVINCES } from '../lexicon/names.ts'

/** Quotes, brackets, spaces and dots out. */
export const plainOf = (name: string): string => name.replace(/[\s“”"‘’'《》()（）·•—\-–【】]/g, '')

const PLACE = new RegExp(
  `^(?:${[...PROVINCES, ...CITIES].sort((a, b) => b.length - a.length).join('|')})(?:省|市)?`,
)

/** 济南中央活力区 → 中央活力区; '' where nothing else is left. */
export function withoutPlace(plain: string): string {
  const m = PLACE.exec(plain)
  return m && plain.length - m[0].length >= 3 ? plain.slice(m[0].length) : plain
}

const TAILS: Partial<Record<EntityType, RegExp>> = {
  Strategy:
    /(?:发展战略|战略|改革|工程|行动计划|计划|集中攻坚行动|创建行动|行动|制度体系|体系|制度|机制|模式|服务品牌|品牌|城市发展新格局|新格局)$/,
  Park: /(?:产业园区|园区)$/,
  Company: /(?:集团有限公司|股份有限公司|有限责任公司|有限公司|集团|公司)$/,
  Place: /(?:[省市区县镇乡])$/,
  Industry: /(?:产业集群|产业|行业)$/,
  Project: /(?:项目|工程)$/,
}

/** The name without the word that says what it is, where at least two characters are left. */
export function stemOf(plain: string, type: EntityType): string {
  const stem = plain.replace(TAILS[type] ?? /$^/, '')
  return stem.length >= 2 ? stem : plain
}

/** Whether every character of `short` stands in `long` in this order, beginning with the same one: 国家管网集团, 信通院. */
export function abbreviates(short: string, long: string): boolean {
  if (short.length < 3 || short.length >= long.length || short[0] !== long[0] || short.at(-1) !== long.at(-1))
    return false
  let at = 0
  for (const c of long) if (c === short[at]) at++
  return at === short.length
}
