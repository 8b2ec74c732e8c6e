/** Names that ran over the words beside them, or stopped short of their own last ones. */
import type { EntityType } from '../../model/ontology.ts'
import type { Candidate } from './candidate.ts'

/** Names as far as they go, without those that are none. */
export function withoutOverrun(text: string, candidates: readonly Candidate[]): Candidate[] {
  const typeOf = new Map(candidates.map((c) => [text.slice(c.start, c.end), c.type]))
  const named = new Set(candidates.filter((c) => OWNERS.has(c.type)).map((c) => c.start))
  const towns = new Map(candidates.filter((c) => c.type === 'Place').map((c) => [c.end, c.start]))
  return candidates.flatMap((c) => {
    const from =
      c.type === 'Project' && LINE.test(text.slice(c.start, c.end)) ? towns.get(c.start) : undefined
    if (from !== undefined) return [{ ...c, start: from }]
    const honors = c.type === 'Honor' ? TWO_HONORS.exec(text.slice(c.start, c.end)) : null
    if (honors) {
      const end = c.start + honors[1]!.length
      return [
        { ...c, end },
        { ...c, start: end + 1 },
      ]
    }
    if (isAny(text, c, named)) return []
    const start = c.start + frontOf(text, c)
    const end = endOf(text, { ...c, start })
    if (start === c.start && end === c.end) return [c]
    const name = text.slice(start, end)
    const beside = c.type === 'Project' && BESIDE.test(text.slice(c.start, start)) && GROUND.test(name)
    const type = beside ? 'Place' : end < c.end ? (typeOf.get(name) ?? c.type) : c.type
    return [{ ...c, start, end, type }]
  })
}

/** 4个|青禾乳业牧场: whose they are names them. */
const OWNERS: ReadonlySet<EntityType> = new Set(['Company', 'Organization', 'Place'])
/** 全国旅游重点村|和|全国治理示范村. */
const TWO_HONORS =
  /^((?:全国|国家级?|中国|全省|省级)[^“”、和与及]{3,})[和与](?:全国|国家级?|中国|全省|省级)[^“”、和与及]{3,}$/
const SITES: ReadonlySet<EntityType> = new Set(['Project', 'Park', 'Institute', 'Place', 'Company'])
const WORKS: ReadonlySet<EntityType> = new Set(['Project', 'Park', 'Institute'])

/** 南临|青禾水库, 起于|云江站, 整个|南片区工程, 一期安排|数据机房. */
const LEAD =
  /^(?:[东南西北][临接邻靠连抵依傍濒倚]|[南西北]至|起于|止于|起自|始于|整个|[这那][座条个家片]|[一二三四五]期(?:安排|建设|规划|布局))(?=.{3})/
/** What lies beside a thing says only where that is: 南临|青禾水库. */
const BESIDE = /^[东南西北][临接邻靠连抵依傍濒倚至]$/
const GROUND = /(?:水库|干渠|湖|河|江|山|路|大道|公路|高速|大桥)$/
/** 列车经|云江铁路. */
const BY_WAY_OF =
  /^(?:班列|列车|货车|货物|高铁|车辆|船舶|游客)(?:经由?|沿着?|途经|驶过)(?=.{2,}(?:铁路|高速|公路|大道|大桥|隧道|线|港|站)$)/
/** 云江合作开发|青禾花园城: who does it with whom. */
const TOGETHER = /^.{2,12}(?:合作|联合|共同|携手)(?:开发|建设|打造|投资)(?=.{4})/
/** 待|云江高铁建成; 待 is in no name of what is yet to be done. */
const UNTIL = /^待(?=.{4})/
const DONE = /^[^，。；]{0,4}(?:建成|通车|投[产用运]|开通|完工|竣工|落成|贯通)/
/** 以|某某项目为首的. */
const WITH = /^以(?=.{4})/
const AS = /^[^，。；、]{0,6}为(?:首|核心|代表|龙头|主|依托|载体|例|引领|抓手|重点|支撑|牵引|契机|中心)/
/** 西宁|至成都高速铁路: a line between two towns begins with the first of them. */
const LINE = /^[至到](?=.{2,}(?:铁路|高铁|高速|公路|段|城际|快线|通道)$)/
/** 要建|国产数据基地. */
const TO_BUILD = /^[要拟将]建(?=国[产内际])/
/** 做强|大健康产业. */
const STRENGTHEN = /^做强(?=大.)/

const FIVE_YEARS = /^[“《]*十[一二三四五六]五”?规划/
/** 云江区|“十四五”规划纲要: whose plan it is. */
const TO_PLAN = '按照|根据|依据|印发|发布|写[进入]|编制'
const WHOSE = new RegExp(
  `(?:^|[^\\p{Script=Han}]|${TO_PLAN})((?:(?!${TO_PLAN})\\p{Script=Han}){1,6}[省市区县])“?$`,
  'u',
)

/** How many characters in front of a name are another word's; below 0 those that it lacks. */
function frontOf(text: string, { start, end, type }: Candidate): number {
  const name = text.slice(start, end)
  const led = text.slice(Math.max(0, start - 1), end)
  const behind = text.slice(end, end + 10)
  if (type === 'Strategy') {
    const whose = FIVE_YEARS.test(name) ? WHOSE.exec(text.slice(Math.max(0, start - 12), start)) : null
    return whose ? whose[0].lastIndexOf(whose[1]!) - whose[0].length : 0
  }
  if (type === 'Industry') return STRENGTHEN.test(led) ? 1 : 0
  if (!SITES.has(type)) return 0
  if (WORKS.has(type) && TO_BUILD.test(led)) return 1
  if (UNTIL.test(name) && DONE.test(behind)) return 1
  if (WITH.test(name) && AS.test(behind)) return 1
  const lead = LEAD.exec(name) ?? BY_WAY_OF.exec(name) ?? (type === 'Project' ? TOGETHER.exec(name) : null)
  return lead?.[0].length ?? 0
}

const ENDS_OF_GROUND = '[城区园谷港院镇村站馆厂库地心岛湖]'
/** 青禾科技城打|造成, 云江新城东|接石桥: the half of a verb. */
const HALF: readonly (readonly [RegExp, RegExp])[] = [
  [new RegExp(`(?<=.{2}${ENDS_OF_GROUND})打$`), /^造/],
  [new RegExp(`(?<=.{2}${ENDS_OF_GROUND})[东南西北]$`), /^[接连邻临靠至抵]/],
]
/** 甲、乙、丙|三镇: how many they are. */
const COUNTED = /(?<=.{2})[二两三四五六七八九十]+(?:[镇乡县市区省村地]|街道)$/
/** 三期B区|块, 云脑|Ⅲ. */
const GOES_ON = /^(?:块(?=[^链])|[ⅠⅡⅢⅣⅤⅥ]+)/

/** 入选全国乡村产业高质量|发展“十大典型”. */
const QUALITY = /^发展(?:“[^“”，。]{2,12}”)?/

/** 全国百强企业|榜单. */
const LIST = /^(?:排行榜|榜单|榜)(?![样首单上中])/

/** 局长林清|和说: nobody else stands behind it. */
const AND_SAYS = /^和(?:说|表示|介绍|告诉|坦言|认为|透露|没有|正在)/

function endOf(text: string, { start, end, type }: Candidate): number {
  if (/高质量$/.test(text.slice(Math.max(start, end - 3), end))) {
    const rest = QUALITY.exec(text.slice(end, end + 18))?.[0] ?? ''
    return end + (type === 'Honor' ? rest.length : rest.slice(0, 2).length)
  }
  if (type === 'Honor') return end + (LIST.exec(text.slice(end, end + 4))?.[0].length ?? 0)
  if (type === 'Person') return end + (end - start === 2 && AND_SAYS.test(text.slice(end, end + 5)) ? 1 : 0)
  if (!SITES.has(type)) return end
  const name = text.slice(start, end)
  const behind = text.slice(end, end + 2)
  for (const [half, rest] of HALF) if (half.test(name) && rest.test(behind)) return end - 1
  const counted = type === 'Place' && /[、和与及]/.test(text[start - 1] ?? '') ? COUNTED.exec(name) : null
  if (counted) return end - counted[0].length
  const on = GOES_ON.exec(behind)?.[0]
  return on && (on !== '块' || /[A-Z\d]区$/.test(name)) ? end + on.length : end
}

/** 近40|项电池工程, 3|座换电站: how many of a kind. */
const OF_A_COUNT = /^[项座处](?!目)/
/** 穷村, 小康村: what villages are like. */
const SORT_OF_VILLAGE = /^(?:穷|富|小康|贫困|空壳|明星|靓|美丽|文明)村$/
/** 华东区域总部: a company's, and none by itself. */
const SEAT = /^(?:华[东南北中]|西[南北]|东[南北]|[东西]部)?(?:区域|全国|全球|中国|亚太)?总部$/

/** 2处市级|产业园, 引进23个|数据中心: counted, and none of them named. */
const COUNTED_OFF = /[\d余多两三四五六七八九十][个处家座](?:国家级|省级|市级|区级|县级)?$/
/** 九大创新中心: a set, and none of it; 五大连池 is a town. */
const SET = /^[三四五六七八九十]大(?![学厦桥道连洋洲坝院])/

function isAny(text: string, { start, end, type }: Candidate, named: ReadonlySet<number>): boolean {
  const name = text.slice(start, end)
  if ((type === 'Institute' || type === 'Company') && SET.test(name)) return true
  if (WORKS.has(type) && !named.has(start) && COUNTED_OFF.test(text.slice(Math.max(0, start - 6), start)))
    return true
  if (type === 'Place') return SORT_OF_VILLAGE.test(name)
  if (type === 'Company') return SEAT.test(name) || /^[起止]于$/.test(name)
  return WORKS.has(type) && OF_A_COUNT.test(name) && /[\d余多几]/.test(text[start - 1] ?? '')
}
