/** Administrative divisions of China: full names, short forms, and what lies in what. Source: see build.ts. */
import tree from './divisions.json' with { type: 'json' }
import towns from './townships.json' with { type: 'json' }
import { wordSet } from './word-set.ts'
import { words } from './words.ts'

export type DivisionLevel = 'province' | 'city' | 'county'

export interface Division {
  /** 济南市 */
  name: string
  /** 济南; equal to the name where a single character would be left. */
  short: string
  level: DivisionLevel
  /** Full names of what it lies in, largest first: 山东省, 济南市. */
  within: string[]
}

const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|俄罗斯|鄂温克|保安|裕固|京|独龙|鄂伦春|赫哲|门巴|珞巴|各'
const SUFFIX = new RegExp(
  `(?:(?:${PEOPLES})(?:族|(?=自治)))*(?:特别行政区|自治[区州县旗]|地区|林区|特区|新区|矿区|[省市区县旗盟])$`,
)

/** 济南市 → 济南, 延边朝鲜族自治州 → 延边, 广西壮族自治区 → 广西. */
export function shortOf(name: string): string {
  const short = name.replace(SUFFIX, '').replace(/(?:柯尔克孜|哈萨克|蒙古|土家族苗族)$/, '') || name
  const stem = { 内蒙古自治区: '内蒙古', 西藏自治区: '西藏' }[name] ?? short
  return stem.length >= 2 ? stem : name
}

function* divisionsOf(): Generator<Division> {
  for (const [province, cities] of Object.entries(tree as Record<string, Record<string, string>>)) {
    yield { name: province, short: shortOf(province), level: 'province', within: [] }
    for (const [city, counties] of Object.entries(cities)) {
      if (city) yield { name: city, short: shortOf(city), level: 'city', within: [province] }
      for (const name of words(counties))
        yield { name, short: shortOf(name), level: 'county', within: city ? [province, city] : [province] }
    }
  }
}

export const DIVISIONS: readonly Division[] = [...divisionsOf()]

const byLevel = (level: DivisionLevel) => DIVISIONS.filter((d) => d.level === level)
/** Short forms of provinces and of prefectures: 山东, 济南. */
export const PROVINCES: readonly string[] = byLevel('province').map((d) => d.short)
export const CITIES: readonly string[] = [
  ...new Set([...byLevel('city').map((d) => d.short), '雄安', '浦东', '两江', '滨海新区']),
]
/** Full names of counties and districts: 市中区. One name may stand for several. */
export const COUNTIES: ReadonlySet<string> = new Set(byLevel('county').map((d) => d.name))
/** Their short forms of two characters and more: 市中. */
export const COUNTY_STEMS = wordSet(byLevel('county').flatMap((d) => (d.short === d.name ? [] : [d.short])))

const TOWNSHIPS = wordSet(
  Object.entries(towns).flatMap(([kind, names]) => words(names).map((name) => name + kind)),
)
/** Whether a street, town or township of this full name exists: 彩石街道, 张江镇. */
export const isTownship = (name: string): boolean => TOWNSHIPS.has(name)
