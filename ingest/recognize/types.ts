/** What a thing is by what the article says of it, where its name alone would mislead. */
import { DEVELOPERS } from '../lexicon/companies.ts'
import type { Candidate } from './candidate.ts'
import { listedWorks } from './listed-works.ts'

export const retyped = (text: string, candidates: readonly Candidate[]): Candidate[] =>
  towns(
    text,
    zonesByName(
      text,
      listedWorks(
        text,
        oldWorks(
          text,
          sites(text, buildings(text, works(text, nationalZones(text, strategyZones(text, candidates))))),
        ),
      ),
    ),
  )

/** What is a park by its last word, whatever is put into it; and what part of a house is none. */
const ZONE = /.{3}(?:(?:产业|工业|科技|物流|科创)园区?|产业基地)$/
const PART_OF_HOUSE = /.{3}(?:中心|院|楼)[二三四五六]期$/
const GOES_ON = /^(?:项目|工程|[一二三四五六首]期|[（(][一二三四五六首]期|建设|基础设施)/

function zonesByName(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((c) => {
    const name = text.slice(c.start, c.end)
    if (c.type === 'Project' && ZONE.test(name) && !GOES_ON.test(text.slice(c.end, c.end + 4)))
      return { ...c, type: 'Park' as const, rule: 'type:zone' }
    return c.type === 'Park' && PART_OF_HOUSE.test(name)
      ? { ...c, type: 'Project' as const, rule: 'type:part' }
      : c
  })
}

const TOWN = /^[\p{Script=Han}]{2,3}(?:市(?<![夜药超菜早集花街闹门都城]市)|县)$/u
const DISTRICT = /^[\p{Script=Han}]{2}区$/u
/** What a government does. */
const GOVERNS = /^(?:委|政府|争取|计划|拟|力争|引进|坚持|实施|提出|印发|出台|召开)/

/** A town is no work, whatever it plans to pay for. */
const towns = (text: string, candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((c) => {
    if (c.type !== 'Project') return c
    const name = text.slice(c.start, c.end)
    const town = TOWN.test(name) || (DISTRICT.test(name) && GOVERNS.test(text.slice(c.end, c.end + 2)))
    return town ? { ...c, type: 'Place' as const, rule: 'type:town' } : c
  })

/** What stands elsewhere is a place; what is being built or done up is a project. */
const SITE =
  /(?:机场|泊位|码头|作业区|街区|公园|景区|广场|大道|大桥|市场|商城|古镇|湿地|车站|高铁站|西站|东站|南站|北站|街|路)$/
const BUILDING =
  /(?:正在修的|在建的|要建的|修出一座|修好|建一座|建成了|新建|建设|修建|扩建|开工|建了|建起|打通|改造成|改造为|投建)$/
const BUILT =
  /^(?:项目|一期|二期|三期)?(?:总投资|主体|[^，。；、]{0,4}(?:开工|封顶|动工|破土|竣工|合龙|通车|贯通|完成(?:土建|提档|提升|改造|投资))|(?:位于|地处|坐落)[^。；]{2,16}，?,?总投资|将于|预计|计划(?:于|明年|今年))/

const VENUE = /(?:大厦|大剧院|剧院|会展中心|会议中心|博览中心|体育中心|文化中心|艺术中心|酒店|体育馆|展览馆)$/
const PASSED = /(?:大桥|水库|变电站|铁路|高速|隧道|高架)$/

function sites(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((c) => {
    // 绕江湾大桥, 在龙奥大厦举行: what stands, and is only where something is
    if (c.type === 'Project' && c.rule === 'head:project') {
      const at = text.slice(Math.max(0, c.start - 2), c.start)
      const then = text.slice(c.end, c.end + 4)
      const name = text.slice(c.start, c.end)
      const venue =
        /在$/.test(at) && VENUE.test(name) && /^(?:举行|举办|启幕|开幕|闭幕|召开|开讲|揭幕|上演)/.test(then)
      const passed = PASSED.test(name) && /(?:绕|过|经|沿|依托|离|接入|距|靠近|紧邻|毗邻)$/.test(at)
      if (venue || passed) return { ...c, type: 'Place' as const, rule: 'type:venue' }
    }
    if (c.type !== 'Place' || !c.rule.startsWith('head:') || !SITE.test(text.slice(c.start, c.end))) return c
    const pushed =
      /(?:推进|加快|启动|实施|谋划)$/.test(text.slice(Math.max(0, c.start - 2), c.start)) &&
      /^(?:项目)?(?:建设|前期|年内|开工|改造|进度|选址)/.test(text.slice(c.end, c.end + 4)) &&
      !/(?:片区|街区|社区)$/.test(text.slice(c.start, c.end))
    const built =
      pushed ||
      BUILT.test(text.slice(c.end, c.end + 32)) ||
      BUILDING.test(text.slice(Math.max(0, c.start - 3), c.start))
    return built ? { ...c, type: 'Project' as const, rule: 'type:site' } : c
  })
}

/** A zone that the text calls a strategy is one, in all its forms. */
function strategyZones(text: string, candidates: readonly Candidate[]): Candidate[] {
  const zones = new Set<string>()
  for (const c of candidates) {
    if (c.type !== 'Park' && c.type !== 'Place' && c.type !== 'Strategy') continue
    if (/^(?:lexicon|place|again)/.test(c.rule)) continue
    const after = text.slice(c.end, c.end + 60)
    if (
      /^(?:、[^，。；、]{2,16}){0,3}[“‘]?[一二三四五六七八九十]大战略/.test(after) &&
      /区$/.test(text.slice(c.start, c.end))
    )
      zones.add(text.slice(c.start, c.end))
  }
  if (zones.size === 0) return [...candidates]
  const isZone = (name: string) => [...zones].some((zone) => zone.endsWith(name) || name.endsWith(zone))
  return candidates.map((c) => {
    const name = text.slice(c.start, c.end)
    return /^(?:Park|Place|Project)$/.test(c.type) &&
      !/^(?:lexicon|place):/.test(c.rule) &&
      name.length >= 4 &&
      isZone(name)
      ? { ...c, type: 'Strategy' as const, rule: 'zone:strategy' }
      : c
  })
}

/** 围绕…示范区建设: a zone of the nation that one works for is a strategy there. */
function nationalZones(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((c) => {
    const name = text.slice(c.start, c.end)
    if (c.type !== 'Park' && c.type !== 'Institute' && c.type !== 'Project') return c
    // 高质量发展先行区: a zone of policy, on no map
    if (/(?:高质量发展|发展格局)(?:先行区|示范区|试验区)$/.test(name))
      return { ...c, type: 'Strategy' as const, rule: 'zone:policy' }
    if (
      !/(?:试验区|先行示范区|自由贸易港|自贸港|国家科学中心|科技走廊|科创走廊|产业带|科技创新合作区|开放枢纽|大通道)$/.test(
        name,
      )
    )
      return c
    if (
      /^(?:建设)?(?:带来的|的)?(?:双重|重大|历史|政策)?机遇|^建设(?:部署|要求|任务)/.test(
        text.slice(c.end, c.end + 8),
      )
    )
      return { ...c, type: 'Strategy' as const, rule: 'zone:national' }
    const before = /(?:围绕|聚焦|服务|抢抓|融入|助力|参与|对接|落实|建设和)$/.test(
      text.slice(Math.max(0, c.start - 3), c.start),
    )
    const after = /^(?:主要承载区)?(?:建设|机遇|战略|提速)/.test(text.slice(c.end, c.end + 8))
    return before && after ? { ...c, type: 'Strategy' as const, rule: 'zone:national' } : c
  })
}

/** A company's works and what money is put into are projects, not parks. */
function works(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((c) => {
    if (c.type !== 'Park' || !text.slice(c.start, c.end).endsWith('基地')) return c
    const name = text.slice(c.start, c.end)
    const before = text.slice(Math.max(0, c.start - 24), c.start)
    const after = text.slice(c.end, c.end + 16)
    const paid =
      /(?:投资|斥资)[\d.]+[余多]?(?:万|亿)[^，。；]{0,6}(?:建设|的)?[“]?$/.test(before) ||
      /^[^，。；]{0,6}(?:总投资|封顶|投产|竣工|年产|开工)/.test(after)
    const own = candidates.some((d) => d.type === 'Company' && d.start === c.start && d.end < c.end)
    const makes = /(?:生产|制造|智造|维修|产业化|加工|工业|组装)/.test(name)
    return paid || (own && makes) ? { ...c, type: 'Project' as const, rule: 'type:works' } : c
  })
}

/** 某轴承厂的老厂房, 某味精厂改成文创园: a firm that has left its house. */
const LEFT =
  /^(?:的?[^，。；、]{0,4}(?:厂房|厂区|车间|旧址|遗址)|由[^，。；]{2,12}(?:租下|改造|改建)|[^，。；]{0,8}改(?:成|造成|建成|造为))/

function oldWorks(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((c) =>
    c.type === 'Project' &&
    /(?<!工)厂$/.test(text.slice(c.start, c.end)) &&
    LEFT.test(text.slice(c.end, c.end + 24))
      ? { ...c, type: 'Company' as const, rule: 'type:left' }
      : c,
  )
}

/** 占地86亩,由6栋楼组成; 幕墙安装. */
const HOUSE =
  /^(?:项目)?[^，。；,;]{0,4}(?:占地|[^，。；,;]{0,10}(?:幕墙|外立面|塔楼|写字楼|内部装修))|^[^。；;]{0,12}由[^，。；,;]{0,4}\d+[栋幢]/

/** A developer's centre and a centre that is topped out are buildings. */
function buildings(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((c) => {
    if (c.type !== 'Institute') return c
    const name = text.slice(c.start, c.end)
    if (!/(?:中心|平台)$/.test(name)) return c
    const developed = [2, 3, 4].some((n) => DEVELOPERS.has(name.slice(0, n))) && !/研究|实验|·/.test(name)
    const built =
      /^(?:主体|项目)?[^，。；]{0,6}(?:封顶|主体施工|总建筑面积|高\d+米)/.test(
        text.slice(c.end, c.end + 20),
      ) || HOUSE.test(text.slice(c.end, c.end + 40))
    return developed || built ? { ...c, type: 'Project' as const, rule: 'type:building' } : c
  })
}
