/** Sets that a catchword counts (一城一谷, 一轴、四园区), and what an article says its parts are. */
import type { Sentence } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'
import { between, firstFrom, outerOf, type Placed, type Scene } from '../scene.ts'
import type { AddServes } from './aims.ts'

/** The rule by which “四园区”是甲、乙 says what serves the set: in so many words. */
export const SET_PART = 'set:part'

const COUNT = '[一二三四五六七八九十两双多]'
const NAME = `${COUNT}[^一二三四五六七八九十两双多、，,“”‘’\\s]{1,4}`
const SET = new RegExp(`^(?:${NAME}[、，,]?){2,}`)
const PART = new RegExp(NAME, 'g')
/** What follows the catchword where no quotes close it: 一核两翼|空间布局. */
const SHAPE = /(?:总体|城市|空间|产业|发展|功能|开放|开发)*(?:布局|格局|结构|体系|框架|战略|规划|模式).*$/
/** 三个一批, 十年: they count days and things, and name no part. */
const NO_PART = /[个批年月天次期项条]$/
/** More sets, and parts of them, than an article of news explains. */
const MOST_SETS = 8
const EXPLAINS = '[”’]?(?:(?:则|便|就|即|主要)*分?别?(?:就是|正是|是|为|指|包括|涵盖)|即(?!将))'
const WORKS: ReadonlySet<EntityType> = new Set(['Project', 'Park', 'Institute', 'Company'])
/** Its name ends here: no 甲园的乙. */
const ENDS = /^[”’]?(?:$|[、和与及以，,。；;\n])/

/** The parts that a set's name counts: 一城一谷一基地 has three; none where it counts none. */
export function partsOfSet(name: string): string[] {
  const quoted = /[“‘]([^”’]+)[”’]/.exec(name)?.[1]
  const counted = SET.exec(quoted ?? name.replace(SHAPE, ''))?.[0]
  const parts = counted?.match(PART) ?? []
  return parts.length < 2 || parts.some((part) => NO_PART.test(part)) ? [] : parts
}

/** Which set a part belongs to, by the part. */
export function setsOf(scene: Scene): ReadonlyMap<string, number> {
  const out = new Map<string, number>()
  let sets = 0
  for (const e of scene.article.entities) {
    if (e.type !== 'Strategy' || sets >= MOST_SETS) continue
    const parts = [e.name, ...e.aliases].map(partsOfSet).find((some) => some.length > 0)
    if (!parts) continue
    sets++
    for (const part of parts) if (!out.has(part)) out.set(part, e.index)
  }
  return out
}

const escaped = (parts: Iterable<string>): string =>
  [...parts]
    .sort((a, b) => b.length - a.length)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('|')

/** The set whose part a heading names in front of a colon: 一谷:青石生物谷. */
export function setOfHeading(
  scene: Scene,
  sets: ReadonlyMap<string, number>,
  s: Sentence,
): number | undefined {
  const part = /^[“‘]?([^“”‘’：:]{2,6})[”’]?[：:]/.exec(between(scene, s.start, s.end))?.[1]
  return part === undefined ? undefined : sets.get(part)
}

/** “一轴”是甲大道,“四园区”是乙园、丙园和丁园: what a part is serves the set. */
export function membersOfSets(scene: Scene, sets: ReadonlyMap<string, number>, add: AddServes): void {
  if (sets.size === 0) return
  const parts = escaped(sets.keys())
  const explained = new RegExp(`(?<!${COUNT})[“‘]?(${parts})(?:${EXPLAINS}|[”’]?[：:])`, 'g')
  for (const { index, start, end } of scene.article.sentences) {
    const mentions = outerOf(scene.bySentence[index]!)
    if (mentions.length === 0) continue
    const text = between(scene, start, end)
    for (const m of text.matchAll(explained)) {
      const from = start + m.index + m[0].length
      for (const { entity } of listedFrom(scene, mentions, from, end))
        add(entity, sets.get(m[1]!)!, 'stated', index, SET_PART, 0.85, { start: start + m.index, end: from })
    }
  }
}

/** As far as a list goes, in characters. */
const LONGEST_LIST = 160

/** The works that a list names up to its first comma. */
function listedFrom(scene: Scene, mentions: readonly Placed[], from: number, end: number): Placed[] {
  const most = Math.min(end, from + LONGEST_LIST)
  const stop = between(scene, from, most).search(/[，,。；;]/)
  const to = stop < 0 ? most : from + stop
  const out: Placed[] = []
  for (let i = firstFrom(mentions, from); i < mentions.length && mentions[i]!.start < to; i++) {
    const m = mentions[i]!
    if (WORKS.has(m.type) && ENDS.test(between(scene, m.end, m.end + 2))) out.push(m)
  }
  return out
}
