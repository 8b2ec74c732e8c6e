/** What the same real thing is called in every article: the core of its name, and where it lies as far as that tells things apart. */
import type { ArticleEntity } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { lexicon } from '../lexicon/lexicon.ts'
import { coreOf, plainOf, stemOf } from './forms.ts'
import { type DivisionPath, ownDivisionOf } from './places.ts'
import { shortNamesOf } from './short-names.ts'

export interface CorpusKey {
  type: EntityType
  core: string
  /** The division that it lies in, as far down as matters; '' for what is one thing all over the country. */
  scope: DivisionPath
}

export const textOf = ({ type, core, scope }: CorpusKey): string => `${type} ${core}${scope && ` @${scope}`}`

/** Types whose names are mostly their own, wherever they are. */
const EVERYWHERE = new Set<EntityType>(['Company', 'Industry', 'Honor'])
const NATIONAL =
  /^(?:中国|中华|全国|国家(?!级)|世界|全球|国际|亚太|亚洲|中共中央|中央(?!活力|商埠|商务|公园)|国务院|长三角|粤港澳|京津冀|成渝|长江|黄河|新时代)/
/** Lines, rivers and roads that pass through many districts. */
const PASSING = /(?:高铁|铁路|高速(?:公路)?|运河|国道|省道|[江河湖海]|山脉|山|沙漠|草原)$/
/** What many places have one of: such a name says something only with its place. */
const GENERIC =
  /^(?:高新|技术|产业|经济|开发|综合|保税|自贸|自由|贸易|试验|工业|科技|大学|学院|职业|师范|理工|工程|交通|医科|医学|农业|财经|银行|日报|晚报|电视台|新闻网|研究|院|园|区|城|中心|创新|科学|国际|国家级?|示范|集聚|新|老|东|西|南|北|[一二三四五六]|市|省|县|州|委|政府|人民|医院|第|机场|港|站|商会|管委会|党工委|常委会|办公室|局|厅|级|网|群|队|会|代表)+$/

/** An entity as its article names it. */
export interface LinkableEntity
  extends Pick<ArticleEntity, 'index' | 'name' | 'type' | 'aliases' | 'reasons' | 'qualified'> {
  /** Names of a set's members (三大战略). */
  members: string[]
}

/** Its key, from its fullest name; `district` is the division that its article is about. */
export function keyOfEntity(entity: LinkableEntity, district: DivisionPath): CorpusKey {
  const { name, type, aliases, qualified, members } = entity
  if (members.length > 0)
    return { type, core: `${plainOf(name)}:${[...members].map(plainOf).sort().join('、')}`, scope: '' }
  if (type === 'Place' && qualified) return { type, core: qualified, scope: '' }
  return keyOfName(name, aliases, type, district)
}

/** The keys that its other names would have, where a name is long enough to tell. */
export function keysOfAliases(entity: LinkableEntity, district: DivisionPath): CorpusKey[] {
  if (entity.type === 'Place' || entity.type === 'Person') return []
  // what only follows from a longer name ties nothing to another article's
  const derived = new Set(shortNamesOf(entity.aliases, entity.type))
  return entity.aliases
    .filter((alias) => plainOf(alias).length >= 3 && !derived.has(alias))
    .map((alias) => keyOfName(alias, [alias], entity.type, district))
}

function keyOfName(
  name: string,
  aliases: readonly string[],
  type: EntityType,
  district: DivisionPath,
): CorpusKey {
  const plain = plainOf(name)
  if (type === 'Company') return { type, core: companyCore(name, district), scope: '' }
  if (type === 'Industry') return { type, core: stemOf(plain, type).replace(/(?<!汽)车$/, '汽车'), scope: '' }
  const listed = [name, ...aliases].map(plainOf).find((form) => lexicon().typeOf(form) === type)
  if (type === 'Strategy' && listed) return { type, core: stemOf(listed, type), scope: '' }
  if (type === 'Institute' && lexicon().typeOf(plain) === type) return { type, core: plain, scope: '' }
  if (type === 'Organization' && listed)
    return { type, core: listed.replace(/^国家(?=.{1,6}部$)/, ''), scope: '' }
  if (EVERYWHERE.has(type) || NATIONAL.test(plain)) return { type, core: stemOf(plain, type), scope: '' }
  const road = roadOf(plain)
  if (road) return { type, core: road, scope: '' }
  if (PASSING.test(plain) && (type === 'Place' || type === 'Project')) return { type, core: plain, scope: '' }
  const own = ownDivisionOf(plain, district)
  const rest = own ? levelAt(plain, own.length) : plain
  const core = rest.length >= 2 ? stemOf(rest, type) : plain
  if (GENERIC.test(rest) && own) return { type, core, scope: own.path }
  // elsewhere than where the article is: as far as its own name says
  const scope = own && !district.startsWith(own.path.split('/').slice(0, 2).join('/')) ? own.path : district
  return {
    type,
    core,
    scope: GENERIC.test(rest) ? district : cityOf(own && scope === own.path ? own.path : scope),
  }
}

/** 济南市委 → 市委: the level of the division is part of a body's name. */
function levelAt(plain: string, length: number): string {
  const rest = plain.slice(length)
  return /^(?:委|政府|人大|政协|人民政府|纪委|常委|发改|商务|财政|教育|科技|工信|住建|统计|文旅)/.test(
    rest,
  ) && /[省市区县州]$/.test(plain.slice(0, length))
    ? plain.slice(length - 1)
    : rest
}

const cityOf = (path: DivisionPath): DivisionPath => {
  const [province, city] = path.split('/')
  if (!province) return ''
  return !city || /^(?:北京|天津|上海|重庆)市$/.test(province) ? province : `${province}/${city}`
}

/** 国道104, 104国道, G104 → 104国道. */
function roadOf(plain: string): string | null {
  const m = /^(?:国道|G)(\d{2,3})$|^(\d{2,3})国道$/.exec(plain)
  return m ? `${m[1] ?? m[2]}国道` : null
}

/** A firm's name without legal form and province; a place in brackets makes it a firm of its own. */
function companyCore(name: string, district: DivisionPath): string {
  const bracket = /[(（]([^()（）]{2,6})[)）]/.exec(name)?.[1]
  const core = coreOf(name)
  const own = ownDivisionOf(core, district)
  const rest = own ? core.slice(own.length) : core
  const bare = own && rest.length >= 3 && !GENERIC.test(rest) ? rest : core
  return bracket ? `${bare}(${bracket})` : bare
}
