/** The steps of the walk to the left: each looks at one word in front of a name, and takes it, ends the walk or leaves it to the next. */
import type { EntityType } from '../../model/ontology.ts'
import { COMMON } from '../lexicon/heads.ts'
import { FRAMES, NOMINAL } from '../lexicon/verbs.ts'
import { entersBeforePlace, entersBeforeQuote, MEASURES, OWNED } from './entering.ts'
import {
  EDITION,
  framed,
  isAgent,
  isFrame,
  isNounLike,
  isSite,
  PUNCTUATION,
  startsTime,
  timed,
  weighs,
} from './signs.ts'
import type { Unit, View } from './view.ts'

/** Whether the name may hold 和 or 与 at unit `i`. */
export type Joins = (view: View, i: number) => boolean

/** A walk under way. */
export interface Way {
  readonly view: View
  readonly type: EntityType
  readonly joins: Joins
  readonly headStart: number
  /** The name begins here at the earliest. */
  readonly floor: number
  /** A company's full name may hold what elsewhere is a verb: 哈尔滨联合飞机科技有限公司. */
  readonly corporate: boolean
  /** Where the name begins, as far as the walk has come. */
  start: number
  /** Units walked over, left to right. */
  walked: Unit[]
  /** The unit that is looked at; -1 past the first. */
  i: number
}

type Turn = 'on' | 'end'
/** @returns null where the step has no say */
type Step = (way: Way, unit: Unit) => Turn | null

export const JOINER = /^(?:[·•+\-&×]+|—)$/
const DIRECTION =
  /^(?:东|西|南|北|中|东部|西部|南部|北部|中部|东南|东北|西南|西北|环|外环|内环|中环|二环|三环|四环|五环)$/
const NUMERAL = /^[一二三四五六七八九十两]+$/
const LATIN = /^[A-Za-z0-9+.#/-]+$/
const BETWEEN = new Set([
  '载体',
  '核心载体',
  '龙头',
  '龙头企业',
  '子公司',
  '链主',
  '链主企业',
  '代表',
  '主力军',
  '工程——',
])
const FUNCTION = /[的了由与和及在等将把被对从向是为让使到给据有]/
/** Quantities that belong to a plant's or a project's name. */
const CAPACITY =
  /(?:年产|日产|年处理|日处理|第)?\d[\d.]*(?:万|亿|千|百)?(?:吨级|吨|千伏|千瓦时|千瓦|兆瓦时|兆瓦|吉瓦|万千瓦|平方米|平方公里|立方米|立方|台套|台|套|辆|片|头|只|羽|英寸|亩|公里|米|纳米|平米|kV|KV|kv|MW|MWh|GW|GWh|Gwh|T|P|代)$/
/** Types whose names may begin with a year, an edition or a season. */
const TIMED: ReadonlySet<EntityType> = new Set(['Event', 'Honor'])
/** 北起…, 东至…: where an area ends. */
const BOUND = /^[东西南北]?[起至抵到临接靠]$/
/** What a holding does, between its place or brand and 有限公司. */
const BUSINESS = /^(?:发展|控股|集团|开发|管理|建设|运营|实业|服务|咨询|贸易|经营|投资|工程|产业|股份)*$/
const OFFICE = /^(?:代表|(?:副?(?:省|市|区|县|州|镇|局|校|院))长|副?书记|副?主任|董事长|总经理|负责人)$/
const ORDINAL = /^第[一二三四五六七八九十]+$/
/** Last characters of places that are measures as well. */
const PLACED = /^[口里湾头坪塘沟门]$/
/** 一级, 三元, 百万吨, 三期: what grade, size or phase a work is of. */
const GRADED =
  /^(?:[一二三四五六七八九十百千万双多两]+(?:级|代|元|维|相|轴|层|星|万吨|吨|亩|千瓦|期)|半|级|代|型)$/
/** Verbs that set up what follows, unless they are part of a builder's name: 城市建设…. */
export const SETTING: ReadonlySet<string> = new Set([
  '建设',
  '打造',
  '引进',
  '推进',
  '投资',
  '启用',
  '研发',
  '支撑',
  '开发',
])
const SET = /(?:城市|城乡|基础设施|工程|国防|铁路|交通|综合|土地|房地产|产业|软件|技术|新药|创新|产品)$/
const BUILT: ReadonlySet<EntityType> = new Set(['Park', 'Project', 'Institute', 'Place'])

/** 220千伏…, 年产2万吨…: where the quantity that ends at `end` begins, or null. */
function capacityEnding(text: string, end: number, floor: number, least: number): number | null {
  const from = Math.max(floor, end - 14, least)
  const m = CAPACITY.exec(text.slice(from, end))
  return m ? from + m.index : null
}

function take(way: Way, unit: Unit): 'on' {
  way.start = unit.start
  way.walked.unshift(unit)
  way.i--
  return 'on'
}

/** Takes all units from this offset on as one. */
function takeAsOne(way: Way, start: number, one: Unit): void {
  way.start = start
  while (way.i >= 0 && way.view.units[way.i]!.start >= start) way.i--
  way.walked.unshift(one)
}

/** Whether the unit before `way.i` is a noun that touches it. */
const afterNoun = ({ view: { units }, i }: Way, unit: Unit): boolean =>
  isNounLike(units[i - 1]) && units[i - 1]!.end === unit.start

/** What brackets or quotes enclose. */
const enclosed: Step = (way, unit) => {
  const { view, floor, type } = way
  const word = unit.text
  if (word !== '”' && word !== '’' && word !== ')' && word !== '）' && word !== '》') return null
  const { text, units } = view
  const open = view.mateOf.get(unit.start)
  if (open === undefined || open < floor) return 'end'
  const inner = text.slice(open + 1, unit.start)
  const bracket = word === ')' || word === '）'
  if (bracket ? inner.length > 8 : inner.length > 24 || /[，。；、]/.test(inner)) return 'end'
  if (!bracket && /^(?:第一|最)|第一.$|之[一最都乡城]/.test(inner)) return 'end'
  const from = way.i
  const one = {
    start: open,
    end: unit.end,
    text: text.slice(open, unit.end),
    tag: bracket ? 'bracket' : 'quote',
  }
  takeAsOne(way, open, one)
  if (from === way.i) return 'end'
  return !bracket && !entersBeforeQuote(units[way.i], type) ? 'end' : 'on'
}

const joined: Step = (way, unit) => {
  const word = unit.text
  if (JOINER.test(word))
    return way.i === 0 || /——/.test(way.view.text.slice(unit.start - 1, unit.end + 1))
      ? 'end'
      : take(way, unit)
  if (PUNCTUATION.test(word) || /^(?:[“‘《（(]|—{2,})$/.test(word)) return 'end'
  if (word === '和' || word === '与' || word === '及' || word === '暨')
    return word !== '暨' && !way.joins(way.view, way.i) ? 'end' : take(way, unit)
  return null
}

/** The firm that owns what is named. */
const owned: Step = (way, unit) => {
  const { view, floor, type } = way
  const { text, units } = view
  const owner =
    OWNED.has(type) && way.walked.length > 0 && way.start === unit.end ? view.owners.get(unit.end) : undefined
  if (owner === undefined || owner < floor) return null
  takeAsOne(way, owner, {
    start: owner,
    end: unit.end,
    text: text.slice(owner, unit.end),
    tag: 'nz',
    listed: 'Company',
  })
  const before = units[way.i]
  if (before?.listed === 'Place' && before.end === way.start && !/[省市区县]$/.test(before.text))
    take(way, before)
  return 'end'
}

/** 南平至三明高速公路: from one place to another. */
const fromTo: Step = (way, unit) => {
  const { view, type, i } = way
  const { units } = view
  if (
    type !== 'Project' ||
    units[i - 1]?.text !== '至' ||
    way.start !== unit.end ||
    !isSite(unit, units[i - 2])
  )
    return null
  take(way, unit)
  take(way, units[way.i]!)
  take(way, units[way.i]!)
  return way.walked[0]!.listed === 'Place' && !entersBeforePlace(view, way.i + 1, type) ? 'end' : 'on'
}

/** What the lexicon lists. */
const listed: Step = (way, unit) => {
  if (!unit.listed) return null
  const { view, type } = way
  const { units } = view
  take(way, unit)
  const ends =
    unit.listed === 'Place'
      ? !entersBeforePlace(view, way.i + 1, type) && !(TIMED.has(type) && startsTime(units, way.i))
      : unit.listed !== 'Industry' && unit.listed !== 'Strategy' && unit.listed !== 'Institute'
  if (!ends) return 'on'
  const before = units[way.i]
  if (way.corporate && unit.listed === 'Company' && before?.listed === 'Place' && before.end === way.start)
    take(way, before)
  return 'end'
}

/** Sizes, numbers, editions and quantities that belong to the name. */
const measured: Step = (way, unit) => {
  const { view, type, i } = way
  const { text, units } = view
  const word = unit.text
  if (/^[百千万]亩$/.test(word) && type === 'Park') return take(way, unit)
  if (/^\d*号$/.test(word) && /\d/.test(word + (units[i - 1]?.text ?? '')) && way.start === unit.end)
    return take(way, unit)
  if (TIMED.has(type) && (EDITION.test(word) || timed(units, i))) return take(way, unit)
  const capacity =
    type === 'Project' || type === 'Park'
      ? capacityEnding(text, unit.end, way.floor, view.sentence.start)
      : null
  if (capacity !== null) {
    way.start = capacity
    while (way.i >= 0 && units[way.i]!.start >= capacity) way.walked.unshift(units[way.i--]!)
    return 'on'
  }
  if (LATIN.test(word))
    return /^\d+$/.test(word) && /^[年月日个家条%％名位次批]|^项(?!目)/.test(text.slice(unit.end))
      ? 'end'
      : take(way, unit)
  return null
}

const directed: Step = (way, unit) => {
  const { units } = way.view
  if (way.start !== unit.end) return null
  if (DIRECTION.test(unit.text)) return take(way, unit)
  const before = units[way.i - 1]
  return unit.text === '新' && isNounLike(before) && !FRAMES.has(before!.text) ? take(way, unit) : null
}

/** Verbs that are nouns as well: 建设, 服务. */
const nominal: Step = (way, unit) => {
  const { view, type, i, walked, corporate, headStart } = way
  const { text, units } = view
  const word = unit.text
  if (!NOMINAL.has(word)) return null
  if (
    BUILT.has(type) &&
    SETTING.has(word) &&
    walked.length > 0 &&
    weighs(walked) &&
    !SET.test(text.slice(0, unit.start).slice(-4))
  )
    return 'end'
  const inside =
    corporate &&
    (!FRAMES.has(word) || units[i - 1]?.listed === 'Place' || BUSINESS.test(text.slice(unit.end, headStart)))
  if (!inside && framed(units, i) && (FRAMES.has(word) ? walked.length > 0 : weighs(walked))) return 'end'
  return take(way, unit)
}

/** Measures, grades and ordinals that are part of a name. */
const halves: Step = (way, unit) => {
  const { type, walked } = way
  const word = unit.text
  const touches = way.start === unit.end
  // 电池组|件: what counts elsewhere is half of a word where no number stands before it
  if (MEASURES.has(word) && type === 'Project' && touches && afterNoun(way, unit)) return take(way, unit)
  if (type === 'Project' && touches && walked.length > 0 && GRADED.test(word)) return take(way, unit)
  if (type === 'Place' && BOUND.test(word)) return 'end'
  if (type === 'Organization' && OFFICE.test(word)) return 'end'
  // 第三|人民医院, 董家|口: an ordinal or a measure that is part of the name
  if (touches && ORDINAL.test(word) && (type === 'Institute' || type === 'Organization'))
    return take(way, unit)
  if (touches && /^q/.test(unit.tag) && word.length === 1 && PLACED.test(word) && afterNoun(way, unit))
    return take(way, unit)
  return null
}

/** Words that stand before a name and are no part of it. */
const around: Step = (way, unit) => {
  const { corporate, walked, headStart } = way
  const word = unit.text
  if (isFrame(unit) && !(corporate && word.length === 1 && !FUNCTION.test(word))) return 'end'
  if (BETWEEN.has(word) && walked.length > 0 && way.start < headStart) return 'end'
  if (word === '大' && /[一二三四五六七八九十两]$/.test(way.view.units[way.i - 1]?.text ?? '')) return 'end'
  return /^[一二三四五六七八九十两]+大$/.test(word) ? 'end' : null
}

const numeral: Step = (way, unit) => {
  const word = unit.text
  if (!/^m/.test(unit.tag) || NUMERAL.test(word)) return null
  // 成达|万|高铁, 三块|石|电站: half of a name, no number
  const name =
    /^[\p{Script=Han}]{1,2}$/u.test(word) &&
    way.headStart - way.start <= 1 &&
    !/\d/.test(way.view.units[way.i - 1]?.text ?? '') &&
    !/[个家条项多余批次]/.test(word)
  return name ? take(way, unit) : 'end'
}

const time: Step = ({ corporate }, { tag, text }) =>
  /^t/.test(tag) &&
  !corporate &&
  text.length > 1 &&
  !/^(?:未来|现代|当代|青年|世纪|新世纪|春季|秋季)$/.test(text)
    ? 'end'
    : null

const verb: Step = (way, unit) => {
  const { view, type, headStart } = way
  const word = unit.text
  if (!/^v/.test(unit.tag) || /^v[ng]$/.test(unit.tag) || way.corporate) return null
  const before = view.units[way.i - 1]
  // 精密|冷轧项目: a process between nouns
  if (
    (type === 'Project' || type === 'Institute') &&
    word.length === 2 &&
    !/[过入下到出上起为于至乘]$|^[搭乘]/.test(word) &&
    way.start === unit.end &&
    afterNoun(way, unit) &&
    !/^(?:ns|nr|nt)/.test(before!.tag) &&
    before!.listed !== 'Place' &&
    !isAgent(before)
  )
    return take(way, unit)
  // a single verb right of a noun is mostly half of a name that was cut: 望|岳路
  if (word.length === 1 && way.start - headStart < 0 && headStart - way.start <= 1) take(way, unit)
  return 'end'
}

const functionWord: Step = (way, unit) => {
  const word = unit.text
  if (!/^(?:p|c|d|r|u|y|e|o|w|q|f|df)/.test(unit.tag)) return null
  if (COMMON.has(word) && word.length === 2) return take(way, unit)
  // one character that is no function word is half of a name: 遂|潼
  if (word.length === 1 && /^[pcd]$/.test(unit.tag) && way.start === unit.end) return take(way, unit)
  return NUMERAL.test(word) && way.start === unit.end ? null : 'end'
}

const anyOther: Step = (way, unit) =>
  NUMERAL.test(unit.text) && /^[个家条项大次批座处]/.test(way.view.text.slice(unit.end))
    ? 'end'
    : take(way, unit)

/** In this order: the first that has a say decides. */
const STEPS: readonly Step[] = [
  enclosed,
  joined,
  owned,
  fromTo,
  listed,
  measured,
  directed,
  nominal,
  halves,
  around,
  numeral,
  time,
  verb,
  functionWord,
  anyOther,
]

/** One unit to the left. @returns whether the walk goes on */
export function stepLeft(way: Way): boolean {
  const unit = way.view.units[way.i]!
  if (unit.start < way.floor) return false
  for (const step of STEPS) {
    const turn = step(way, unit)
    if (turn) return turn === 'on'
  }
  return false
}
