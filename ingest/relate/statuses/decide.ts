/** Which stage each thing has reached: the rules propose, what was learned decides. */
import type { StatusMention } from '../../../model/article.ts'
import type { Status } from '../../../model/ontology.ts'
import type { TableFile } from '../../learned/file.ts'
import { type Lookup, lookupOf } from '../../learned/table.ts'
import { type Trees, type TreesFile, treesOf } from '../../learned/trees.ts'
import type { Reading } from '../reading.ts'
import { between, type Scene, wordsBefore } from '../scene.ts'
import { STANDING } from './bearers.ts'
import { type Claim, claimsOf, FIELDS, valuesOf } from './claims.ts'
import { dateOf, withCeremonies } from './dated.ts'
import { enumeratedOf } from './enumerated.ts'
import { mended } from './mended.ts'
import { outrightOf } from './outright.ts'
import { seenIn } from './seen.ts'
import { togetherOf } from './together.ts'
import { weighedOf } from './weighed.ts'
import { STAGE_NAMES } from './wordings.ts'

/** The trees see a stage beside what else may be said. */
export interface StatusFile extends TableFile, TreesFile {
  about: string
  /** The stages in the order that the columns have. */
  stages: readonly string[]
  /** The share, 0…1, from which on a stage is stated. */
  bound: number
}

export interface StatusWeights extends Lookup {
  trees: Trees
  bound: number
}

/** @throws Error where the file was learned for other stages, or to look at other things */
export function statusWeightsOf(file: StatusFile): StatusWeights {
  if (file.stages.join() !== STAGE_NAMES.join())
    throw new Error(
      `The weights of statuses were learned for ${file.stages.join(', ')}: run npm run train after a change to them.`,
    )
  return { trees: treesOf(file, FIELDS, 'statuses'), ...lookupOf(file), bound: file.bound }
}

const REACHED_ONCE = new Set<Status>(['topped_out', 'completed', 'in_operation'])
/** 二十天后就能封顶, 年底可投用: not yet. */
const TO_COME =
  /(?:[以之]后[^,，。;；]{0,16}|[就才便]|[月年]底前?)(?:能|可|要)(?!以)[^,，。;；]{0,10}$|(?:预计|计划(?!总?投资)|将于|定于|拟于|力争|争取|确保|有望|即将)[^,，。;；]{0,12}$/

/** How far before its word a date may stand. */
const REACH = 64

export function statusesLearned(
  scene: Scene,
  readings: readonly Reading[],
  { add, weightOf, trees, bound }: StatusWeights,
): StatusMention[] {
  const { seen, features } = seenIn(scene, readings)
  const weighed = weighedOf(seen, features, add)
  const claims = claimsOf(weighed)
  const values = valuesOf(scene, weighed, claims, features, weightOf)
  const stated = statedOf(
    claims,
    values.map((numbers) => trees.shareOf(numbers)),
    bound,
  )
  const out: StatusMention[] = []
  claims.forEach(({ of: { entity, all, at }, stage }, i) => {
    if (!stated[i]) return
    const status = STAGE_NAMES[stage]!
    const { told, bearer } = all[at[stage]!]!
    const span = features.wordOf(told, status)
    const { sentence } = told.reading
    const words = wordsBefore(scene, sentence, span.start, REACH)
    if (REACHED_ONCE.has(status) && TO_COME.test(words)) return
    const mention = {
      subject: entity,
      status,
      date: dateOf(scene, sentence, span.start),
      sentence: sentence.index,
      start: span.start,
      end: span.end,
    }
    const said = mended(scene, told.reading, mention, bearer)
    if (said) out.push(said)
  })
  const single = withOutright(withEnumerated(out, enumeratedOf(scene, readings)), outrightOf(scene, readings))
  const all = withCounted(toppedOut(scene, single), togetherOf(scene, readings))
  return withCeremonies(scene, all).sort(
    (a, b) => a.start - b.start || a.subject - b.subject || orderOf(a.status) - orderOf(b.status),
  )
}

/** Of what a sentence lists at a stage it says nothing else, and it says that stage of nothing else. */
function withEnumerated(stated: readonly StatusMention[], listed: readonly StatusMention[]): StatusMention[] {
  const said = new Set(
    listed.flatMap((m) => [`${m.subject} of ${m.sentence}`, `${m.status} in ${m.sentence}`]),
  )
  return [
    ...listed,
    ...stated.filter(
      (m) => !said.has(`${m.subject} of ${m.sentence}`) && !said.has(`${m.status} in ${m.sentence}`),
    ),
  ]
}

/** Words of works that go on, whatever is topped out of them. */
const GOES_ON = /建设|施工|进度|推进/

/** 甲已经封顶,正在装修: topped out and no more, as 265 of 329 such works in what was learned from are. */
function toppedOut(scene: Scene, stated: readonly StatusMention[]): StatusMention[] {
  const of = (m: StatusMention) => `${m.subject} ${m.sentence}`
  const topped = new Set(stated.filter((m) => m.status === 'topped_out').map(of))
  return stated.filter(
    (m) =>
      m.status !== 'under_construction' || !topped.has(of(m)) || GOES_ON.test(between(scene, m.start, m.end)),
  )
}

/** What is at such a stage is planned no more, whatever it is to become. */
const BEGUN = new Set<Status>(['started', 'under_construction'])

/** What was learned, and what sentences say outright; of each stage of a thing the first that says it. */
function withOutright(
  learned: readonly StatusMention[],
  outright: readonly StatusMention[],
): StatusMention[] {
  const stated = new Map<string, StatusMention>()
  const begun = new Set(learned.flatMap((m) => (BEGUN.has(m.status) ? [m.subject] : [])))
  for (const mention of [...learned, ...outright]) {
    const key = `${mention.subject} ${mention.status}`
    if (stated.has(key) || (mention.status === 'planned' && begun.has(mention.subject))) continue
    stated.set(key, mention)
  }
  return [...stated.values()]
}

/** Adds what was begun or signed for together, of things of which nothing is said but that they are planned. */
function withCounted(stated: readonly StatusMention[], together: readonly StatusMention[]): StatusMention[] {
  const spoken = new Set(stated.flatMap((m) => (m.status === 'planned' ? [] : [m.subject])))
  const counted = new Map<number, StatusMention>()
  for (const mention of together)
    if (!spoken.has(mention.subject) && !counted.has(mention.subject)) counted.set(mention.subject, mention)
  return [...stated.filter((m) => !counted.has(m.subject)), ...counted.values()]
}

/**
 * At such a share of the bound a thing is at what at least half of its list is at, if nothing else is said of it. With it F1
 * goes from 0.656 to 0.665 on 160 published articles that were retold.
 */
const LISTED = 0.45

/**
 * Which claims are stated: those that are sure enough, and those of things in a list with them. A list is what one clause
 * says one stage of; that of `lists.ts` is what a phrase names, whatever is said of it and wherever.
 */
export function statedOf(claims: readonly Claim[], shares: readonly number[], bound: number): boolean[] {
  const stated = shares.map((share) => share >= bound)
  const spoken = new Set(claims.flatMap(({ of: { entity } }, i) => (stated[i] ? [entity] : [])))
  const lists = new Map<string, { all: number; stated: number }>()
  const keys = claims.map(({ of: { all, at }, stage }) => {
    const { told, bearer } = all[at[stage]!]!
    return bearer.standing === STANDING.main ? '' : `${told.clause.start} ${bearer.phrase.start} ${stage}`
  })
  keys.forEach((key, i) => {
    if (key === '') return
    const list = lists.get(key) ?? { all: 0, stated: 0 }
    list.all++
    if (stated[i]) list.stated++
    lists.set(key, list)
  })
  return claims.map(({ of: { entity } }, i) => {
    const list = lists.get(keys[i]!)
    const listed = list !== undefined && list.stated * 2 >= list.all && shares[i]! >= LISTED * bound
    return stated[i]! || (listed && !spoken.has(entity))
  })
}

const orderOf = (status: Status): number => STAGE_NAMES.indexOf(status)
