/** Why two names of one type in one article may be one thing, and how sure that is. */
import type { EntityType } from '../../model/ontology.ts'
import { LETTERS } from '../lexicon/goals.ts'
import { ONE_OF_A_KIND } from '../lexicon/landforms.ts'
import { lexicon } from '../lexicon/lexicon.ts'
import { POLICY_HEADS } from '../lexicon/strategies.ts'
import { areTwo } from './apart.ts'
import { calledShort } from './called.ts'
import { shortCoursesOf } from './courses.ts'
import { type Held, heldOf } from './editions.ts'
import { firmCalled } from './firm-names.ts'
import {
  abbreviates,
  coreOf,
  isMemberOf,
  isOtherBody,
  isPartOf,
  latinOf,
  plainOf,
  stemOf,
  withoutBracket,
  withoutPlace,
} from './forms.ts'
import { areApart, isOfLevel, liesIn } from './places.ts'
import { shortNamesOf } from './short-names.ts'
import { isKnownZone, zoneCalled } from './zone-names.ts'

export interface Likeness {
  why: string
  /** 0…1 */
  score: number
}

const NUMBERED = /[一二三四五六七八九十\d]+[期区号]$/
/** What a zone is, behind the name by which it is mostly called: 松山湖 of 松山湖高新区. */
const ZONE =
  /(?:新区|(?:国家级)?(?:高新(?:技术)?(?:产业)?(?:开发)?|经开|(?:经济)?(?:技术)?开发|(?:综合)?保税港?|(?:旅游)?度假|示范|试验)区)$/
const SUFFIXED = new Set<EntityType>([
  'Park',
  'Institute',
  'Project',
  'Strategy',
  'Organization',
  'Event',
  'Place',
])
/** What a paper of the place calls by its level: 市城投集团, 省科学院. */
const LOCAL = new Set<EntityType>(['Company', 'Institute', 'Park'])
/** 市委 is no 委员会 of the city's government. */
const PARTY = /(?:[省市区县州]|工)委$/
const ABBREVIATED = new Set<EntityType>([
  'Institute',
  'Company',
  'Organization',
  'Park',
  'Strategy',
  'Project',
])
/** Cities by the names that papers like to call them. */
const NICKNAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    泉城: '济南',
    鹏城: '深圳',
    羊城: '广州',
    花城: '广州',
    蓉城: '成都',
    江城: '武汉',
    冰城: '哈尔滨',
    星城: '长沙',
    春城: '昆明',
    榕城: '福州',
    鹭岛: '厦门',
    山城: '重庆',
    申城: '上海',
    沪上: '上海',
    津门: '天津',
    金陵: '南京',
    甬城: '宁波',
    绿城: '郑州',
    庐州: '合肥',
    筑城: '贵阳',
    邕城: '南宁',
    洪城: '南昌',
    盛京: '沈阳',
    滨城: '大连',
    岛城: '青岛',
    姑苏: '苏州',
    泉州湾: '泉州',
  }),
)

/** A name as written with what every comparison asks of it. */
export class Form {
  readonly name: string
  readonly type: EntityType
  readonly plain: string
  readonly numbered: boolean
  readonly nickname: boolean
  /** Of a zone that goes by several names the one by which it is mostly called, else null. */
  readonly zone: string | null
  #head: string | undefined
  #bare: string | undefined
  #bareStem: string | undefined
  #inner: string | undefined
  #called: string | undefined
  #stem: string | undefined
  #core: string | undefined
  #firm: { called: string | null } | undefined
  #held: Held | undefined
  #courses: readonly string[] | undefined
  #coreInner: string | undefined

  constructor(name: string, type: EntityType) {
    this.name = name
    this.type = type
    this.plain = plainOf(name)
    this.numbered = NUMBERED.test(this.plain)
    this.nickname = NICKNAMES.has(this.plain)
    this.zone = type === 'Park' ? zoneCalled(name) : null
  }

  /** Without what it ends with in brackets: 齐鲁工业大学(山东省科学院) has two names, and neither is the other's. */
  get head(): string {
    this.#head ??= plainOf(withoutBracket(this.name))
    return this.#head
  }

  /** The head without the place that it lies in. */
  get bare(): string {
    this.#bare ??= withoutPlace(this.head)
    return this.#bare
  }

  get bareStem(): string {
    this.#bareStem ??= stemOf(this.bare, this.type)
    return this.#bareStem
  }

  /** All of it without the place that it lies in. */
  get inner(): string {
    this.#inner ??= withoutPlace(this.plain)
    return this.#inner
  }

  /** Of a firm without its legal form. */
  get core(): string {
    this.#core ??= coreOf(this.name)
    return this.#core
  }

  get coreInner(): string {
    this.#coreInner ??= withoutPlace(this.core)
    return this.#coreInner
  }

  /** Of a firm of several names, or a branch, its one name. */
  get firm(): string | null {
    this.#firm ??= { called: firmCalled(this.name, '') }
    return this.#firm.called
  }

  /** Of what is held again and again which time it is, and its name. */
  get held(): Held {
    this.#held ??= heldOf(this.plain)
    return this.#held
  }

  /** Of a line whose ends are named the short names by which it may go. */
  get courses(): readonly string[] {
    this.#courses ??= shortCoursesOf(this.name, this.type)
    return this.#courses
  }

  /** With what is called for short in it: 发改委 for 发展和改革委员会. */
  get called(): string {
    this.#called ??= calledShort(this.head, this.type)
    return this.#called
  }

  get stem(): string {
    this.#stem ??= stemOf(this.plain, this.type)
    return this.#stem
  }
}

/**
 * Of two names of one type; `known` are the plain forms of what else the article names:
 * a name in front of another one may be left out (昆山开发区光电产业园 → 光电产业园).
 */
export function likenessOf(longer: Form, shorter: Form, known: ReadonlySet<string>): Likeness | null {
  const [{ name: longName, plain: long, type }, { plain: short }] = [longer, shorter]
  if (long === short) return { why: '同名', score: 1 }
  if (type === 'Person' || type === 'Honor') return null
  if (longer.zone !== null && shorter.zone !== null)
    return longer.zone === shorter.zone ? { why: '别称', score: 0.95 } : null
  const near = long.includes(short[0]!) || long.includes(short.at(-1)!)
  if (!near && !shorter.nickname && !longer.nickname) return null
  if (longer.numbered !== shorter.numbered) return null
  if (type === 'Place' && (shorter.nickname || longer.nickname)) {
    const [plain, nick] = shorter.nickname ? [long, short] : [short, long]
    return plain.replace(/市$/, '') === NICKNAMES.get(nick) ? { why: '别称', score: 0.9 } : null
  }
  if (type === 'Industry') return longer.stem === shorter.stem ? { why: '类名不同', score: 0.85 } : null
  if (type === 'Place' && (liesIn(long, short) || isSettlementBy(long, short))) return null
  if (type === 'Institute' && areUniversities(long, short)) return null
  if (isMemberOf(longName, short, type) || areTwo(longer, shorter)) return null
  if (latinOf(longName) === shorter.name) return { why: '文中定义', score: 0.95 }
  const { head, bare } = longer
  if (bare === short || (bare === shorter.inner && !standApart(head, short, type)))
    return { why: '地名前缀', score: 0.92 }
  if (longer.called === shorter.called) return { why: '缩写', score: 0.93 }
  if (LOCAL.has(type) && short.length >= 4 && isOfLevel(long, short)) return { why: '地名前缀', score: 0.9 }
  if (longer.courses.includes(shorter.called)) return { why: '缩写', score: 0.93 }
  if (type === 'Event' && !long.endsWith(short) && areOneEvent(longer.held, shorter.held))
    return { why: '通称', score: 0.93 }
  if (type === 'Company') return ofCompanies(longer, shorter, known)
  if (longer.stem === short || longer.bareStem === short)
    return { why: '简称', score: type === 'Place' && /[省市区县镇]$/.test(long) ? 0.91 : 0.9 }
  if (type === 'Strategy' && shortNamesOf([longName], type).some((name) => plainOf(name) === short))
    return { why: '简称', score: 0.9 }
  if (type === 'Park' && (isZoneOf(long, short) || long === `${short}区`)) return { why: '简称', score: 0.9 }
  if (type === 'Place' && placeStem(long) === placeStem(short)) return { why: '地名前缀', score: 0.9 }
  if (isPartOf(long, short)) return null
  if (type === 'Strategy' && longer.stem === shorter.stem) return { why: '类名不同', score: 0.88 }
  return (
    byCustom(head, short, type) ??
    bySuffix(head, short, type, known) ??
    (type === 'Strategy' ? ofStrategies(longName, shorter.name) : null) ??
    byPrefix(long, short, type) ??
    byAbbreviation(long, bare, short, type)
  )
}

const isZoneOf = (long: string, short: string): boolean => {
  const called = long.replace(ZONE, '')
  return called !== long && called.length >= 2 && (called === short || withoutPlace(called, 2) === short)
}

/** 抚州高新区 is not 南昌高新区. */
const standApart = (a: string, b: string, type: EntityType): boolean =>
  areApart(frontOf(a), frontOf(b)) || (type === 'Company' && areOfTwoPlaces(a, b))
const frontOf = (plain: string): string => plain.slice(0, plain.length - withoutPlace(plain).length)

/** 江苏省港口集团 is the province's, 南通港口集团 a city's of it. */
function areOfTwoPlaces(a: string, b: string): boolean {
  const [one, other] = [a, b].map((plain) => frontOf(plain).replace(/[省市]$/, ''))
  return one !== '' && other !== '' && one !== other
}

/** 长江镇 is not the river. */
const isSettlementBy = (long: string, short: string): boolean =>
  ONE_OF_A_KIND.has(short) &&
  long.startsWith(short) &&
  /^(?:镇|乡|村|街道|社区)$/.test(long.slice(short.length))

/** 浙江理工大学 is not 浙江大学, 省医学科学院 not 省科学院, nor is 桂林电子科技大学 the one that is called 电子科技大学. */
const areUniversities = (long: string, short: string): boolean =>
  /(?:大学|科学院)$/.test(long) &&
  /(?:大学|科学院)$/.test(short) &&
  (!long.endsWith(short) || lexicon().typeOf(short) === 'Institute')

/** 广州市南沙区 and 广州南沙 → 南沙. */
const placeStem = (plain: string): string => {
  const inner = withoutPlace(plain, 2)
  // 兴安大街 and 黄山大街 are streets, 南宁片区 and 防城港片区 parts of a zone, and no places of two cities
  return inner === plain || WAY.test(inner) ? plain : stemOf(inner, 'Place')
}
const WAY = /^[东西南北中新老]?(?:大街|大道|大桥|街|路|公园|机场|广场|港|车?站|片区|街区|社区|街道)$/

/** 进博会 in an article on 第三届中国国际进口博览会 is that one. */
const areOneEvent = (one: Held, other: Held): boolean =>
  one.name === other.name && (one.edition === other.edition || one.edition === '' || other.edition === '')

const isGroup = (name: string): boolean => /集团(?:有限公司|有限责任公司|公司)?$/.test(name)
/** Two firms that share all but their legal form: a group and its listed company. */
const areGroupAndMember = (a: string, b: string): boolean =>
  isGroup(a) !== isGroup(b) && [a, b].every((name) => /(?:公司|集团)$/.test(name))

function ofCompanies(longer: Form, shorter: Form, known: ReadonlySet<string>): Likeness | null {
  const [longName, long, shortName, short] = [longer.name, longer.core, shorter.name, shorter.core]
  if (longer.firm !== null && shorter.firm !== null)
    return longer.firm === shorter.firm ? { why: '别称', score: 0.95 } : null
  if (isPartOf(longer.plain, shorter.plain) || isPartOf(long, short)) return null
  if (areGroupAndMember(longName, shortName)) return null
  // 蓝思科技(长沙)有限公司 is a firm of 蓝思科技's, where that is a name of its own
  if (
    /[(（](?!集团|股份|控股)[^()（）]{2,4}[)）]/.test(longName) &&
    lexicon().typeOf(shorter.plain) !== undefined
  )
    return null
  const alike = longer.coreInner === shorter.coreInner && !standApart(long, short, 'Company')
  if (long === short || longer.coreInner === short || alike) return { why: '简称', score: 0.93 }
  if (long.endsWith(short) && short.length >= 2 && known.has(long.slice(0, -short.length)))
    return { why: '前缀省略', score: 0.85 }
  // 特变电工沈变公司: a firm of the one whose name it begins with
  if (!/(?:有限公司|有限责任公司|集团公司|集团)$/.test(longName) && /公司$/.test(longName)) return null
  if (short.length >= 3 && (long.startsWith(short) || longer.coreInner.startsWith(short)))
    return { why: '简称', score: 0.8 }
  return short.length >= 3 && abbreviates(short, long) ? { why: '缩写', score: 0.75 } : null
}

/** 东强、西优 is two, and neither of them. */
const LISTED = /[、，,+和与及]$/

function bySuffix(
  long: string,
  short: string,
  type: EntityType,
  known: ReadonlySet<string>,
): Likeness | null {
  if (!SUFFIXED.has(type) || !long.endsWith(short)) return null
  const front = long.slice(0, -short.length)
  if (type === 'Strategy' && LISTED.test(front)) return null
  // 3号线 is not 13号线
  if (/^\d/.test(short) && /\d$/.test(front)) return null
  const named = known.has(front) || withoutPlace(long) === short || /[省市区县]$/.test(front)
  if (named && short.length >= 2) return { why: '前缀省略', score: 0.9 }
  if (type === 'Place') return null
  const least = type === 'Organization' || type === 'Event' ? 2 : type === 'Strategy' ? 4 : 3
  return short.length >= least ? { why: '前缀省略', score: 0.78 } : null
}

const DONE = new RegExp(`(?:${POLICY_HEADS}|规划|目标|格局|布局)$`)
/** What a strategy is without the word for its being carried out, where enough is left to tell: 示范带 of 示范带建设. */
const doneOf = (plain: string): string => {
  const rest = plain.replace(DONE, '')
  return rest.length >= 3 ? rest : plain
}
/** Behind these stands a strategy of its own: 全面接轨上海行动方案. */
const LEADING = /(?:融入|对接|接轨|建设|打造|助力|服务|推进)$/
const COUNTED = /[一二两三四五六七八九十][\p{Script=Han}]/u
const QUOTED_FIRST = /^[“‘]([^“”‘’、，]{2,})[”’]./

/** “沙戈荒”新能源基地 and “沙戈荒”基地建设, 明月山绿色发展示范带 and 示范带建设. */
function ofStrategies(longName: string, shortName: string): Likeness | null {
  const quoted = QUOTED_FIRST.exec(longName)?.[1]
  if (quoted !== undefined && quoted === QUOTED_FIRST.exec(shortName)?.[1] && isOwn(quoted))
    return { why: '同名异称', score: 0.77 }
  const [long, short] = [doneOf(plainOf(longName)), doneOf(plainOf(shortName))]
  if (short.length < 3 || long === short || !long.endsWith(short) || !isOwn(short)) return null
  const front = long.slice(0, -short.length)
  if (LISTED.test(front) || LEADING.test(front) || (COUNTED.test(front) && COUNTED.test(short.slice(0, 2))))
    return null
  return { why: '前缀省略', score: 0.77 }
}
const OF_ALL = /^(?:国家)?(?:高质量发展|绿色发展|创新驱动|融合发展|城市更新|营商环境)$/
/** No name that is known beyond the article: “十四五”, 高质量发展. */
const isOwn = (plain: string): boolean => !OF_ALL.test(plain) && lexicon().typeOf(plain) === undefined

/** National centres go by the town where they stand: 国家超级计算无锡中心 is 无锡超算. */
function byCustom(long: string, short: string, type: EntityType): Likeness | null {
  const town = type === 'Institute' && /^国家超(?:级计)?算(.{2,3})中心$/.exec(long)?.[1]
  return town && (short === `${town}超算` || short === `${town}超算中心`)
    ? { why: '通称', score: 0.93 }
    : null
}

const DONE_WHOLLY = /^.{0,3}建设$/

function byPrefix(long: string, short: string, type: EntityType): Likeness | null {
  if (type !== 'Strategy' || short.length < 3 || !long.startsWith(short)) return null
  const rest = long.slice(short.length)
  // 大湾区创新中心建设 builds the centre, and not all of the region
  return DONE_WHOLLY.test(rest) || (rest.length <= 2 && !/[区市县]$/.test(rest))
    ? { why: '简称', score: 0.72 }
    : null
}

const PHASE = /[一二三四五六七八九十\d]期/
const LETTER = new RegExp(`^[${LETTERS}]$`)

/**
 * 云江长江隧道|右线隧道 and 云江电池一期项目 are of parts of what the shorter names name; 沪苏通大桥 joins three towns, 苏通大桥 two.
 */
function isOfAnother(long: string, short: string, type: EntityType): boolean {
  if (type !== 'Strategy' && long.startsWith(short)) return true
  const front = long.indexOf(short[0]!)
  return (
    type === 'Project' &&
    ((PHASE.test(long) && !PHASE.test(short)) ||
      (front > 0 && [long[front - 1]!, short[0]!, short[1]!].every((c) => LETTER.test(c))))
  )
}

/** `bare`: the long name without its place, which a short name mostly leaves out (综改区 of 云江转型综改示范区). */
function byAbbreviation(long: string, bare: string, short: string, type: EntityType): Likeness | null {
  if (!ABBREVIATED.has(type) || isOtherBody(short, long)) return null
  const least = type === 'Institute' && /大$/.test(short) ? 2 : 3
  if (short.length < least || (type === 'Organization' && PARTY.test(short))) return null
  if (isKnownZone(short, type) || isOfAnother(long, short, type)) return null
  if (!abbreviates(short, long) && !abbreviates(short, bare)) return null
  return { why: '缩写', score: 0.75 }
}
