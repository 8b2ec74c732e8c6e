/** Names of one article of which one may be short for the other, and what is seen of such a pair. */
import type { ArticleEntity, Linked } from '../../model/article.ts'
import { type EntityType, entityTypes } from '../../model/ontology.ts'
import { HEADS, PROPER_ONLY } from '../lexicon/heads.ts'
import { lexicon } from '../lexicon/lexicon.ts'
import { abbreviates, coreOf, isPartOf, isSubsequence, plainOf, stemOf, withoutPlace } from '../link/forms.ts'
import { Form, likenessOf } from '../link/likeness.ts'

export interface Pair {
  /** Indexes into `entities`. */
  short: number
  long: number
  /** As FIELDS names them. */
  values: Float64Array
}

/** What a pair is seen by, in the order of `values`. */
export const FIELDS = [
  'prior',
  'relation',
  'shortLength',
  'longLength',
  'restLength',
  'shortType',
  'longType',
  'sameType',
  'likeness',
  'candidates',
  'nearer',
  'shortMentions',
  'longMentions',
  'gap',
  'firstGap',
  'shortFirst',
  'sentencesOfBoth',
  'sentencesOfShort',
  'within',
  'beside',
  'shortSure',
  'longSure',
  'shortHead',
  'longHead',
  'onlyHead',
  'sameHead',
  'shortHeadType',
  'longHeadType',
  'properOnly',
  'shortNumbered',
  'longNumbered',
  'restNumbered',
  'restLegal',
  'restPlace',
  'restNamed',
  'restListed',
  'restHead',
  'restHeadType',
  'restHeadLength',
  'part',
  'stem',
  'core',
  'abbreviation',
  'begins',
  'endsAlike',
  'shortForms',
  'longForms',
  'likeIt',
] as const

/** How the short form lies in the long one. */
const [EQUAL, FRONT, BACK, INSIDE, SCATTERED] = [0, 1, 2, 3, 4]
/** Before its first mention there is none of the other. */
const NEVER = 9999
/** Names that are written out in full. */
const APART: ReadonlySet<EntityType> = new Set(['Person', 'Honor', 'Event'])
/** Each name is compared with so many at most, the nearest first: hostile texts end too. */
const MOST_COMPARED = 120
/** Of an entity so many mentions are looked at, its first ones. */
const MOST_MENTIONS = 40
const NUMBERED = /[一二三四五六七八九十\d]+[期区号]/
const LEGAL = /公司|集团|科技|股份|实业|控股|有限/
const LONGEST_HEAD = 8

interface Party {
  entity: number
  type: EntityType
  /** Whether its names are always written out. */
  apart: boolean
  forms: string[]
  /** Length of its longest form; 0 where it has none. */
  longest: number
  starts: number[]
  ends: number[]
  sentences: Set<number>
  sure: number
}

interface Match {
  relation: number
  short: string
  long: string
}

export function pairsOf(article: Linked): Pair[] {
  const parties = article.entities.map((entity) => partyOf(article, entity))
  const known = new Set(parties.flatMap(({ forms }) => forms))
  return parties.flatMap((short, i): Pair[] => {
    if (short.apart || short.forms.length === 0) return []
    const longer: { long: Party; match: Match }[] = []
    for (const j of nearest(i, parties.length)) {
      const long = parties[j]!
      if (long.apart || !mayBeShort(short, long)) continue
      const match = matchOf(short.forms, long.forms)
      if (match) longer.push({ long, match })
    }
    longer.sort((a, b) => a.long.entity - b.long.entity)
    return longer.map(({ long, match }) => ({
      short: short.entity,
      long: long.entity,
      values: new Float64Array(valuesOf(short, long, match, longer, known)),
    }))
  })
}

function partyOf({ mentions: all }: Linked, { index, name, type, mentions }: ArticleEntity): Party {
  const said = mentions.slice(0, MOST_MENTIONS).map((m) => all[m]!)
  const forms = [...new Set([name, ...said.map((m) => m.text)].map(plainOf))]
    .filter((f) => f.length >= 2)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  return {
    entity: index,
    type,
    apart: APART.has(type),
    forms,
    longest: forms.at(-1)?.length ?? 0,
    starts: said.map((m) => m.start),
    ends: said.map((m) => m.end),
    sentences: new Set(said.map((m) => m.sentence)),
    sure: Math.max(...said.map((m) => m.confidence)),
  }
}

/** Indexes other than i of so many, the nearest first. */
function nearest(i: number, size: number): number[] {
  const out: number[] = []
  for (let d = 1; d < size && out.length < MOST_COMPARED; d++) {
    if (i - d >= 0) out.push(i - d)
    if (i + d < size) out.push(i + d)
  }
  return out
}

const mayBeShort = (short: Party, long: Party): boolean =>
  short.longest < long.longest || (short.longest === long.longest && long.entity < short.entity)

/** How the closest of their forms lie to each other. */
function matchOf(short: readonly string[], long: readonly string[]): Match | undefined {
  let best: Match | undefined
  for (const s of short)
    for (const l of long) {
      if (s.length > l.length || !l.includes(s[0]!) || !isSubsequence(s, l)) continue
      const relation =
        s === l ? EQUAL : l.startsWith(s) ? FRONT : l.endsWith(s) ? BACK : l.includes(s) ? INSIDE : SCATTERED
      if (!best || relation! < best.relation || (relation === best.relation && s.length > best.short.length))
        best = { relation: relation!, short: s, long: l }
    }
  return best
}

function valuesOf(
  short: Party,
  long: Party,
  { relation, short: s, long: l }: Match,
  longer: readonly { long: Party; match: Match }[],
  known: ReadonlySet<string>,
): number[] {
  const rest =
    relation === FRONT
      ? l.slice(s.length)
      : relation === BACK
        ? l.slice(0, l.length - s.length)
        : relation === INSIDE
          ? l.slice(0, l.indexOf(s))
          : ''
  const first = short.starts[0]!
  const before = lastBefore(long.starts, first)
  const gaps = short.starts.map((at) => gapTo(lastBefore(long.starts, at), at))
  const likeness =
    short.type === long.type ? likenessOf(new Form(l, long.type), new Form(s, short.type), known) : null
  const [shortHead, longHead, restHead] = [headOf(s), headOf(l), headOf(rest)]
  return [
    PRIOR,
    relation,
    s.length,
    l.length,
    l.length - s.length,
    entityTypes.indexOf(short.type),
    entityTypes.indexOf(long.type),
    Number(short.type === long.type),
    likeness ? likeness.score : 0,
    longer.length,
    longer.filter((other) => other.long !== long && lastBefore(other.long.starts, first) > before).length,
    short.starts.length,
    long.starts.length,
    Math.min(...gaps),
    gaps[0]!,
    Number(first < long.starts[0]!),
    [...short.sentences].filter((sentence) => long.sentences.has(sentence)).length,
    short.sentences.size,
    Number(isWithin(short, long)),
    Number(isBeside(short, long)),
    short.sure,
    long.sure,
    shortHead.length,
    longHead.length,
    Number(shortHead === s),
    Number(shortHead === longHead),
    typeOfHead(shortHead),
    typeOfHead(longHead),
    Number(PROPER_ONLY.has(shortHead)),
    Number(NUMBERED.test(s)),
    Number(NUMBERED.test(l)),
    Number(NUMBERED.test(rest)),
    Number(LEGAL.test(rest)),
    Number(withoutPlace(l) === s),
    Number(known.has(rest)),
    Number(lexicon().typeOf(rest) !== undefined),
    Number(HEADS.has(rest)),
    HEADS.has(rest) ? typeOfHead(rest) : -1,
    restHead.length,
    Number(isPartOf(l, s)),
    Number(stemOf(l, long.type) === s),
    Number(coreOf(l) === s),
    Number(abbreviates(s, l)),
    l.indexOf(s[0]!),
    Number(l.at(-1) === s.at(-1)),
    short.forms.length,
    long.forms.length,
    longer.filter(({ match }) => match.relation === relation).length,
  ]
}

/** Log odds that a pair of which one may be short for the other is one thing, before anything else is seen of it. */
const PRIOR = -2.6

/** The last of ascending numbers below one, or -1. */
const lastBefore = (starts: readonly number[], at: number): number => starts.findLast((x) => x < at) ?? -1
const gapTo = (before: number, at: number): number => (before < 0 ? NEVER : at - before)

/** Whether a mention of the one lies within one of the other. */
const isWithin = (short: Party, long: Party): boolean =>
  short.starts.some((at, k) => long.starts.some((from, q) => from <= at && long.ends[q]! >= short.ends[k]!))
/** Whether mentions of them stand side by side. */
const isBeside = (short: Party, long: Party): boolean =>
  short.starts.some((at, k) =>
    long.starts.some((from, q) => {
      const gap = from >= short.ends[k]! ? from - short.ends[k]! : at - long.ends[q]!
      return gap >= 0 && gap <= 2
    }),
  )

function headOf(name: string): string {
  for (let n = Math.min(LONGEST_HEAD, name.length); n >= 1; n--)
    if (HEADS.has(name.slice(-n))) return name.slice(-n)
  return ''
}
const typeOfHead = (head: string): number => entityTypes.indexOf(HEADS.get(head)!)
