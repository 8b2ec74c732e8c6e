/** Names that share much and name two things: a whole and a part of it, a village and the town that it gave its name to. */
import type { EntityType } from '../../model/ontology.ts'
import { ZONE_KINDS } from '../lexicon/zone-kinds.ts'
import { isLegalForm } from './forms.ts'
import { divisionAt } from './places.ts'

const SETTLEMENT = /(?:街道|社区|片区|村|镇|乡)$/
/** What a zone has several of, behind its name: 甬江科创区|北仑片区; 片区 alone is but what it is. */
const SECTION = /(?:.片区|.分区|.分园|启动区|起步区|核心区)$/
const ZONE = new RegExp(`(?:${ZONE_KINDS}|[高经]区|科创区|集聚区|园区)$`)
/** What is to lead in a strategy, behind its name: “双中心”|核心区, 共同富裕|先行区建设. */
const LEADING = /^(?:核心区|先行区|示范城市)(?:建设)?$/
/** 稀土产业园|二期, 2号线|南延线. */
const STEP = /^的?(?:项目|工程)?(?:[一二三四五]期|[A-D东西南北]区$|[东西南北]?延线)/
/** Which part of a school, hospital, platform or line, in brackets at the end. */
const SITE = /[(（][^()（）]{2,10}(?:校区|院区|分院|分部|馆区|段)[)）]$/
/** Which phases of a work: 一期, 一至六期. */
const PHASES = /[一二三四五六七八九十\d]+(?:至[一二三四五六七八九十\d]+)?期/

/** A name as written, without quotes, brackets and dots, and without its place, too. */
interface Named {
  name: string
  plain: string
  bare: string
  type: EntityType
}

/** Whether the longer name is of something else than the shorter one, though it begins with it. */
export function areTwo(longer: Named, shorter: Named): boolean {
  const { plain, type } = longer
  const short = shorter.plain
  if (type === 'Place' && areSettlements(plain, short)) return true
  if (type === 'Strategy' && isLastOfList(plain, short)) return true
  if (type === 'Project' && areOtherPhases(plain, short)) return true
  const site = SITE.exec(longer.name)?.[0]
  const other = SITE.exec(shorter.name)?.[0]
  if (site && other && site !== other) return true
  const whole = plain.startsWith(short) ? plain : longer.bare
  if (whole === short || !whole.startsWith(short)) return false
  if (site && !other) return true
  const rest = whole.slice(short.length)
  switch (type) {
    case 'Place':
      // 防城港片区 of a free-trade zone is not the city
      return rest === '片区' && divisionAt(short)?.length === short.length
    case 'Park':
      return STEP.test(rest) || (ZONE.test(short) && SECTION.test(rest))
    case 'Project':
      return STEP.test(rest)
    case 'Strategy':
      return LEADING.test(rest)
    case 'Company':
      return isDaughter(longer.name, rest)
    default:
      return false
  }
}

/** 中国重汽|济南卡车股份有限公司; a place in brackets says where a firm is. */
function isDaughter(name: string, rest: string): boolean {
  const place = /[(（]/.test(name) ? null : divisionAt(rest)
  return place !== null && place.length < rest.length && !isLegalForm(rest.slice(place.length))
}

/** 云江电池一至六期项目 is more than 云江电池一期项目. */
function areOtherPhases(long: string, short: string): boolean {
  const [one, other] = [PHASES.exec(long)?.[0], PHASES.exec(short)?.[0]]
  return one !== undefined && other !== undefined && one.includes('至') !== other.includes('至')
}

const SORT = /(?:战略|行动|工程|计划|思路)$/

/** 提升老城、|跨江发展战略: a list is none of what it lists. */
function isLastOfList(long: string, short: string): boolean {
  const [list, last] = [long.replace(SORT, ''), short.replace(SORT, '')]
  return last.length >= 2 && list.endsWith(last) && /[、，,]$/.test(list.slice(0, -last.length))
}

/** 良梨镇 and 良梨村. */
function areSettlements(long: string, short: string): boolean {
  const [one, other] = [SETTLEMENT.exec(long)?.[0], SETTLEMENT.exec(short)?.[0]]
  if (!one || !other || one === other) return false
  const stem = short.slice(0, -other.length)
  return stem.length >= 2 && long.slice(0, -one.length).endsWith(stem)
}
