/** Whom a number can't be said of, whatever stands near: a count of projects is of no project, a district's figure of no firm. */
import type { ArticleEntity, Span } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'
import { between, firstFrom, isCity, isCounty, isNamedIn, isProvince, outerOf, type Scene } from '../scene.ts'
import type { Amount } from './amount.ts'
import { type Candidate, WHERE } from './candidates.ts'

/** What is counted stands behind (14个超大型数据中心) or in front (项目共38个). */
const COUNTS = /^(?:个|家|座|条|处|项|栋|所)$/
const COUNTED_BEHIND = /^(?:余|多)?[^,，。;；、\d\n]{1,14}/u
const PROJECTS_BEHIND = /^(?:余|多)?[^,，。;；、\d\n]{0,12}?(?<!子)项目/u
const PROJECTS_BEFORE = /项目(?:共有?|总数|累计|已有|达到?|有)?$/u
/** Who has projects: neither one of them nor a firm. */
const NO_HOLDERS: ReadonlySet<EntityType> = new Set(['Project', 'Company', 'Industry', 'Honor', 'Person'])
/** Where a word for the whole district opens a clause: 2031年,全市…. */
const WHOLE =
  /(?:^|[,，。;；:：、“”\s年月底末日前来在])(?:全|放眼全)([市县区省乡镇旗州村])(?![第前首]|排名|领先|平均|最)/gu
const DISTRICTS: ReadonlySet<EntityType> = new Set(['Place', 'Park'])
/** As far in front of a number as such a word speaks of it, in characters. */
const REACH = 30

/** A noun that opens a clause and stands for what was named before: 该项目总投资…, 园区占地…. */
const OPENING =
  /(?:^|[。“;；,，])(?:目前,?|如今,?|现在,?)?(?:该|这个|这一|这座|本|整个)?(?:(项目|工程|线路|大桥|全线)|(园区|开发区|产业园|高新区|经开区)|(基地))(?!负责人|经理|总|[一二三四]|建设现场|现场|方|[内里])/gu
const OPENED: readonly ReadonlySet<EntityType>[] = [
  new Set(['Project', 'Park', 'Place', 'Event', 'Strategy', 'Organization']),
  new Set(['Park', 'Project']),
  new Set(['Park', 'Project', 'Institute']),
]
/** What is so once something stands is said of that: 全部投产后,年产值…. */
const AFTER =
  /(?:投产|建成|达产|投用|满产|投运|竣工|完工|建好)(?:投产|达产|投用|运营|并?达效)?(?:以后|之后|后)[^。;；]{0,30}$/u
const BUILT: ReadonlySet<EntityType> = new Set(['Project', 'Park', 'Institute', 'Organization'])
const FAR = 45

/** Whether an entity can be what a number is said of. */
export type May = (entity: ArticleEntity) => boolean
const ANY: May = () => true

/** @returns for a number, who may be its subject */
export function mayOf(scene: Scene): (amount: Amount, candidates: readonly Candidate[]) => May {
  const { text, sentences, entities } = scene.article
  /** Only these, where one of them stands in the paragraph up to the number. */
  const only = (types: ReadonlySet<EntityType>, candidates: readonly Candidate[]): May | null =>
    candidates.some((c) => c.where <= WHERE.sentencesBefore && types.has(entities[c.entity]!.type))
      ? ({ type }) => types.has(type)
      : null
  return (amount, candidates) => {
    const { sentence, start, end, picked } = amount
    if (picked.way === 'name') return ANY
    if (isCountOfProjects(text, amount) || isSumOfProjects(text, amount))
      return ({ type }) => !NO_HOLDERS.has(type)
    const { start: opens } = sentences[sentence]!
    const level = wholeBefore(text, opens, start)
    if (level && !isNamedIn(scene, sentence, { start: level.at, end: start })) {
      const fits = (e: ArticleEntity) => e.type === 'Place' && isOfLevel(e, level.word)
      const known = level.word !== '区' && candidates.some((c) => fits(entities[c.entity]!))
      return known ? fits : ({ type }) => DISTRICTS.has(type)
    }
    const opening = openingBefore(text, opens, start)
    if (opening && !isNamedIn(scene, sentence, { start: opening.at, end: start })) {
      const stated = statedBefore(scene, sentence, opening.from)
      const by =
        stated === undefined ? only(opening.types, candidates) : (e: ArticleEntity) => e.index === stated
      if (by) return by
    }
    if (AFTER.test(text.slice(Math.max(opens, start - FAR), start))) {
      const by = only(BUILT, candidates)
      if (by) return by
    }
    const counted = COUNTS.test(amount.quantity.unit) && COUNTED_BEHIND.exec(text.slice(end, end + 20))?.[0]
    return counted ? (e) => !isOneOf(e, counted) : ANY
  }
}

interface Counted extends Span {
  value: number
  unit: string
}

/** 38个项目,总投资820亿元. */
const isSumOfProjects = (text: string, { end, quantity, last, gap }: Amount): boolean =>
  last !== undefined &&
  gap !== null &&
  gap.length < 20 &&
  quantity.unit.endsWith('元') &&
  /投资|总额|金额/.test(gap) &&
  !/[。;；]|其中|单个|最[高大]/.test(gap) &&
  // 总投资5亿元的甲项目 is of 甲
  !/^(?:余|多)?的/.test(text.slice(end, end + 2)) &&
  isCountOf(text, last)

const isCountOfProjects = (text: string, { start, end, quantity }: Amount): boolean =>
  isCountOf(text, { start, end, value: quantity.value, unit: quantity.unit })

function isCountOf(text: string, { start, end, value, unit }: Counted): boolean {
  return (
    /^[个项]$/.test(unit) &&
    value > 1 &&
    (PROJECTS_BEHIND.test(text.slice(end, end + 20)) ||
      PROJECTS_BEFORE.test(text.slice(Math.max(0, start - 8), start)))
  )
}

/** The last word for a whole district in front of a number, by its level, and where it ends. */
function wholeBefore(text: string, opens: number, to: number): { word: string; at: number } | null {
  const last = lastOf(WHOLE, text, Math.max(opens, to - REACH), to, opens)
  return last && { word: last.match[1]!, at: last.end }
}

/** The last noun that opens a clause in front of a number, by whom it may stand for, and where it ends. */
function openingBefore(
  text: string,
  opens: number,
  to: number,
): { types: ReadonlySet<EntityType>; from: number; at: number } | null {
  const last = lastOf(OPENING, text, Math.max(opens, to - FAR), to, opens)
  return (
    last && {
      types: OPENED[last.match.slice(1).findIndex((noun) => noun)]!,
      from: last.end - last.match[0].length,
      at: last.end,
    }
  )
}

/** 最快的是甲,项目占地…: what a clause says it is about, where such a noun opens the next. */
function statedBefore(scene: Scene, sentence: number, at: number): number | undefined {
  const names = outerOf(scene.bySentence[sentence]!)
  const last = names[firstFrom(names, at) - 1]
  return last?.end === at && /是[“《]?$/.test(between(scene, last.start - 2, last.start))
    ? last.entity
    : undefined
}

/** The last match between two offsets; a match at the first of them begins nothing unless a sentence does there. */
function lastOf(
  pattern: RegExp,
  text: string,
  from: number,
  to: number,
  opens: number,
): { match: RegExpMatchArray; end: number } | null {
  const match = [...text.slice(from, to).matchAll(pattern)].at(-1)
  return match && (match.index > 0 || from === opens)
    ? { match, end: from + match.index + match[0].length }
    : null
}

const isOfLevel = (e: ArticleEntity, level: string): boolean =>
  [e.name, ...e.aliases].some((form) => form.endsWith(level)) ||
  (level === '市' && isCity(e)) ||
  (level === '省' && isProvince(e)) ||
  (level === '县' && isCounty(e))

/** 14个数据中心 are not said of one 数据中心. */
const isOneOf = (e: ArticleEntity, counted: string): boolean =>
  e.type !== 'Place' && e.name.length > 3 && counted.endsWith(e.name.slice(-2))
