/** Phrases that stand for several names at once, and the pronouns: 上述四个项目, 这批企业, 两个园区, 它们, 它. */
import type { Anaphor } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { numberOf } from '../clean/dates.ts'
import { Back, type Before } from './back.ts'
import { NOT_FOLLOWED, NOUNS, opens, type Read } from './pointing.ts'

/** 上述两大工程 are projects or strategies, as what was named last is. */
const MORE: readonly [string, readonly EntityType[]][] = [
  ['载体|片区', ['Park']],
  ['院所|科研机构|创新中心|高校', ['Institute']],
  ['工程', ['Project', 'Strategy']],
  ['战略|行动|计划|任务', ['Strategy']],
]
/** Not in the middle of a number, an ordinal or what is others: 一百个, 第三个, 另外三个. */
const NUMBER =
  '(?<![\\d.零〇一二两三四五六七八九十百千万亿第余多另他外])(?:二?十[一二三四五六七八九]?|[两二三四五六七八九]|[1-9]\\d?)(?![\\d.十百千万亿])'
/** What may stand between the number and the noun. */
const ATTRIBUTE =
  '(?:重点|重大|签约|落地|开工|在建|新|大|优质|产业|工业|民生|龙头|骨干|省级|市级|国家级){0,2}'
/** Where such a phrase may begin: nouns that nothing points at and nothing counts are not looked at. */
const BEGINNING = new RegExp(`(?:上述|以上|前述|这)(?:${NUMBER})?|${NUMBER}`, 'g')
const PATTERNS = kindsOfNouns().map(([noun, types]) => ({
  types,
  pattern: new RegExp(
    `(上述|以上|前述|这)?(?:(${NUMBER})[个家大座条项所]|(几[个家座]|[些批]))?${ATTRIBUTE}(?:${noun})`,
    'y',
  ),
}))
const THEY = /它们|[两二]者/g
const IT = /(?<!其)它(?!们)/g
/** What pronouns may stand for; 它 is no strategy. */
const THINGS: ReadonlySet<EntityType> = new Set(['Project', 'Company', 'Park', 'Institute'])
/** 甲、乙两个项目: the names stand there themselves. */
const SUMS_UP = /^(?:等(?:一批|首批)?)?$/

/** So many names one phrase stands for at most. */
export const MOST_MEANT = 8

/** Nouns of one character are too short, and places are spoken of otherwise (两地). */
function kindsOfNouns(): (readonly [string, readonly EntityType[]])[] {
  const kinds = NOUNS.map(([nouns, types]) => {
    const long = nouns.split('|').filter((noun) => noun.length > 1 && noun !== '工程')
    return [long.join('|'), types] as const
  })
  return [...kinds, ...MORE].filter(([nouns]) => nouns !== '')
}

/** What each such phrase stands for: the last so many names of the kind, in this paragraph or in the one before. */
export function pluralsOf(article: Read, entityOf: readonly number[]): Anaphor[] {
  const { text } = article
  const out: Anaphor[] = []
  const taken = new Uint8Array(text.length)
  const put = (start: number, end: number, sentence: number, entities: readonly number[]) => {
    if (entities.length === 0 || taken[start] || taken[end - 1]) return
    taken.fill(1, start, end)
    out.push({ start, end, sentence, entities: [...entities] })
  }
  const back = new Back(article, entityOf)
  for (const { index: start } of text.matchAll(BEGINNING))
    for (const { types, pattern } of PATTERNS) {
      pattern.lastIndex = start
      const m = pattern.exec(text)
      if (!m) continue
      const [phrase, points, number, some] = m
      const end = start + phrase.length
      // 这项目, 一批企业: nothing is pointed at
      if (!number && (points === undefined || (points === '这' && !some))) continue
      // 亿元以上项目, 规模以上企业
      if (points === '以上' && !opens(text, start)) continue
      if (NOT_FOLLOWED.test(text.slice(end, end + 4)) || !back.to(start, end)) continue
      if (SUMS_UP.test(back.gap(start))) continue
      const before = back.names(({ type }) => types.includes(type))
      put(start, end, back.sentence, meantBy(before, number === undefined ? 0 : numberOf(number), points))
    }
  pronouns(article, entityOf, put)
  return out
}

function pronouns(
  article: Read,
  entityOf: readonly number[],
  put: (start: number, end: number, sentence: number, entities: readonly number[]) => void,
): void {
  const { text } = article
  const [they, it] = [new Back(article, entityOf), new Back(article, entityOf)]
  for (const m of text.matchAll(THEY)) {
    const end = m.index + m[0].length
    if (!they.to(m.index, end)) continue
    const before = they.names(({ type }) => THINGS.has(type))
    put(m.index, end, they.sentence, meantBy(before, m[0] === '它们' ? 0 : 2, m[0]))
  }
  for (const m of text.matchAll(IT)) {
    if (!it.to(m.index, m.index + 1)) continue
    // what the last sentence with a name begins with: it is what was spoken of
    const before = it.names(({ type }) => THINGS.has(type))
    const spoken = before.findLast((b) => b.sentence === before[0]!.sentence)
    if (spoken) put(m.index, m.index + 1, it.sentence, [spoken.entity])
  }
}

/**
 * Of mentions, the latest first, those of the type that was named last: so many things as are wanted (just so many where
 * nothing points at them); without a number those of the last sentence that names several. In order of text.
 */
function meantBy(mentions: readonly Before[], wanted: number, points: string | undefined): number[] {
  const ofType = mentions.filter((b) => b.type === mentions[0]!.type)
  const latest = distinct(ofType)
  let meant: number[]
  if (wanted > 0) meant = points || latest.length === wanted ? latest.slice(0, wanted) : []
  else {
    const sentences = [...new Set(ofType.map((b) => b.sentence))]
    const lists = sentences.map((s) => distinct(ofType.filter((b) => b.sentence === s)))
    meant = lists.find((list) => list.length > 1) ?? []
  }
  return meant.length > 1 && meant.length <= MOST_MEANT ? meant.reverse() : []
}

const distinct = (mentions: readonly Before[]): number[] => [...new Set(mentions.map((b) => b.entity))]
