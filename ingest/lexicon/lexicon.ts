/** All listed names in one matcher. */
import type { EntityType } from '../../model/ontology.ts'
import { BODIES } from './bodies.ts'
import { COMPANIES } from './companies.ts'
import { CITIES, COUNTIES, COUNTY_STEMS, DIVISIONS, PROVINCES } from './divisions.ts'
import { INSTITUTES } from './institutes.ts'
import { LANDFORMS } from './landforms.ts'
import { LISTED } from './listed.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import { SECTORS } from './sectors.ts'
import { STRATEGIES } from './strategies.ts'
import { wordLookup } from './word-set.ts'
import { ZONES } from './zones.ts'

export interface Lexicon {
  typeOf(name: string): EntityType | undefined
  matcher: Matcher
  /** Whether this is a district or county without its last character: 历下. */
  isCountyStem(word: string): boolean
}

/** A county's name that is a common noun as well. */
const COMMON_NOUNS = new Set([
  '城区',
  '郊区',
  '矿区',
  '东区',
  '西区',
  '南区',
  '北区',
  '新区',
  '市区',
  '城中区',
])

/** The lexicon, less some names (to measure what is recognised without them). */
export function lexiconOf(without: ReadonlySet<string> = new Set()): Lexicon {
  const types = new Map<string, EntityType>()
  const add = (names: Iterable<string>, type: EntityType) => {
    for (const name of names) if (!without.has(name)) types.set(name, type)
  }
  add(LANDFORMS, 'Place')
  add(
    [...COUNTIES].filter((name) => name.length >= 3 && !COMMON_NOUNS.has(name)),
    'Place',
  )
  add(
    [...COUNTIES].filter((name) => /县$/.test(name)),
    'Place',
  )
  add([...PROVINCES, ...CITIES], 'Place')
  add(
    DIVISIONS.filter((d) => d.level !== 'county').map((d) => d.name),
    'Place',
  )
  add(ZONES, 'Park')
  add(SECTORS, 'Industry')
  add(STRATEGIES, 'Strategy')
  add(LISTED, 'Company')
  add(COMPANIES, 'Company')
  add(INSTITUTES, 'Institute')
  add(BODIES, 'Organization')
  return {
    typeOf: wordLookup(types),
    matcher: matcherOf(types.keys()),
    isCountyStem: (word) => COUNTY_STEMS.has(word) && !without.has(word),
  }
}

let whole: Lexicon | undefined
/** The whole lexicon, made once. */
export const lexicon = (): Lexicon => {
  whole ??= lexiconOf()
  return whole
}
