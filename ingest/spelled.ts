/** Numbers that are written in Chinese numerals: 十二座, 一千三百亩, 三万余人, 七成半. */

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const PLACES: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const MYRIADS: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/** One such number: digits and places; 万 and 亿 by themselves are none. */
export const SPELLED =
  '(?:[一二两三四五六七八九]|[十百千](?!分之))(?:[零〇一二两三四五六七八九十百千]|[万亿](?=[零〇一二两三四五六七八九十百千万亿]))*(?:点[零〇一二三四五六七八九]+)?'

/** @returns the number that Chinese numerals say, 两千三百 → 2300; NaN for digits in a row: 二〇二三, 三四 */
export function spelledNumber(numerals: string): number {
  const [whole = '', decimals = ''] = numerals.split('点')
  let [all, section, digit] = [0, 0, -1]
  for (const c of whole) {
    const place = PLACES[c]
    const myriad = MYRIADS[c]
    if (place !== undefined) {
      section += (digit < 0 ? 1 : digit) * place
      digit = -1
    } else if (myriad !== undefined) {
      const below = section + Math.max(0, digit) || (all === 0 ? 1 : 0)
      all = myriad === MYRIADS.亿 ? (all + below) * myriad : all + below * myriad
      section = 0
      digit = -1
    } else {
      if (digit > 0) return Number.NaN
      digit = DIGITS[c]!
    }
  }
  // 两千三 is 2300
  const last = whole.length > 1 ? (PLACES[whole.at(-2)!] ?? 0) : 0
  const tail = digit < 0 ? 0 : digit * (last > 10 ? last / 10 : 1)
  return all + section + tail + (decimals ? Number(`0.${[...decimals].map((c) => DIGITS[c]).join('')}`) : 0)
}

/** @returns the number that digits or Chinese numerals say, 12 or 十二 → 12 */
export const numberSaid = (word: string): number => (/^\d+$/.test(word) ? Number(word) : spelledNumber(word))
