/** When two names are one, and when two numbers say the same quantity. */

const DROPPED = /[\s“”"‘’'《》〈〉「」『』()（）[\]【】·•・—\-－–]/g

/** NFKC, lower case, without quotes, brackets, spaces and middle dots. */
export const normalOf = (text: string): string => text.normalize('NFKC').replace(DROPPED, '').toLowerCase()

const SCALE: Record<string, number> = {
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
}
const UNITS: Record<string, string> = {
  元人民币: '元',
  人民币: '元',
  '㎡': '平方米',
  m2: '平方米',
  百分点: '个百分点',
  公里: 'km',
  千米: 'km',
}

/** `157000 平方米` of ('15.7', '万平方米'); the words as they are where no number stands. */
export function quantityOf(value: string | number, unit: string | null | undefined): string {
  const words = String(value)
    .normalize('NFKC')
    .replace(/[,\s约近超余多]|左右|以上|以内|将近|超过/g, '')
  const unitWords = (unit ?? '').normalize('NFKC').trim()
  const number = /^([+-]?\d+(?:\.\d+)?)(万亿|千万|百万|亿|万|千)?(.*)$/.exec(words)
  if (!number) return `${normalOf(words)} ${normalOf(unitWords)}`
  let amount = Number(number[1]) * (SCALE[number[2] ?? ''] ?? 1)
  let rest = number[3]! + unitWords
  const scaled = /^(万亿|千万|百万|亿|万|千(?!米|克|瓦|伏))(.*)$/.exec(rest)
  if (scaled) {
    amount *= SCALE[scaled[1]!]!
    rest = scaled[2]!
  }
  return `${Number(amount.toPrecision(6))} ${normalOf(UNITS[rest] ?? rest)}`
}
