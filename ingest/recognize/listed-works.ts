/** Sites that are listed as works are works themselves. */
import type { Candidate } from './candidate.ts'

const REST = '(?:、[^，。；、：\\n]{2,28}|[和及与][^，。；、：\\n]{2,28}?){0,8}?'
const MANY = '(?:[二三四五六七八九十两多\\d]+[余多]?[个批项条]|[一二三四五六七八九十两多\\d]+批)'
const CLOSED = `^${REST}(?:等${MANY}?|${MANY})`
/** 甲|、乙等五个重点项目, 甲|、乙两个项目. */
const AS_WORKS = new RegExp(`${CLOSED}[\\p{Script=Han}]{0,8}?(?:项目|工程)`, 'u')
/** 甲路|、乙街等道路正在施工. */
const AS_ROADS = new RegExp(
  `${CLOSED}[\\p{Script=Han}]{0,6}?(?:道路|公路|主干道|骨干道|市政路)[^，。；]{0,10}?(?:推进|建设|施工|通车|贯通|建成|实施|完工|开工)`,
  'u',
)
const WORK = /(?:基地|城|谷|港|小镇|路|街|大道|广场|桥)$/
const ROAD = /(?:路|街|大道)$/
/** Grounds that many firms are in. */
const SHARED = /(?:示范|创新|发展|科创|创业|孵化|双创)基地$/
const SHORTEST = 5
const FARTHEST = 160

export function listedWorks(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((c) => {
    if (c.type !== 'Park' && c.type !== 'Place') return c
    const name = text.slice(c.start, c.end)
    if (!WORK.test(name)) return c
    const after = text.slice(c.end, c.end + FARTHEST)
    const listed =
      (name.length >= SHORTEST && !SHARED.test(name) && AS_WORKS.test(after)) ||
      (c.type === 'Place' && ROAD.test(name) && AS_ROADS.test(after))
    return listed ? { ...c, type: 'Project' as const, rule: 'type:listed-work' } : c
  })
}
