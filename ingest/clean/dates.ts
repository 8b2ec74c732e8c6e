/** Dates as pages write them, to ISO 8601. */

const DIGITS = '〇一二三四五六七八九'
const NUMERIC = /(?<!\d)(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})(?!\d)\s*日?)?/
const CHINESE =
  /([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ENGLISH =
  /\b(?:(\d{1,2})\s+)?([A-Z][a-z]{2})[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d{2})\b/
const INSTANT = /^\s*\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})\s*$/
const BARE = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})\s*$/

/** 2021年1月11日, 2021-01-11 09:30, 2021.1, 二〇二一年一月, Jan 11, 2021, an instant (its day in China) → as exact as it says; '' where there is none. */
export function isoDateOf(text: string): string {
  if (INSTANT.test(text)) return chinaDay(Date.parse(text))
  const bare = BARE.exec(text)
  if (bare) return isoOf(Number(bare[1]), Number(bare[2]), Number(bare[3]))
  const numeric = NUMERIC.exec(text)
  if (numeric) return isoOf(Number(numeric[1]), Number(numeric[2]), Number(numeric[3] ?? 0))
  const chinese = CHINESE.exec(text)
  if (chinese) {
    const year = Number(
      [...chinese[1]!].map((c) => Math.max(0, DIGITS.indexOf(c.replace(/[○零]/, '〇')))).join(''),
    )
    return isoOf(year, numberOf(chinese[2]!), chinese[3] ? numberOf(chinese[3]) : 0)
  }
  const english = ENGLISH.exec(text)
  const month = english ? MONTHS.indexOf(english[2]!.toLowerCase()) + 1 : 0
  return month > 0 ? isoOf(Number(english![4]), month, Number(english![1] ?? english![3] ?? 0)) : ''
}

/** The day in China of an instant in milliseconds. */
export const chinaDay = (milliseconds: number): string =>
  Number.isFinite(milliseconds) ? new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10) : ''

/** /2021-01/11/content_1.html, /20210111/, t20210111_1.shtml: where newspapers put the day of an article. */
export function dateInAddress(url: string): string {
  const m =
    /\/(20\d{2})[-/]?(\d{2})[-/](\d{2})\//.exec(url) ??
    /[/_t](20\d{2})(\d{2})(\d{2})(?=[/_.\-\d])/.exec(url) ??
    /\/(20\d{2})[-/](\d{1,2})[-/](\d{1,2})(?=[/_.])/.exec(url)
  return m ? isoOf(Number(m[1]), Number(m[2]), Number(m[3])) : ''
}

/** '' where there is no such day. @param day 0 where only the month is known */
export function isoOf(year: number, month: number, day: number): string {
  if (year < 1949 || year > 2100 || month < 1 || month > 12 || day < 0) return ''
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return ''
  const two = (n: number) => String(n).padStart(2, '0')
  return [String(year), two(month), ...(day ? [two(day)] : [])].join('-')
}

/** 十一 → 11; up to 99. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const digit = (c: string) => DIGITS.indexOf(c === '两' ? '二' : c.replace(/[○零]/, '〇'))
  const at = text.indexOf('十')
  if (at < 0) return Number([...text].map(digit).join(''))
  return (at === 0 ? 1 : digit(text[0]!)) * 10 + (at === text.length - 1 ? 0 : digit(text.at(-1)!))
}

const YEAR = /(?<!\d)(20\d{2})年(?!代)/g
const TO_COME = /[到至将拟—～~-]|预计|计划|规划|力争|目标|有望|争取|确保|展望|远景/
/** 2027年底前. */
const UNTIL = /^[^，。；、,;\n]{0,6}(?<![提此以之])前(?![三四五十\d沿往来])/
/** What a clause, or a title, begins behind. */
const BREAK = /[，。；、,;:：\n《]/
const LONGEST_CLAUSE = 24
const LONGEST_TITLE = 40

/**
 * The last year that a text speaks of and does not look ahead to: it was written no sooner. Empty where it names none.
 * @returns `2021` or ''
 */
export function yearSpokenOf(text: string): string {
  let last = ''
  for (const { 0: words, 1: year, index } of text.matchAll(YEAR)) {
    if (year! <= last) continue
    const lead = text.slice(Math.max(0, index - LONGEST_TITLE), index)
    const before = lead.slice(-LONGEST_CLAUSE).split(BREAK).at(-1)!
    const end = index + words.length
    const titled = lead.lastIndexOf('《') > lead.lastIndexOf('》')
    if (!titled && !TO_COME.test(before) && !UNTIL.test(text.slice(end, end + 9))) last = year!
  }
  return last
}
