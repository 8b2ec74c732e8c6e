/** The walk to the left from a name's last word to where the name begins. */
import type { EntityType } from '../../model/ontology.ts'
import { COMMON } from '../lexicon/heads.ts'
import { APPOSITIVES, FRAMES, NOMINAL } from '../lexicon/verbs.ts'
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

/** A name is no longer than this, in characters. */
const LONGEST = 34
const JOINER = /^(?:[·•+\-&×]+|—)$/
const DIRECTION =
  /^(?:东|西|南|北|中|东部|西部|南部|北部|中部|东南|东北|西南|西北|环|外环|内环|中环|二环|三环|四环|五环)$/
const NUMERAL = /^[一二三四五六七八九十两]+$/
const LATIN = /^[A-Za-z0-9+.#/-]+$/
/** Quantities that belong to a plant's or a project's name. */
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
const CAPACITY =
  /(?:年产|日产|年处理|日处理|第)?\d[\d.]*(?:万|亿|千|百)?(?:吨级|吨|千伏|千瓦时|千瓦|兆瓦时|兆瓦|吉瓦|万千瓦|平方米|平方公里|立方米|立方|台套|台|套|辆|片|头|只|羽|英寸|亩|公里|米|纳米|平米|kV|KV|kv|MW|MWh|GW|GWh|Gwh|T|P|代)$/
/** Types whose names may begin with a year, an edition or a season. */
const TIMED: ReadonlySet<EntityType> = new Set(['Event', 'Honor'])
export interface Walk {
  /** Offset where the name begins. */
  start: number
  /** Units walked over, left to right, the head's own not among them. */
  units: Unit[]
}

/** Whether the name may hold 和 or 与 at unit `i`. */
export type Joins = (view: View, i: number) => boolean

/** Walks from the head that stands at [headStart, …) to the left. */
export function walkLeft(view: View, headStart: number, type: EntityType, joins: Joins): Walk {
  const { text, sentence, units, mateOf } = view
  const floor = Math.max(sentence.start, headStart - LONGEST)
  const first = view.unitAt(headStart)
  let start = headStart
  const walked: Unit[] = []
  const holder = units[first]
  // the head is the end of a longer word: 实验 + 区 in 实验区
  if (holder && holder.start < headStart) {
    start = Math.max(holder.start, floor)
    walked.unshift({ ...holder, start, end: headStart, text: text.slice(start, headStart) })
    if (isFrame(holder) || COMMON.has(holder.text)) return { start: headStart, units: [] }
  }
  let i = (first < 0 ? units.length : first) - 1
  // a company's full name may hold what elsewhere is a verb: 哈尔滨联合飞机科技有限公司
  const corporate =
    type === 'Company' &&
    /^(?:集团|股份)?(?:有限|责任|总公司)|^集团公司/.test(text.slice(headStart, headStart + 5))
  const take = (unit: Unit) => {
    start = unit.start
    walked.unshift(unit)
    i--
  }
  while (i >= 0) {
    const unit = units[i]!
    const word = unit.text
    if (unit.start < floor) break
    if (word === '”' || word === '’' || word === ')' || word === '）' || word === '》') {
      const open = mateOf.get(unit.start)
      if (open === undefined || open < floor) break
      const inner = text.slice(open + 1, unit.start)
      const bracket = word === ')' || word === '）'
      if (bracket ? inner.length > 8 : inner.length > 24 || /[，。；、]/.test(inner)) break
      if (!bracket && /^(?:第一|最)|第一.$|之[一最都乡城]/.test(inner)) break
      const from = i
      start = open
      while (i >= 0 && units[i]!.start >= open) i--
      walked.unshift({
        start: open,
        end: unit.end,
        text: text.slice(open, unit.end),
        tag: bracket ? 'bracket' : 'quote',
      })
      if (from === i) break
      if (!bracket && !entersBeforeQuote(units[i], type)) break
      continue
    }
    if (JOINER.test(word)) {
      if (i === 0 || /——/.test(text.slice(unit.start - 1, unit.end + 1))) break
      take(unit)
      continue
    }
    if (PUNCTUATION.test(word) || /^(?:[“‘《（(]|—{2,})$/.test(word)) break
    if (word === '和' || word === '与' || word === '及' || word === '暨') {
      if (word !== '暨' && !joins(view, i)) break
      take(unit)
      continue
    }
    const owner =
      OWNED.has(type) && walked.length > 0 && start === unit.end ? view.owners.get(unit.end) : undefined
    if (owner !== undefined && owner >= floor) {
      start = owner
      walked.unshift({
        start: owner,
        end: unit.end,
        text: text.slice(owner, unit.end),
        tag: 'nz',
        listed: 'Company',
      })
      while (i >= 0 && units[i]!.start >= owner) i--
      if (units[i]?.listed === 'Place' && units[i]!.end === start && !/[省市区县]$/.test(units[i]!.text))
        take(units[i]!)
      break
    }
    // 南平至三明高速公路: from one place to another
    if (
      type === 'Project' &&
      units[i - 1]?.text === '至' &&
      start === unit.end &&
      isSite(unit, units[i - 2])
    ) {
      take(unit)
      take(units[i]!)
      take(units[i]!)
      if (walked[0]!.listed === 'Place' && !entersBeforePlace(view, i + 1, type)) break
      continue
    }
    if (unit.listed) {
      take(unit)
      if (
        unit.listed === 'Place'
          ? !entersBeforePlace(view, i + 1, type) && !(TIMED.has(type) && startsTime(units, i))
          : unit.listed !== 'Industry' && unit.listed !== 'Strategy' && unit.listed !== 'Institute'
      ) {
        if (corporate && unit.listed === 'Company' && units[i]?.listed === 'Place' && units[i]!.end === start)
          take(units[i]!)
        break
      }
      continue
    }
    if (/^[百千万]亩$/.test(word) && type === 'Park') {
      take(unit)
      continue
    }
    if (/^\d*号$/.test(word) && /\d/.test(word + (units[i - 1]?.text ?? '')) && start === unit.end) {
      take(unit)
      continue
    }
    if (TIMED.has(type) && (EDITION.test(word) || timed(units, i))) {
      take(unit)
      continue
    }
    const capacity =
      type === 'Project' || type === 'Park' ? capacityEnding(text, unit.end, floor, sentence.start) : null
    if (capacity !== null) {
      start = capacity
      while (i >= 0 && units[i]!.start >= capacity) walked.unshift(units[i--]!)
      continue
    }
    if (LATIN.test(word)) {
      if (/^\d+$/.test(word) && /^[年月日个家条%％名位次批]|^项(?!目)/.test(text.slice(unit.end))) break
      take(unit)
      continue
    }
    if (DIRECTION.test(word) && start === unit.end) {
      take(unit)
      continue
    }
    if (word === '新' && start === unit.end && isNounLike(units[i - 1]) && !FRAMES.has(units[i - 1]!.text)) {
      take(unit)
      continue
    }
    if (NOMINAL.has(word)) {
      if (
        BUILT.has(type) &&
        SETTING.has(word) &&
        walked.length > 0 &&
        weighs(walked) &&
        !SET.test(text.slice(0, unit.start).slice(-4))
      )
        break
      const inside =
        corporate &&
        (!FRAMES.has(word) ||
          units[i - 1]?.listed === 'Place' ||
          BUSINESS.test(text.slice(unit.end, headStart)))
      if (!inside && framed(units, i) && (FRAMES.has(word) ? walked.length > 0 : weighs(walked))) break
      take(unit)
      continue
    }
    // 电池组|件: what counts elsewhere is half of a word where no number stands before it
    if (
      MEASURES.has(word) &&
      type === 'Project' &&
      start === unit.end &&
      isNounLike(units[i - 1]) &&
      units[i - 1]!.end === unit.start
    ) {
      take(unit)
      continue
    }
    if (type === 'Project' && start === unit.end && walked.length > 0 && GRADED.test(word)) {
      take(unit)
      continue
    }
    if (type === 'Place' && BOUND.test(word)) break
    if (type === 'Organization' && OFFICE.test(word)) break
    // 第三|人民医院, 董家|口: an ordinal or a measure that is part of the name
    if (start === unit.end && ORDINAL.test(word) && (type === 'Institute' || type === 'Organization')) {
      take(unit)
      continue
    }
    if (
      start === unit.end &&
      /^q/.test(unit.tag) &&
      word.length === 1 &&
      PLACED.test(word) &&
      isNounLike(units[i - 1]) &&
      units[i - 1]!.end === unit.start
    ) {
      take(unit)
      continue
    }
    if (isFrame(unit) && !(corporate && word.length === 1 && !FUNCTION.test(word))) break
    if (BETWEEN.has(word) && walked.length > 0 && start < headStart) break
    if (word === '大' && /[一二三四五六七八九十两]$/.test(units[i - 1]?.text ?? '')) break
    if (/^[一二三四五六七八九十两]+大$/.test(word)) break
    if (/^m/.test(unit.tag) && !NUMERAL.test(word)) {
      // 成达|万|高铁, 三块|石|电站: half of a name, no number
      const name =
        /^[\p{Script=Han}]{1,2}$/u.test(word) &&
        headStart - start <= 1 &&
        !/\d/.test(units[i - 1]?.text ?? '') &&
        !/[个家条项多余批次]/.test(word)
      if (!name) break
      take(unit)
      continue
    }
    if (
      /^t/.test(unit.tag) &&
      !corporate &&
      word.length > 1 &&
      !/^(?:未来|现代|当代|青年|世纪|新世纪|春季|秋季)$/.test(word)
    )
      break
    if (/^v/.test(unit.tag) && !/^v[ng]$/.test(unit.tag) && !corporate) {
      // 精密|冷轧项目: a process between nouns
      if (
        (type === 'Project' || type === 'Institute') &&
        word.length === 2 &&
        !/[过入下到出上起为于至乘]$|^[搭乘]/.test(word) &&
        start === unit.end &&
        isNounLike(units[i - 1]) &&
        units[i - 1]!.end === unit.start &&
        !/^(?:ns|nr|nt)/.test(units[i - 1]!.tag) &&
        units[i - 1]!.listed !== 'Place' &&
        !isAgent(units[i - 1])
      ) {
        take(unit)
        continue
      }
      // a single verb right of a noun is mostly half of a name that was cut: 望|岳路
      if (!(word.length === 1 && start - headStart < 0 && headStart - start <= 1)) break
      take(unit)
      break
    }
    if (/^(?:p|c|d|r|u|y|e|o|w|q|f|df)/.test(unit.tag)) {
      if (COMMON.has(word) && word.length === 2) {
        take(unit)
        continue
      }
      // one character that is no function word is half of a name: 遂|潼
      if (word.length === 1 && /^[pcd]$/.test(unit.tag) && start === unit.end) {
        take(unit)
        continue
      }
      if (!(NUMERAL.test(word) && start === unit.end)) break
    }
    if (NUMERAL.test(word) && /^[个家条项大次批座处]/.test(text.slice(unit.end))) break
    take(unit)
  }
  return trimmed(start, walked, headStart)
}

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

/** Leading words that only introduce, praise or count are not part of the name. */
function trimmed(start: number, walked: Unit[], headStart: number): Walk {
  const units = [...walked]
  let from = start
  while (units.length > 0) {
    const unit = units[0]!
    const rest = units.slice(1)
    const restWeighs = rest.some(
      (u) => u.listed !== undefined || /^(?:n[rstz]|x|eng|quote)/.test(u.tag) || u.text.length >= 2,
    )
    const drop =
      JOINER.test(unit.text) ||
      /^[和与及暨]$/.test(unit.text) ||
      (APPOSITIVES.has(unit.text) && restWeighs && rest.length > 0) ||
      (unit.tag === 'bracket' && rest.length > 0)
    if (!drop) break
    units.shift()
    from = units[0]?.start ?? headStart
  }
  // the tagger's guess may begin with a function word: 沿钦|江
  const head = units[0]
  if (
    head &&
    !head.listed &&
    /^(?:x|nr|nz)/.test(head.tag) &&
    head.text.length >= 2 &&
    /^[沿借由对在向从到与和及将为被让使以于据按至赴距靠隔跨报]/.test(head.text)
  ) {
    units[0] = { ...head, start: head.start + 1, text: head.text.slice(1) }
    from = head.start + 1
  }
  return { start: from, units }
}
