/** The time that a sentence speaks of, as an ISO 8601 date or interval; relative ones only where the year is sure. */

import { isoOf, numberOf } from './clean/dates.ts'
import { gated } from './lexicon/gated.ts'

/** What is known before a sentence is read. */
export interface TimeContext {
  /** The article's day, month or year; '' when unknown. */
  published: string
  /** The year that was named last in the same paragraph; 0 where none was. */
  year: number
}
export interface Time {
  /** `2020`, `2020-11`, `2020-11-30`, `2020-01/2020-09`, `../2020-11-30` (up to), `2021-01-01/..` (from). */
  interval: string
  /** The year that it names, for what follows. */
  year: number
  start: number
  end: number
}

const Y = '(?<year>(?:19|20)\\d{2})年'
const RELATIVE = '(?<rel>今|去|前|明|本|上|当|同|次)年'
const MONTH = '(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?'
const QUARTERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
const PART =
  '(?:(?<first>前(?<count>[一二三四两\\d]{1,2})(?:个)?(?<unit>季度|月))|第?(?<quarter>[一二三四1-4])季度|(?<half>[上下]半年)|(?<edge>年?(?:初|中|底|末)|全年))'
const TO = '\\s*[-—–－~～至到]+\\s*'

/** From the most exact to the least; the first that fits at a place counts. */
const PATTERNS = [
  // 2020年12月28日至2021年1月3日, 12月28日
  `(?:${Y}|${RELATIVE})?${MONTH}(?<day>\\d{1,2})[日号](?:${TO}(?:(?<year2>(?:19|20)\\d{2})年)?(?:(?<month2>\\d{1,2})月)?(?<day2>\\d{1,2})[日号])?`,
  // 2020年1-10月, 1至10月份, 2020年3月至2021年5月
  `(?:${Y}|${RELATIVE})?(?<from>\\d{1,2})月?(?:份)?${TO}(?:(?<year2>(?:19|20)\\d{2})年)?(?<to>\\d{1,2})月份?(?:底|末)?`,
  // 2020年11月底
  `(?:${Y}|${RELATIVE})${MONTH}(?<monthEdge>初|中旬|上旬|下旬|底|末)?`,
  // 2020年前三季度, 今年一季度, 去年底
  `(?:${Y}|${RELATIVE})的?${PART}`,
  // 2020年至2023年, 2021—2025年
  `(?<since>(?:19|20)\\d{2})年?${TO}(?<until>(?:19|20)\\d{2})年`,
  // “十四五”期间
  '[“"「]?(?<plan>十[一二三四五六])五[”"」]?(?:规划)?(?:时期|期间|以来|末|开局之年)?',
  // 前三季度, 上半年, 一季度 with the year before
  `(?<![\\d年第])(?:前[一二三四两\\d]{1,2}个?(?:季度|月)|第?[一二三四1-4]季度|[上下]半年)(?<bare>)`,
  `${Y}(?:度)?`,
  `(?:${RELATIVE})`,
  `${MONTH}(?<monthEdge>底|末|初)?`,
].map((source) => gated(new RegExp(source, 'gu')))

type Groups = Record<string, string | undefined>

/** Every time that is named, in order of text. */
export function timesIn(text: string, context: TimeContext): Time[] {
  if (!/[年月季]|五/.test(text)) return []
  const taken: Time[] = []
  let { year } = context
  const found: { start: number; end: number; groups: Groups }[] = []
  const covered = new Uint8Array(text.length)
  for (const pattern of PATTERNS)
    for (const m of pattern.in(text)) {
      const [start, end] = [m.index, m.index + m[0].length]
      if (m[0] === '' || covered.subarray(start, end).includes(1)) continue
      covered.fill(1, start, end)
      found.push({ start, end, groups: m.groups ?? {} })
    }
  for (const { start, end, groups } of found.sort((a, b) => a.start - b.start)) {
    const sure = yearOf(groups, context, year)
    const guessed = !groups.year && !groups.rel && !groups.since && !groups.plan && year === 0
    const words = text.slice(start, end)
    const straight = sure === 0 && !groups.since && !groups.plan ? '' : spanOf(groups, words, sure)
    const span = guessed
      ? past(straight, words, text, context, () => spanOf(groups, words, sure - 1))
      : straight
    if (span === '') continue
    const named = Number(groups.year2 ?? groups.until ?? 0) || (groups.plan || guessed ? 0 : sure)
    if (named > 0) year = named
    taken.push({ interval: boundOf(span, text, start, end, context), year: named, start, end })
  }
  return taken
}

/** The one that the sentence is about: the first that it names. */
export function timeOf(text: string, context: TimeContext): { time: string; year: number } {
  const times = timesIn(text, context)
  return {
    time: times[0]?.interval ?? '',
    year: times.findLast(({ year }) => year > 0)?.year ?? context.year,
  }
}

function yearOf(groups: Groups, { published }: TimeContext, before: number): number {
  if (groups.year) return Number(groups.year)
  const now = Number(published.slice(0, 4))
  switch (groups.rel) {
    case undefined:
      return before || now
    case '当':
    case '同':
      return before
    case '次':
      return before ? before + 1 : 0
    default:
      // a year that only the text's first lines name may be another one than the article's
      return now === 0 ? 0 : now + ({ 今: 0, 本: 0, 去: -1, 上: -1, 前: -2, 明: 1 }[groups.rel] ?? 0)
  }
}

/** A month without a year is the article's own; one that is yet to come is last year's in January, else nobody's. */
function past(
  span: string,
  words: string,
  text: string,
  { published }: TimeContext,
  before: () => string,
): string {
  const [from, to] = [span.split('/')[0]!, span.split('/').at(-1)!]
  // 前三季度 in January, and of what has been: the year before
  if (
    /^前/.test(words) &&
    published.length >= 7 &&
    to > published.slice(0, 7) &&
    !/[将拟]|计划|预计|力争/.test(text)
  )
    return before()
  if (span === '' || from <= published.slice(0, from.length) || /[将拟]|计划|预计|定于|力争/.test(text))
    return span
  return published.slice(5, 7) <= '02' && published.length >= 7 && from.slice(5, 7) >= '11' ? before() : ''
}

const two = (n: number) => String(n).padStart(2, '0')
const months = (year: number, from: number, to: number) =>
  from < 1 || to > 12 || from > to
    ? ''
    : from === to
      ? `${year}-${two(from)}`
      : `${year}-${two(from)}/${year}-${two(to)}`

function spanOf(groups: Groups, text: string, year: number): string {
  const { month, day, from, to, since, until, plan } = groups
  if (plan) {
    const first = 2006 + 5 * (numberOf(plan) - 11)
    return `${first}/${first + 4}`
  }
  if (since) return Number(since) < Number(until) ? `${since}/${until}` : ''
  if (from && to) {
    const year2 = Number(groups.year2 ?? year)
    if (year2 === year) return months(year, Number(from), Number(to))
    return year2 > year && Number(from) <= 12 && Number(to) <= 12
      ? `${year}-${two(Number(from))}/${year2}-${two(Number(to))}`
      : ''
  }
  if (month && day) {
    const start = isoOf(year, numberOf(month), Number(day))
    if (!groups.day2 || !start) return start
    const end = isoOf(
      Number(groups.year2 ?? year),
      Number(groups.month2 ?? numberOf(month)),
      Number(groups.day2),
    )
    return end > start ? `${start}/${end}` : start
  }
  if (month) {
    const number = numberOf(month)
    const iso = isoOf(year, number, 0)
    return iso && /^[底末]$/.test(groups.monthEdge ?? '') ? lastDay(year, number) : iso
  }
  return partOf(groups, text, year)
}

const lastDay = (year: number, month: number) =>
  isoOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())

function partOf(groups: Groups, text: string, year: number): string {
  const first = /前([一二三四两\d]{1,2})个?(季度|月)/.exec(text)
  if (first) return months(year, 1, numberOf(first[1]!) * (first[2] === '季度' ? 3 : 1))
  const quarter = QUARTERS[/([一二三四1-4])季度/.exec(text)?.[1] ?? '']
  if (quarter) return months(year, 3 * quarter - 2, 3 * quarter)
  if (text.endsWith('上半年')) return months(year, 1, 6)
  if (text.endsWith('下半年')) return months(year, 7, 12)
  if (/[底末]$/.test(groups.edge ?? '')) return `${year}-12`
  if (/初$/.test(groups.edge ?? '')) return `${year}-01`
  if (/中$/.test(groups.edge ?? '')) return months(year, 6, 7)
  return String(year)
}

/** 截至… is up to a day, …以来 from one: to the day of publication where that is known. */
function boundOf(span: string, text: string, start: number, end: number, { published }: TimeContext): string {
  const before = text.slice(Math.max(0, start - 4), start)
  const after = text.slice(end, end + 4)
  const [from = '', to = ''] = [span.split('/')[0], span.split('/').at(-1)]
  if (/(?:截至|截止|截至到|截止到|到|至|力争)$/.test(before) && /(?:截至|截止)/.test(before))
    return `../${to}`
  if (/^(?:以来|起|开始|至今|迄今)/.test(after)) {
    const begin = from.length === 4 && /^(?:以来|至今|迄今)/.test(after) ? `${from}-01` : from
    return /^(?:以来|至今|迄今)/.test(after) && published >= begin ? `${begin}/${published}` : `${begin}/..`
  }
  if (
    /^(?:以前|之前|前)(?![一二三四五六七八九十\d])/.test(after) ||
    (/(?:到|至)$/.test(before) && /^[,，]?(?:底|末|将|力争|,|，|全)/.test(after))
  )
    return `../${to}`
  return span
}
