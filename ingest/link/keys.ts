/** What the same real thing is called in every article: the core of its name, and where it lies as far as that tells things apart. */
import type { ArticleEntity } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { ONE_OF_A_KIND } from '../lexicon/landforms.ts'
import { lexicon } from '../lexicon/lexicon.ts'
import { calledShort, strategyCalled } from './called.ts'
import { courseCalled, shortCoursesOf } from './courses.ts'
import { type Held, heldOf, isKnownEvent } from './editions.ts'
import { firmCalled } from './firm-names.ts'
import { coreOf, plainOf, stemOf } from './forms.ts'
import { BARE_PART } from './phases.ts'
import { cityOf, type DivisionPath, inFull, ownDivisionOf } from './places.ts'
import { shortNamesOf } from './short-names.ts'
import { universityCalled } from './universities.ts'
import { zoneCalled } from './zone-names.ts'

export interface CorpusKey {
  type: EntityType
  core: string
  /** The division that it lies in, as far down as matters; '' for what is one thing all over the country. */
  scope: DivisionPath
  /** Whether the name itself says just there, and not that it lies anywhere in there. */
  placed?: true
}

export const textOf = ({ type, core, scope }: CorpusKey): string => `${type} ${core}${scope && ` @${scope}`}`

/** Types whose names are mostly their own, wherever they are. */
const EVERYWHERE = new Set<EntityType>(['Company', 'Industry', 'Honor'])
const NATIONAL =
  /^(?:中国|中华|全国|国家(?!级)|世界|全球|国际|亚太|亚洲|中共中央|中央(?!活力|商埠|商务|公园)|国务院|长三角|珠三角|长株潭|粤港澳|京津冀|成渝|长江|黄河|新时代)/
/** What a town calls its own: 国际陆港, 世界之窗, 中央厨房, 长江大桥. */
const OF_A_TOWN = /^(?:国际|世界|全球|亚太|亚洲|中央|新时代|(?:长江|黄河)(?!经济带|流域|[上中下]游|三角洲))/
/** Types of what stands somewhere. */
const SITES = new Set<EntityType>(['Park', 'Project', 'Place'])
const isNational = (plain: string, type: EntityType): boolean =>
  NATIONAL.test(plain) && !(SITES.has(type) && OF_A_TOWN.test(plain))
/** Lines, rivers and roads that pass through many districts. */
const PASSING = /(?:高铁|铁路|城际|客专|高速(?:公路)?|运河|国道|省道|[江河湖海]|山脉|山|沙漠|草原)$/
/** What many places have one of: such a name says something only with its place. */
const GENERIC =
  /^(?:高新|经开|综保|高技术|软件|物流|陆港|空港|技术|产业|经济|开发|综合|保税|自贸|自由|贸易|试验|工业|科技|大学|学院|职业|师范|理工|工程|交通|医科|医学|农业|财经|银行|日报|晚报|电视台|新闻网|研究|院|园|区|城|中心|创新|科学|国际|国家级?|示范|集聚|新|老|东|西|南|北|[一二三四五六]|市|省|县|州|委|政府|人民|医院|第|机场|港|站|商会|管委会|党工委|常委会|办公室|局|厅|级|网|群|队|会|代表)+$/

/** What every city has a firm for: such a name says something only with its place. */
const OF_ANY_PLACE =
  /^(?:国有|国资|资产|资本|投资|产业|城市|城镇|城乡|建设|开发|发展|运营|经营|管理|控股|金融|融资|担保|创新|科技|工业|农业|文化|旅游|文旅|体育|传媒|交通|公交|公路|轨道|铁路|高速|港口|港航|港务|国际|陆港|物流|水务|水利|水电|供水|排水|热力|供热|供电|电力|燃气|能源|生态|环境|环保|环卫|园林|市政|公用|事业|住房|保障房|粮食|粮油|储备|供销|人才|人力|资源|大数据|乡村|振兴|基础|设施|综合|实业|商业|商贸|贸易|农村|农商|商业|银行|信用|联社|烟草|邮政|公共|服务|城投|交投|产投|国投|文旅投|旅投|水投|农投|工投|科投|城建|城发|新区|高新区|经开区|开发区|局|厂)+$/

const UNIVERSITY = /^.+?(?:大学|(?<=[工师农交医财科])大)/
/** An entity as its article names it. */
export interface LinkableEntity
  extends Pick<ArticleEntity, 'index' | 'name' | 'type' | 'aliases' | 'reasons' | 'qualified'> {
  /** Names of a set's members (三大战略). */
  members: string[]
}

/** Its key, from its fullest name; `district` is the division that its article is about. */
export function keyOfEntity(
  entity: LinkableEntity,
  { id, district }: { id: string; district: DivisionPath },
): CorpusKey {
  const { name, type, aliases, qualified, members } = entity
  if (BARE_PART.test(plainOf(name))) return { type, core: plainOf(name), scope: `=${id}` }
  if (members.length > 0)
    return { type, core: `${plainOf(name)}:${[...members].map(plainOf).sort().join('、')}`, scope: '' }
  if (type === 'Place' && qualified) return { type, core: qualified, scope: '' }
  return keyOfName(name, aliases, type, district)
}

/** The keys that its other names would have, where a name is long enough to tell; `scope` is that of its own key. */
export function keysOfAliases(
  entity: LinkableEntity,
  scope: DivisionPath,
  district: DivisionPath,
): CorpusKey[] {
  const courses = entity.aliases
    .flatMap((alias) => shortCoursesOf(alias, entity.type))
    .map((alias) => keyOfName(alias, [alias], entity.type, district))
  if (entity.type === 'Place' || entity.type === 'Person') return courses
  // what only follows from a longer name ties nothing to another article's
  const derived = new Set(shortNamesOf(entity.aliases, entity.type))
  return (
    entity.aliases
      .filter((alias) => plainOf(alias).length >= 3 && !derived.has(alias))
      .filter((alias) => !BARE_PART.test(plainOf(alias)))
      // a firm that is known by that name is no other one's short form: 国电投 is not 国电投氢能
      .filter((alias) => entity.type !== 'Company' || firmCalled(alias, district) === null)
      .map((alias) => ({ alias, key: keyOfName(alias, [alias], entity.type, district) }))
      // 高新区 alone is the one of where the article is, whichever other one it goes on to call so
      .filter(({ alias, key }) => !GENERIC.test(plainOf(alias)) || isWithin(key.scope, scope))
      .map(({ key }) => key)
      .concat(courses)
  )
}

const isWithin = (inner: DivisionPath, outer: DivisionPath): boolean =>
  inner === outer || inner.startsWith(`${outer}/`)

function keyOfName(
  name: string,
  aliases: readonly string[],
  type: EntityType,
  district: DivisionPath,
): CorpusKey {
  if (type === 'Event') return keyOfEvent(plainOf(name), district)
  if (type === 'Company') return keyOfCompany(name, district)
  const plain = calledShort(inFull(plainOf(name), type, district), type)
  const zone = type === 'Park' ? zoneCalled(name) : null
  if (zone) return { type, core: zone, scope: '' }
  if (type === 'Industry') return { type, core: stemOf(plain, type).replace(/(?<!汽)车$/, '汽车'), scope: '' }
  const listed = [name, ...aliases]
    .flatMap((form) => (type === 'Strategy' ? strategyForms(plainOf(form)) : [plainOf(form)]))
    .find((form) => lexicon().typeOf(form) === type)
  if (type === 'Strategy') {
    const national = [name, ...aliases]
      .flatMap((form) => strategyForms(plainOf(form)).map(strategyCalled))
      .find((one) => one !== null)
    const scope = OWN.test(plain) ? levelIn(OWN.exec(plain)![0], district) : ''
    if (national || listed) return { type, core: stemOf(national ?? listed!, type), scope }
  }
  const university = type === 'Institute' ? universityCalled(plain, district) : null
  if (university) return { type, core: calledShort(university, type), scope: '' }
  if (type === 'Institute' && lexicon().typeOf(plain) === type) return { type, core: plain, scope: '' }
  if (type === 'Organization' && listed)
    return { type, core: calledShort(listed, type).replace(/^国家(?=.{1,6}部$)/, ''), scope: '' }
  // no two universities share a name; those of one place are told apart by it
  if (type === 'Institute' && !GENERIC.test(UNIVERSITY.exec(plain)?.[0] ?? '大学'))
    return { type, core: plain, scope: '' }
  if (type === 'Place' && ONE_OF_A_KIND.has(plain)) return { type, core: plain, scope: '' }
  if (EVERYWHERE.has(type) || isNational(plain, type)) return { type, core: stemOf(plain, type), scope: '' }
  const road = roadOf(plain) ?? courseCalled(name, type)
  if (road) return { type, core: road, scope: '' }
  if (PASSING.test(plain) && (type === 'Place' || type === 'Project')) return { type, core: plain, scope: '' }
  return keyByPlace(plain, type, district)
}

/** 国家“十四五”规划 is what goes by 十四五 alone, and 共建“一带一路” what is done about it; a city's says whose it is. */
const strategyForms = (plain: string): string[] => {
  const own = plain.replace(/^(?:国家(?=十[一二三四五六]五)|(?:共建|推进|参与)(?=.{4}))/, '')
  return [plain, own, stemOf(own, 'Strategy')]
}

/** 工业强市, 产业兴区, 强省会: every city, district or province has one of its own. */
const OWN = /[强兴立富][省市州盟区县旗]/

/** The province, city or county of a division, as a strategy of that level says. */
const levelIn = (own: string, district: DivisionPath): DivisionPath =>
  own.endsWith('省') ? district.split('/')[0]! : /[市州盟]$/.test(own) ? cityOf(district) : district

/** A village, a quarter or a part of a town is another thing than the town that has its name. */
const SETTLED = /.{2}(?:村|社区|片区|街区)$/

function keyByPlace(plain: string, type: EntityType, district: DivisionPath): CorpusKey {
  const own = ownDivisionOf(plain, district)
  const rest = own ? levelAt(plain, own.length, type) : plain
  const core = rest.length >= 2 && !(type === 'Place' && SETTLED.test(rest)) ? stemOf(rest, type) : plain
  if (GENERIC.test(rest) && own) return { type, core, scope: own.path, placed: true }
  // a body of a district is none of its city's: 万州区商务委, 永川区商务委, of an article's own 区商务委
  if (type === 'Organization' && LEVEL.test(rest))
    return bodyOf(core, rest, own?.path ?? district, own !== null)
  if (GENERIC.test(rest)) return { type, core, scope: district }
  const city = cityOf(district)
  // 山东启明研究院 in an article on 济南 is there; 珲春's and 和龙's are two, wherever they are spoken of
  const scope = own && !city.startsWith(own.path) ? own.path : city
  return { type, core, scope: type === 'Strategy' ? cityOf(scope) : scope }
}

/** Each time that it is held is a thing of its own, and so is the fair itself. */
function keyOfEvent(plain: string, district: DivisionPath): CorpusKey {
  const { edition, name } = heldAt(plain, district)
  const known = isKnownEvent(name) || isNational(name, 'Event')
  const key: CorpusKey = known
    ? { type: 'Event', core: name, scope: '' }
    : keyByPlace(name, 'Event', district)
  return { ...key, core: edition + key.core }
}

/** 哈尔滨第九届亚冬会: the place may stand in front of what says which one it is. */
function heldAt(plain: string, district: DivisionPath): Held {
  const length = ownDivisionOf(plain, district)?.length ?? 0
  const { edition, name } = heldOf(plain.slice(length))
  return edition ? { edition, name: plain.slice(0, length) + name } : heldOf(plain)
}

function bodyOf(core: string, rest: string, path: DivisionPath, placed: boolean): CorpusKey {
  const scope = levelOf(rest, path, placed)
  // 市工信局 in an article on a city is that of the city, whatever districts have one
  const exact = placed || (/^[市州省]/.test(rest) && scope !== '')
  return { type: 'Organization', core, scope, ...(exact ? { placed: true } : {}) }
}

/** 济南市委 → 市委: the level of the division is part of a body's name. */
function levelAt(plain: string, length: number, type: EntityType): string {
  const rest = plain.slice(length)
  const body = type === 'Organization' && !/^(?:日报|晚报|新闻|晨报|电视|广播|发布)/.test(rest)
  const level = body && /自治[区州县旗]$|[省市区县州旗]$/.exec(plain.slice(0, length))
  return level ? plain.slice(length - level[0].length) : rest
}

const LEVEL = /^(?:自治[区州县旗]|[省市区县州旗])/

/** 市商务局 in an article on a district is the city's. */
const levelOf = (rest: string, path: DivisionPath, named: boolean): DivisionPath =>
  /^[市州]/.test(rest) && (!named || /[区县旗]$/.test(path))
    ? cityOf(path)
    : /^(?:省|自治区)/.test(rest)
      ? path.split('/')[0]!
      : path

/** 国道104, 104国道, G104 → 104国道. */
function roadOf(plain: string): string | null {
  const m = /^(?:国道|G)(\d{2,3})$|^(\d{2,3})国道$/.exec(plain)
  return m ? `${m[1] ?? m[2]}国道` : null
}

/** What the full name of a listed firm or a group has behind the name by which news calls it: 宁德时代|新能源科技股份有限公司. */
const TRADE =
  /^(?:新能源|新材料|信息|网络|智能|数字|电子|电气|电器|机械|机电|装备|重工|汽车|航空|生物|医药|制药|医疗|化学|化工|能源|电力|材料|光电|半导体|通信|软件|科技|技术|工业|实业|产业|发展|控股|股份|集团)*$/
const OF_WHOLE_FIRM = /(?:股份有限公司|集团有限公司|集团有限责任公司|集团公司|集团)$/

/** What says nothing of a trade: 华为|技术有限公司. */
const ANY_TRADE = /^(?:技术|科技|计算|控股|股份|集团)+$/

/** The name by which news calls a firm that is known, where its full name begins with it; the core itself of other names. */
function brandOf(name: string, core: string): string {
  const known = (brand: string) => lexicon().typeOf(brand) === 'Company'
  for (let n = core.length - 2; n >= 2; n--) {
    const rest = core.slice(n)
    const whole = ANY_TRADE.test(rest) || (n >= 3 && OF_WHOLE_FIRM.test(name) && TRADE.test(rest))
    if (whole && known(core.slice(0, n))) return core.slice(0, n)
  }
  // 中国航天科工集团 is 航天科工
  return core.startsWith('中国') && known(core.slice(2)) ? core.slice(2) : core
}

/** A firm by its name without legal form and province; a place in brackets makes it a firm of its own. */
function keyOfCompany(name: string, district: DivisionPath): CorpusKey {
  const type = 'Company'
  const called = firmCalled(inFull(plainOf(name), type, district), district)
  if (called) return { type, core: called, scope: '' }
  const bracket = /[(（]([^()（）]{2,6})[)）]/.exec(name)?.[1]
  const core = brandOf(plainOf(name), coreOf(name))
  const own = ownDivisionOf(core, district)
  const rest = own ? core.slice(own.length) : core
  // 文旅投 says something only with its place, and a province's is none of its counties'
  if (OF_ANY_PLACE.test(rest))
    return { type, core: `${(own?.path ?? cityOf(district)).replaceAll('/', '')}${rest}`, scope: '' }
  const bare = own && rest.length >= 3 && !GENERIC.test(rest) ? rest : core
  return { type, core: bracket ? `${bare}(${bracket})` : bare, scope: '' }
}
