/** Strategies that are named by the number and the kinds of their members: 两城两谷一带, 三城一园一中心, 四大组团. */
import type { ArticleEntity } from '../../../model/article.ts'
import { numberOf } from '../../clean/dates.ts'

/** A kind of member: what their names end with, and how many there are; null for several. */
export interface Kind {
  ending: string
  count: number | null
}

const NUMBER = '十[一二三四五六七八九]?|[一二两双三四五六七八九多]|[1-9]\\d?'
/** What is on a map: of goals and campaigns (三大战略, 五位一体) the members are no works. */
const ENDING =
  '[主副]?(?:中心|组团|基地|片区|园区|新城|走廊|板块|高地|城|谷|带|区|园|核|轴|廊|圈|极|点|片|翼|港|岛|湾)'
const PART = `(?:${NUMBER})[大个座条]?${ENDING}`
/** A place may stand before it, what it is behind it: 济南两城一区, 一核三带空间布局. */
const COUNTED = new RegExp(
  `^[\\p{Script=Han}]{0,4}?(${PART}(?:${PART})*)(?:[\\p{Script=Han}]{0,4}(?:战略|布局|格局|规划|体系|行动|工程|建设))?$`,
  'u',
)
const PARTS = new RegExp(`(${NUMBER})[大个座条]?(${ENDING})`, 'gu')

/** The kinds of members that a name counts; none where it counts nothing. */
export function kindsOf(name: string): Kind[] {
  const counted = COUNTED.exec(name.replace(/[“”"‘’《》]/g, ''))?.[1]
  if (!counted) return []
  return [...counted.matchAll(PARTS)].map(([, number, ending]) => ({
    ending: ending!.replace(/^[主副]/, ''),
    count: number === '多' ? null : numberOf(number === '双' ? '两' : number!),
  }))
}

/** What the things of an article are called at their ends. */
export class Endings {
  /** Of each ending so many things have. */
  readonly #counts = new Map<string, number>()

  constructor(entities: readonly ArticleEntity[]) {
    for (const entity of entities)
      for (const ending of endingsOf(entity)) this.#counts.set(ending, (this.#counts.get(ending) ?? 0) + 1)
  }

  /** Whether as many of each kind are named, beside the set itself, as it counts. */
  fill(kinds: readonly Kind[], set: ArticleEntity): boolean {
    const own = endingsOf(set)
    return (
      kinds.length > 0 &&
      kinds.every(({ ending, count }) => {
        const named = (this.#counts.get(ending) ?? 0) - (own.has(ending) ? 1 : 0)
        return count === null ? named > 1 : named === count
      })
    )
  }
}

/** How an entity goes with a set: 0 the other is none, 1 it is of none of its kinds, 2 of one. */
export function fitOf(kinds: readonly Kind[], member: ArticleEntity): number {
  if (kinds.length === 0) return 0
  const endings = endingsOf(member)
  return kinds.some(({ ending }) => endings.has(ending)) ? 2 : 1
}

/** The last one and two characters of its names, where more stand before them. */
const endingsOf = ({ name, aliases }: ArticleEntity): Set<string> =>
  new Set(
    [name, ...aliases].flatMap((form) => [1, 2].flatMap((n) => (form.length > n ? [form.slice(-n)] : []))),
  )
