/** How names are compared: what may be left out and still name the same thing. */
import type { EntityType } from '../../model/ontology.ts'
import { CITIES, PROVINCES } from '../lexicon/divisions.ts'
import { POLICY_HEADS } from '../lexicon/strategies.ts'
import { ZONE_KINDS } from '../lexicon/zone-kinds.ts'

/** Quotes, brackets, spaces and dots out. */
export const plainOf = (name: string): string => name.replace(/[\s“”"‘’'《》()（）·•—\-–【】]/g, '')

const IN_BRACKETS = /[(（][^()（）]*[)）](?=[》〉”]*$)/
/** Without what stands last, in brackets, also of a title: 齐鲁工业大学(山东省科学院), 《三年行动计划(2022—2024)》. */
export const withoutBracket = (name: string): string => name.replace(IN_BRACKETS, '')

const PLACES = new Set([...PROVINCES, ...CITIES])
const LONGEST_PLACE = Math.max(...[...PLACES].map((name) => name.length))

/** 济南中央活力区 → 中央活力区; the name itself where fewer than `least` characters are left. */
export function withoutPlace(plain: string, least = 3): string {
  for (let n = Math.min(LONGEST_PLACE, plain.length - least); n >= 2; n--) {
    if (!PLACES.has(plain.slice(0, n))) continue
    const end = /[省市]/.test(plain[n]!) ? n + 1 : n
    return plain.length - end >= least ? plain.slice(end) : plain
  }
  return plain
}

const LEGAL =
  /(?:集团有限责任公司|集团股份有限公司|集团有限公司|股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)$/
/** Whether nothing but a legal form is said: 有限公司. */
export const isLegalForm = (text: string): boolean => LEGAL.exec(text)?.index === 0
const TAILS: Partial<Record<EntityType, RegExp>> = {
  Strategy: new RegExp(
    `(?:${POLICY_HEADS}|(?:重大)?国家战略|改革|方案|集中攻坚行动|创建行动|制度体系|体系|制度|机制|模式|服务品牌|品牌|城市发展新格局|新格局|发展|规划|倡议)$`,
  ),
  Park: /(?:产业园区|园区)$/,
  Company: LEGAL,
  Place: /(?:自治区|自治州|自治县|沙漠|历史文化街区|街区|片区|街道|社区|[省市区县镇乡村])$/,
  Industry: /(?:产业集群|产业链|产业|行业|(?<![产行工农商实企事专林渔牧])业)$/,
  Project: /(?:项目|工程)$/,
}

/** The name without the word that says what it is, where at least two characters are left. */
export function stemOf(plain: string, type: EntityType): string {
  const stem = plain.replace(TAILS[type] ?? /$^/, '')
  return stem.length >= 2 ? stem : plain
}

/** A firm's name without its legal form and the place in brackets: 量衡(合肥)仪器股份有限公司 → 量衡仪器. */
export function coreOf(name: string): string {
  const core = plainOf(name.replace(/[(（][^()（）]{2,6}[)）]/g, '')).replace(LEGAL, '')
  return core.length >= 2 ? core : plainOf(name)
}

/** What makes a name one of a part, and not of the whole: a branch, a campus, a phase. */
const PART =
  /(?:分行|支行|分公司|子公司|分园|分院|分校|校区|分所|分会|分局|分中心|[一二三四五六七八九十\d]期|[东西南北][区园段]|段|总部|基地|片区|园区|科技园|产业园|研究院|实验室|管委会|项目|工程|中心)$/

/** Whether the longer name ends in a part of what the shorter one names: 江苏银行苏州分行 of 江苏银行. */
export function isPartOf(long: string, short: string): boolean {
  if (!long.startsWith(short)) return false
  const tail = PART.exec(long)?.[0]
  return tail !== undefined && !short.endsWith(tail)
}

/** A body that another may have in it, and a zone that another may. */
const WHOLES: Partial<Record<EntityType, RegExp>> = {
  Institute: /(?:大学|学院|研究院|研究所|医院|实验室)$/,
  Park: new RegExp(`(?:${ZONE_KINDS}|园区)$`),
}
const QUOTED_LIST = /“([^“”]*)”/

const REACH = /^(?:世界级?|国际|全球|全国|中国)(?=.{2,}(?:之都|之城|名城|高地)$)/
/** 世界光伏之都: how far it shall reach may be left out. */
export const withoutReach = (plain: string): string => plain.replace(REACH, '')

/**
 * Whether the longer name is one of what the shorter one has, or the shorter one of what the longer one lists: 铜陵学院铜产业学院
 * is not 铜陵学院, nor is 兰州新区综合保税区 the zone that it lies in, nor “东强、西兴、南优、北拓” 西兴; what stands in brackets is another name.
 * @param long as written, with its quotes
 */
export function isMemberOf(long: string, short: string, type: EntityType): boolean {
  if (type === 'Strategy') {
    const list = QUOTED_LIST.exec(long)?.[1]
    if (list === undefined) return false
    const plain = plainOf(list)
    return plain !== short && withoutReach(plain) !== short && plain.includes(short)
  }
  const whole = WHOLES[type]
  if (!whole || !long.includes(short[0]!) || plainOf(withoutBracket(long)) === short) return false
  const plain = plainOf(long)
  if (!plain.startsWith(short)) return false
  const rest = plain.slice(short.length)
  return rest.length > 2 && whole.test(short) && whole.test(rest)
}

/** Whether every character of `short` stands in `long` in this order. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const c of long) if (c === short[at]) at++
  return at === short.length
}

/** Last words that shrink to one character: 交通大学 → 交大, 研究院 → 院. */
const SHRINKING: readonly [string, string][] = [
  ['大学', '大'],
  ['研究院', '院'],
  ['研究所', '所'],
  ['委员会', '委'],
  ['银行', '行'],
  ['医院', '院'],
  ['实验室', '室'],
]

/** 西安交大 of 西安交通大学, 市自规局 of 市自然资源和规划局: begins near the front, ends as the long name does. */
export function abbreviates(short: string, long: string): boolean {
  const most = long.length * (short.length >= 5 ? 0.9 : 0.75)
  if (short.length < 2 || short.length > most || !isSubsequence(short, long)) return false
  const front = long.indexOf(short[0]!)
  if (front > 3) return false
  const last = short.at(-1)!
  if (long.at(-1) === last) return true
  return SHRINKING.some(([full, one]) => one === last && long.endsWith(full))
}

const OF_ALL = /^(?:中国(?:科学院)?|国家|全国)/
/** 中国农业科学院 is another body than 中国科学院, 中国科学院高能物理研究所 than 中国科学院物理研究所, not its full name. */
export function isOtherBody(short: string, long: string): boolean {
  const front = OF_ALL.exec(short)?.[0]
  return (
    front !== undefined &&
    front.length < short.length &&
    [front, front.slice(0, 2)].some((f) => long.startsWith(f) && long.endsWith(short.slice(f.length)))
  )
}

const LATIN = /[(（]([A-Za-z][A-Za-z\d-]+)[)）](?:项目|工程)?$/
/** What a name goes by in Latin letters, in brackets at its end: 青石实验装置(QEST); null where it has none. */
export const latinOf = (name: string): string | null => LATIN.exec(name)?.[1] ?? null
