/** Sites that are listed as works are works themselves. */
import type { Candidate } from './candidate.ts'
import { isJoinedAt, type ListOf, listEnd } from './list-end.ts'

const MANY = '(?:[二三四五六七八九十两多\\d]+[余多]?[个批项条]|[一二三四五六七八九十两多\\d]+批)'
const CLOSED = `(?:等${MANY}?|${MANY})`
/** 甲、乙|等五个重点项目, 甲、乙|两个项目. */
const AS_WORKS = new RegExp(`${CLOSED}[\\p{Script=Han}]{0,8}?(?:项目|工程)`, 'uy')
/** 甲路、乙街|等道路正在施工. */
const AS_ROADS = new RegExp(
  `${CLOSED}[\\p{Script=Han}]{0,6}?(?:道路|公路|主干道|骨干道|市政路)[^，。；]{0,10}?(?:推进|建设|施工|通车|贯通|建成|实施|完工|开工)`,
  'uy',
)
/** 甲路、乙街|正在加紧施工; what is done up is not built. */
const BUILT =
  /(?:均|都|也|已经?|全部|全线|正式|正在?|加紧|加快|同步|先后|相继|陆续|如期|即将|率先|日前|近日)*(?:建成|通车|贯通|施工|开工|开建|动工|完工|竣工)(?![了后])/y
/** 在甲路建成: where it was built. */
const THERE = /[在沿于到]$/
/** 甲公园、乙古镇|等10个典型区域, 甲天地|等小区: no works, whatever they are called. */
const AS_GROUND = new RegExp(
  `${CLOSED}[\\p{Script=Han}]{0,4}?(?:小区|景区|景点|村|社区|地标|街巷|商圈|区域)(?!项目|改造|建设|安置)`,
  'uy',
)
const NAMED_WORK = /(?:项目|工程|[一二三四五六]期|改造|扩建)$/
const WORK = /(?:基地|城|谷|港|小镇|路|街|大道|广场|桥)$/
const ROAD = /(?:路|街|大道)$/
/** Grounds that many firms are in. */
const SHARED = /(?:示范|创新|发展|科创|创业|孵化|双创)基地$/
const SHORTEST = 5
const FARTHEST = 160

/** So many more names behind the first. */
const NAMES: ListOf = { character: /[^，。；、：\n]/u, shortest: 2, longest: 28, most: 8 }

export function listedWorks(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((c) => {
    if (c.type !== 'Park' && c.type !== 'Place' && c.type !== 'Project') return c
    const name = text.slice(c.start, c.end)
    const after = text.slice(c.end, c.end + FARTHEST)
    if (c.type === 'Project')
      return !NAMED_WORK.test(name) && isClosed(after, AS_GROUND)
        ? { ...c, type: 'Place' as const, rule: 'type:listed-ground' }
        : c
    if (!WORK.test(name)) return c
    const there = THERE.test(text.slice(Math.max(0, c.start - 1), c.start))
    const listed =
      (name.length >= SHORTEST && !SHARED.test(name) && isClosed(after, AS_WORKS)) ||
      (c.type === 'Place' &&
        ROAD.test(name) &&
        (isClosed(after, AS_ROADS) || (!there && isClosed(after, BUILT))))
    return listed ? { ...c, type: 'Project' as const, rule: 'type:listed-work' } : c
  })
}

/** Whether the list that `after` goes on with, or nothing, is closed by a sticky pattern. */
function isClosed(after: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0
  return pattern.test(after) || (isJoinedAt(after, 0) && listEnd(after, 1, NAMES, pattern) >= 0)
}
