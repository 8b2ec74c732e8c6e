/** Which administrative division a name stands for or begins with, and which one an article is about. */
import type { Mention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { DIVISIONS, type Division } from '../lexicon/divisions.ts'
import { pairAt, wordLookup } from '../lexicon/word-set.ts'

/** 山东省/济南市/市中区, as far down as known; '' where nothing is. */
export type DivisionPath = string

/** A city and a province in one: districts are the next step down. */
const MUNICIPAL = /^(?:北京|天津|上海|重庆)市/

const pathOf = (d: Division): DivisionPath => [...d.within, d.name].join('/')

const byForm = new Map<string, Division[]>()
for (const d of DIVISIONS)
  for (const form of new Set([d.name, d.short])) byForm.set(form, [...(byForm.get(form) ?? []), d])
/** The first two characters of each: what begins with none of them begins with no division. */
const FRONTS = new Set([...byForm.keys()].map((form) => pairAt(form, 0)))
const divisionsCalled = wordLookup(byForm)
const LONGEST = Math.max(...[...byForm.keys()].map((form) => form.length))

export interface Prefix {
  /** Divisions that the front of the name may stand for: several for 市中区. */
  candidates: readonly Division[]
  /** How many characters of the name they take. */
  length: number
}

/** The longest chain of divisions at the front of a name: 山东省济南市市中区, 济南市中区; null where there is none. */
export function divisionAt(plain: string): Prefix | null {
  return chainFrom(plain, 0, [])
}

function chainFrom(plain: string, at: number, within: readonly Division[]): Prefix | null {
  let best: Prefix | null = within.length > 0 ? { candidates: within, length: at } : null
  if (!FRONTS.has(pairAt(plain, at))) return best
  for (let n = Math.min(LONGEST, plain.length - at); n >= 2; n--) {
    const form = plain.slice(at, at + n)
    const candidates = inside(divisionsCalled(form) ?? [], within)
    if (candidates.length === 0 || (plain[at + n] === '心' && form.endsWith('中'))) continue
    const chain = chainFrom(plain, at + n, candidates)
    // 济南市中区 is 济南 + 市中区 and not 济南市 + 中区; 济南市中心医院 is 济南市's
    if (chain && chain.length > (best?.length ?? 0)) best = chain
  }
  return best
}

const inside = (found: readonly Division[], within: readonly Division[]): readonly Division[] =>
  within.length === 0 ? found : found.filter((d) => within.some((w) => d.within.includes(w.name)))

/** What many towns call a part of theirs: 东城 is Beijing's, and 老城 Luoyang's, only where those are spoken of. */
const ORDINARY = /^(?:[东西南北新老旧][城郊]|[城河江湖海山][东西南北])$/
const isOrdinary = (form: string, { level }: Division): boolean => level === 'county' && ORDINARY.test(form)

/** 清水塘, 明水经开区: what begins as a county far off is called lies there only where its city is spoken of, or no other. */
const isPassing = ({ level, name, short }: Division, form: string, plain: string): boolean =>
  level === 'county' && form === short && form !== name && form.length < plain.length

/** 河北 is the province, also in 天津 with its 河北区; 长沙 is the city and not 长沙县, which lies in it. */
function outermostOf(candidates: readonly Division[]): readonly Division[] {
  const provinces = candidates.filter(({ level }) => level === 'province')
  if (provinces.length > 0) return provinces
  return candidates.filter((d) => !candidates.some((other) => lies(d, other)))
}

const lies = (inner: Division, outer: Division): boolean =>
  inner.within.length > outer.within.length &&
  [...outer.within, outer.name].every((step, i) => inner.within[i] === step)

/** Whether the shorter name is that of what the longer one lies in: 长沙 and 长沙县. */
export function liesIn(long: string, short: string): boolean {
  const [inner, outer] = [divisionAt(long), divisionAt(short)]
  if (inner?.length !== long.length || outer?.length !== short.length) return false
  const named = outermostOf(outer.candidates)
  return inner.candidates.length > 0 && inner.candidates.every((d) => named.some((other) => lies(d, other)))
}

/** Whether two fronts of names stand for places of which neither lies in the other: 抚州, 南昌. */
export function areApart(one: string, other: string): boolean {
  const [a, b] = [divisionAt(one)?.candidates ?? [], divisionAt(other)?.candidates ?? []]
  return a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => x === y || lies(x, y) || lies(y, x)))
}

const LEVELS: ReadonlyMap<string, readonly Division['level'][]> = new Map([
  ['省', ['province']],
  ['市', ['city', 'county']],
  ['县', ['county']],
  ['区', ['county']],
])

/** Whether the shorter name has the level of a division in the stead of its name: 省建工集团 of 湖南建工集团, 市城投集团 of 岳阳城投集团. */
export function isOfLevel(long: string, short: string): boolean {
  const levels = LEVELS.get(short[0]!)
  const front = levels && long.endsWith(short.slice(1)) ? divisionAt(long) : null
  return (
    front?.length === long.length - (short.length - 1) &&
    front.candidates.some(({ level }) => levels!.includes(level))
  )
}

/** Without a context 吉林 is the province and 西安 the city before they are a city and a district; null where that leaves several. */
function largest(candidates: readonly Division[]): Division | null {
  for (const level of ['province', 'city', 'county'] as const) {
    const found = candidates.filter((d) => d.level === level)
    if (found.length > 0) return found.length === 1 ? found[0]! : null
  }
  return null
}

/** Votes for divisions by what an article names. */
export class Whereabouts {
  readonly #votes = new Map<DivisionPath, number>()

  constructor(mentions: readonly Pick<Mention, 'text' | 'type'>[], source: string) {
    const open: { candidates: readonly Division[]; form: string }[] = []
    const passing: { only: Division; weight: number }[] = []
    const known = new Map<string, Prefix | null>()
    const note = (plain: string, weight: number) => {
      let prefix = known.get(plain)
      if (prefix === undefined) {
        prefix = divisionAt(plain)
        known.set(plain, prefix)
      }
      if (!prefix) return
      const [only, another] = prefix.candidates
      const form = plain.slice(0, prefix.length)
      if (only && !another && !isOrdinary(form, only) && isPassing(only, form, plain))
        passing.push({ only, weight })
      else if (only && !another && !isOrdinary(form, only)) this.#vote(only, weight)
      else open.push({ candidates: prefix.candidates, form })
    }
    for (const m of mentions) note(m.text.replace(/^[“‘《]/, ''), m.type === 'Place' ? 2 : 1)
    if (source) note(source, 1)
    for (const { candidates, form } of open) {
      const one = this.choose(candidates, form)
      if (one) this.#vote(one, 2)
    }
    const anywhere = this.#votes.size === 0
    const spoken = passing.filter(({ only }) => anywhere || this.votesFor(only.within.join('/')) > 0)
    for (const { only, weight } of spoken) this.#vote(only, weight)
  }

  #vote(division: Division, weight: number): void {
    const steps = [...division.within, division.name]
    for (let i = 1; i <= steps.length; i++) {
      const path = steps.slice(0, i).join('/')
      this.#votes.set(path, (this.#votes.get(path) ?? 0) + weight)
    }
  }

  /** The candidate in whose city, else province, most of what is named lies; null where that does not decide. */
  choose(candidates: readonly Division[], form: string): Division | null {
    if (candidates.length === 1 && isOrdinary(form, candidates[0]!))
      return this.votesFor(candidates[0]!.within.join('/')) > 0 ? candidates[0]! : null
    const outermost = outermostOf(candidates)
    if (outermost.length <= 1) return outermost[0] ?? null
    for (const depth of [2, 1]) {
      const scored = outermost.map((d) => ({
        d,
        votes: d.within.length >= depth ? (this.#votes.get(d.within.slice(0, depth).join('/')) ?? 0) : 0,
      }))
      const most = Math.max(...scored.map(({ votes }) => votes))
      const best = scored.filter(({ votes }) => votes === most)
      if (most > 0 && best.length === 1) return best[0]!.d
    }
    return largest(outermost)
  }

  /** How often the division or what lies in it is named. */
  votesFor(path: DivisionPath): number {
    return this.#votes.get(path) ?? 0
  }

  /** The division that the article is about: the city that it names most, with the district where one stands out. */
  main(): DivisionPath {
    const city = this.#most(2) || this.#most(1)
    if (!city) return ''
    const [best, second] = this.#ranked(3, `${city}/`)
    return best && best[1] >= 4 && best[1] >= 2 * (second?.[1] ?? 0) ? best[0] : city
  }

  #most(depth: number): DivisionPath {
    const [best, second] = this.#ranked(depth, '')
    if (!best) return ''
    // 北京市/朝阳区 has no city between: the municipality is the city
    return !second || best[1] > second[1] ? best[0] : ''
  }

  #ranked(depth: number, under: string): [DivisionPath, number][] {
    const depthOf = (path: DivisionPath) => path.split('/').length + (MUNICIPAL.test(path) ? 1 : 0)
    return [...this.#votes]
      .filter(([path]) => depthOf(path) === depth && path.startsWith(under))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  }
}

/** The division that the whole name stands for, as a path; '' where it is none or where it stays open which. */
export function qualifiedOf(forms: readonly string[], where: Whereabouts): DivisionPath {
  const found = forms
    .map((form) => ({ form, prefix: divisionAt(form) }))
    .filter(({ form, prefix }) => prefix?.length === form.length)
    .map(({ form, prefix }) => where.choose(prefix!.candidates, form))
    .filter((d) => d !== null)
    .map(pathOf)
  // 济南市市中区 says more than 市中
  return found.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? ''
}

/** As a map calls a division, of what texts call it: 滁州市 for 安徽滁州, a district with its city; '' where none calls it so. */
export function onMaps(where: DivisionPath, forms: ReadonlySet<string>): string {
  const steps = where.split('/')
  const [name, city = ''] = steps.reverse()
  const within = steps.length > 2 || MUNICIPAL.test(city) ? [city + name] : []
  return [...within, name!].find((form) => forms.has(form)) ?? ''
}

/**
 * The name of the last one alone where a name leads down to it: 钦州市钦北区 → 钦北区, 当阳市玉泉街道 → 玉泉街道; null where
 * it is one name, or open which one it is.
 */
export function lastStepOf(plain: string): string | null {
  const prefix = divisionAt(plain)
  if (!prefix) return null
  const rest = plain.slice(prefix.length)
  if (rest) return SETTLEMENT.test(rest) ? rest : null
  const steps = new Set(prefix.candidates.map(({ name, short }) => (plain.endsWith(name) ? name : short)))
  const [step, other] = steps
  return step !== undefined && other === undefined && step.length < plain.length && step.length >= 3
    ? step
    : null
}
const SETTLEMENT = /^[^省市区县州旗盟镇乡]{1,5}(?:[镇乡]|街道|村)$/

/** The division at the front of a name that goes on, as a path; '' where there is none. */
export function ownDivisionOf(
  plain: string,
  within: DivisionPath,
): { path: DivisionPath; length: number } | null {
  const prefix = divisionAt(plain)
  if (!prefix || prefix.length >= plain.length) return null
  const near = prefix.candidates.filter((d) => within !== '' && sameProvince(pathOf(d), within))
  const front = plain.slice(0, prefix.length)
  const elsewhere = prefix.candidates.filter((d) => !isOrdinary(front, d))
  const chosen = largest(near) ?? largest(elsewhere)
  return chosen ? { path: pathOf(chosen), length: prefix.length } : null
}

const sameProvince = (a: DivisionPath, b: DivisionPath): boolean => a.split('/')[0] === b.split('/')[0]

/** The city of a division, or the province where it lies in none. */
export const cityOf = (path: DivisionPath): DivisionPath => {
  const [province, city] = path.split('/')
  if (!province) return ''
  return !city || MUNICIPAL.test(province) ? province : `${province}/${city}`
}

/** Types of what a paper calls by the level of its division: 市中心医院, 省科学院, 市城投集团. */
const BY_LEVEL: ReadonlySet<EntityType> = new Set<EntityType>(['Institute', 'Company', 'Park', 'Project'])
/** Not in 市民中心, 区域医疗中心, 省会, 县城. */
const OF_LEVEL =
  /^(?:省(?![会级内直道际属域])|市(?![民场政区域郊直属辖级内])|县(?![域城级道内乡])|区(?![域位块间级内直段]))(?=.{3})/u

/** The same with the name of the division in front, where the article is about one of that level; else the name itself. */
export function inFull(plain: string, type: EntityType, within: DivisionPath): string {
  const level = BY_LEVEL.has(type) ? OF_LEVEL.exec(plain)?.[0] : undefined
  if (level === undefined) return plain
  const steps = level === '市' ? cityOf(within).split('/') : within.split('/')
  const division = level === '省' ? steps[0] : steps.at(-1)
  return division?.endsWith(level) ? division + plain.slice(1) : plain
}
