/** Zones that go by several names: 武汉东湖新技术开发区 and 中国光谷, 中国(湖北)自由贸易试验区 and 湖北自贸区, 云江经济技术开发区 and 云江经开区. */
import { ZONE_NAMES } from '../lexicon/zones.ts'
import { plainOf } from './forms.ts'

const called = new Map(
  ZONE_NAMES.flatMap(([first, ...others]) =>
    [first!, ...others].map((name) => [plainOf(name), plainOf(first!)] as const),
  ),
)
const FREE_TRADE = /^(?:中国)?(.{2,4}?)(?:自由贸易试验区|自贸试验区|自贸区)/

const IN_BRACKETS = /[(（][^()（）]*[)）]$/

/**
 * The name by which a zone is mostly called, also with a part of it behind (湖北自贸区武汉片区); null of other names.
 * @param name as written, with what it ends with in brackets
 */
export const zoneCalled = (name: string): string | null =>
  calledBy(plainOf(name)) ?? calledBy(plainOf(name.replace(IN_BRACKETS, '')))

function calledBy(plain: string): string | null {
  const short = plain.replace(FREE_TRADE, '$1自贸区')
  return called.get(short) ?? (FREE_TRADE.test(plain) ? short : null)
}

const HEADS: readonly [RegExp, string][] = [
  [/(?:国家级?|省级)?高新(?:技术)?(?:产业)?(?:开发)?区/, '高新区'],
  [/(?:国家级?|省级)?(?:经济(?:技术)?开发|经开)区/, '经开区'],
  [/综合保税区/, '综保区'],
]
/** 襄阳市高新区: the step of the division goes without saying. */
const STEP = /^([^市县]{2,8})[市县](?=高新区|经开区|综保区)/

/** With what a zone is called for short: 国家级云江经济技术开发区 → 云江经开区, 襄阳市高新技术产业开发区管委会 → 襄阳高新区管委会. */
export function withShortHead(plain: string): string {
  if (!/区/.test(plain)) return plain
  const short = HEADS.reduce(
    (name, [head, called]) => name.replace(head, called),
    plain.replace(/^国家级/, ''),
  )
  return short.replace(STEP, '$1')
}
