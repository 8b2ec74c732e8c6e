/** Zones that go by several names: 武汉东湖新技术开发区 and 中国光谷, 中国(湖北)自由贸易试验区 and 湖北自贸区. */
import type { EntityType } from '../../model/ontology.ts'
import { lexicon } from '../lexicon/lexicon.ts'
import { ZONE_NAMES } from '../lexicon/zones.ts'
import { firstNames } from './called.ts'
import { plainOf, withoutBracket } from './forms.ts'

const zones = firstNames(ZONE_NAMES)
const FREE_TRADE = /^(?:中国)?(.{2,4}?)(?:自由贸易试验区|自贸试验区|自贸区)/

/**
 * The name by which a zone is mostly called, also with a part of it behind (湖北自贸区武汉片区); null of other names.
 * @param name as written, with what it ends with in brackets
 */
export const zoneCalled = (name: string): string | null =>
  calledBy(plainOf(name)) ?? calledBy(plainOf(withoutBracket(name)))

/** Whether a zone is known by its name: it is short for no other one (两江新区 for 两江协同创新区), nor for what lies in it. */
export const isKnownZone = (plain: string, type: EntityType): boolean =>
  type === 'Park' && lexicon().typeOf(plain) === 'Park'

function calledBy(plain: string): string | null {
  const short = plain.replace(FREE_TRADE, '$1自贸区')
  return zones.get(short) ?? (FREE_TRADE.test(plain) ? short : null)
}

/** What stands for a zone that the article names in full: 新区 for 云江新区. */
export const BARE_ZONE =
  /^(?:新区|新城|园区|产业园|工业园|示范区|试验区|合作区|先行区|开发区|高新区|经开区|科技城|科学城)$/
