/** A name with what is called for short in it: 国家级云江经济技术开发区 → 云江经开区, 云江市发展和改革委员会 → 云江市发改委. */
import type { EntityType } from '../../model/ontology.ts'
import { CITIES } from '../lexicon/divisions.ts'
import { INSTITUTE_NAMES } from '../lexicon/institutes.ts'
import { SHORT_FORMS } from '../lexicon/short-forms.ts'
import { STRATEGY_NAMES } from '../lexicon/strategies.ts'

/** 襄阳市高新区: the step of the division goes without saying. */
const STEP = new RegExp(
  `^([^市县]{2,8})([市县])(?=${SHORT_FORMS.Park!.map(([, called]) => called).join('|')})`,
)
const CITY: ReadonlySet<string> = new Set(CITIES)
/** 南昌县高新区 is not that of the city. */
const withoutStep = (whole: string, stem: string, step: string): string =>
  step === '县' && CITY.has(stem) ? whole : stem

/** @param plain without quotes, brackets and dots */
export function calledShort(plain: string, type: EntityType): string {
  const forms = SHORT_FORMS[type]
  if (!forms) return plain
  const full = (type === 'Institute' && institutes.get(plain)) || plain
  let short = type === 'Park' ? full.replace(/^国家级/, '') : full
  for (const [written, called] of forms) short = short.replace(written, called)
  return type === 'Park' || type === 'Organization' ? short.replace(STEP, withoutStep) : short
}

/** By each name of a thing that goes by several the first of them. */
export const firstNames = (names: readonly (readonly string[])[]): ReadonlyMap<string, string> =>
  new Map(names.flatMap((group) => group.map((name) => [name, group[0]!] as const)))

const strategies = firstNames(STRATEGY_NAMES)
const institutes = firstNames(INSTITUTE_NAMES)

/** The first name of a strategy of the nation that goes by several (黄河重大国家战略 → 黄河流域生态保护和高质量发展); null of others. */
export const strategyCalled = (plain: string): string | null => strategies.get(plain) ?? null
