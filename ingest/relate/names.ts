/** Names that say whose they are: an owner in front, a phase behind, a district with its city. */
import type { ArticleEntity } from '../../model/article.ts'
import type { EntityType, RelationType } from '../../model/ontology.ts'
import { PROVINCES } from '../lexicon/divisions.ts'
import { pairAt } from '../lexicon/word-set.ts'
import type { Add } from './add.ts'
import { isCity, isProvince, isTown, type Scene } from './scene.ts'

/** From the longer name to the one in front; BUILT is DEVELOPS, the other way round. */
type Says = readonly [RelationType | 'BUILT', number]
const UNSAID = 0.55
const AUTHORITY = /(?:[局委厅部办]|委员会|委会|政府|办公室|法院|检察院|基金|产业投资)$/
/** What its relations say they are found by: a branch that its parent's name stands in front of. */
export const BRANCH = 'name:branch'
const BRANCH_OF = /^.{0,6}(?:分公司|分行|支行|分院|院区|校区|分校|分中心)$/
/** Sites that things are called after because they lie there. */
const SITE = /(?:港区?|湖|山|岛|湾|作业区|园区|片区|镇|街道|大道|景区|沙漠)$/
/** What a place in a place is called. */
const PART_OF_PLACE = /(?:[市县旗镇乡村路]|(?<!片)区|街道|社区|大街)$/

/** What a name in front of a longer one says: `rest` is what the longer one has more. */
function readName(outer: EntityType, inner: EntityType, rest: string, name: string): Says[] {
  if (
    /^(?:项目)?[一二三四五六七八九十\d]+[期区]|^(?:[东西南北中]?段|.{1,6}段$|场道工程|支线|延伸段)/.test(rest)
  )
    return inner === 'Project' || inner === 'Park' || inner === 'Institute'
      ? [['PART_OF', 0.95]]
      : inner === 'Place'
        ? []
        : [['AFFILIATED_WITH', 0.85]]
  switch (inner) {
    case 'Company':
    case 'Institute':
      if (inner === 'Company' && outer === 'Project' && /^的|(?:项目|工程)$/.test(rest))
        return [
          ['AFFILIATED_WITH', 0.85],
          ['BUILT', 0.6],
        ]
      return ['Project', 'Park', 'Institute', 'Company', 'Organization'].includes(outer)
        ? [['AFFILIATED_WITH', 0.85]]
        : []
    case 'Park':
      if (outer === 'Park')
        return /片区$/.test(rest)
          ? [
              ['PART_OF', 0.9],
              ['AFFILIATED_WITH', 0.6],
            ]
          : /分[园区院]$/.test(rest)
            ? [['AFFILIATED_WITH', 0.85]]
            : [
                ['AFFILIATED_WITH', 0.75],
                ['LOCATED_IN', 0.75],
              ]
      return ['Project', 'Institute', 'Organization', 'Company'].includes(outer)
        ? [['AFFILIATED_WITH', 0.8]]
        : []
    case 'Organization':
      return outer === 'Organization' || outer === 'Institute' ? [['AFFILIATED_WITH', 0.8]] : []
    case 'Project':
      return outer === 'Project' ? [['PART_OF', 0.7]] : []
    case 'Place':
      if (outer === 'Place')
        return PART_OF_PLACE.test(rest) || (rest.length <= 4 && PROVINCES.includes(name.replace(/省$/, '')))
          ? [['LOCATED_IN', 0.9]]
          : []
      if (outer === 'Organization' && AUTHORITY.test(rest)) return [['AFFILIATED_WITH', 0.75]]
      if (outer === 'Project' && SITE.test(name)) return [['LOCATED_IN', 0.7]]
      return ['Project', 'Park', 'Institute'].includes(outer) && !/(?:大学|学院)$|^[湾湖]/.test(rest)
        ? [['LOCATED_IN', UNSAID]]
        : []
    case 'Strategy':
      return outer === 'Place' && /^(?:[一二三四五六七八九十]区|核心区|片区|起步区)$/.test(rest)
        ? [['PART_OF', 0.8]]
        : []
    default:
      return []
  }
}

/** Names are compared by their first characters, so that many names take no longer than their letters. */
const SHORTEST = 2

/** What the article names, by form. Most pairs of characters begin no form, which saves looking. */
class Forms {
  readonly #entities = new Map<string, ArticleEntity[]>()
  /** By the first two characters of forms the length of the longest. */
  readonly #longest = new Map<number, number>()

  constructor(entities: readonly ArticleEntity[]) {
    for (const e of entities)
      for (const form of e.aliases) {
        const bare = form.replace(/^[“‘《]|[”’》]$/g, '')
        this.#put(bare, e)
        const stem = e.type === 'Industry' ? bare.replace(/(?:产业|行业)$/, '') : bare
        if (stem !== bare) this.#put(stem, e)
      }
  }

  #put(form: string, entity: ArticleEntity): void {
    if (form.length < SHORTEST) return
    const named = this.#entities.get(form)
    if (!named) this.#entities.set(form, [entity])
    else if (named.length < 4) named.push(entity)
    const front = pairAt(form, 0)
    this.#longest.set(front, Math.max(form.length, this.#longest.get(front) ?? 0))
  }

  /** Length of the longest form that may begin at an offset of a name, at most `most`; 0 where none does. */
  longestAt(name: string, from: number, most: number): number {
    return Math.min(most, this.#longest.get(pairAt(name, from)) ?? 0)
  }

  of(form: string): readonly ArticleEntity[] {
    return this.#entities.get(form) ?? NONE
  }
}
const NONE: readonly ArticleEntity[] = []

type Said = [head: number, type: RelationType, tail: number, rule: string, confidence: number]

export function namesOf(scene: Scene, add: Add): void {
  const { entities, mentions } = scene.article
  const forms = new Forms(entities)
  for (const outer of entities) {
    const known = new Map<string, readonly Said[]>()
    for (const m of outer.mentions.slice(0, 200)) {
      const { text, sentence } = mentions[m]!
      const name = text.replace(/^[“‘《]/, '')
      let says = known.get(name)
      if (!says) {
        says = saidIn(scene, forms, outer, name)
        known.set(name, says)
      }
      for (const [head, type, tail, rule, confidence] of says)
        add(head, type, tail, sentence, rule, confidence)
    }
  }
  eventsNamedByPlace(scene, add)
  elliptic(scene, add)
}

/** What a form of an entity's name says of others. */
function saidIn(scene: Scene, byForm: Forms, outer: ArticleEntity, name: string): Said[] {
  const out: Said[] = []
  let from = 0
  for (let step = 0; step < 3; step++) {
    const at = ownerAt(byForm, outer, name, from)
    if (!at) break
    for (const [e, type, confidence] of at.says) {
      // that what it tells of is in the place that it is about goes without saying
      if (confidence === UNSAID && isRoundabout(scene, e)) continue
      if (type === 'BUILT') out.push([e.index, 'DEVELOPS', outer.index, 'name:built', confidence])
      else {
        const branch =
          type === 'AFFILIATED_WITH' && e.type === outer.type && BRANCH_OF.test(name.slice(at.end))
        out.push([outer.index, type, e.index, branch ? BRANCH : 'name', confidence])
      }
    }
    // 广州中科宇航基地 is of 中科宇航 too, 甲与乙联合实验室 of both
    const joiner = /^[与和·、—-]/.exec(name.slice(at.end))
    if (!joiner && !at.place) break
    from = at.end + (joiner?.[0].length ?? 0)
  }
  phaseOf(byForm, outer, name, (whole) => out.push([outer.index, 'PART_OF', whole, 'name:phase', 0.85]))
  chain(byForm, name, (place, within) => out.push([place, 'LOCATED_IN', within, 'name:chain', 0.9]))
  industryInside(byForm, outer, name, (industry) => {
    // one that is named in names only is a word, not what the article speaks of
    if (scene.standing.has(industry)) out.push([outer.index, 'FOCUSES_ON', industry, 'name:industry', 0.6])
  })
  placesInside(byForm, outer, name, (place) =>
    out.push([outer.index, 'LOCATED_IN', place, 'name:inside', 0.55]),
  )
  return out
}

/** The place that the article is about, one that it lies in, a city or a province. */
function isRoundabout(scene: Scene, place: ArticleEntity): boolean {
  const main = scene.article.entities[scene.mainPlace]
  const inIt = main?.aliases.some((form) => place.aliases.some((a) => form !== a && form.startsWith(a)))
  return place === main || inIt === true || isProvince(place) || isCity(place)
}

/** The longest owner counts: 山东大学国家大学科技园 is of 山东大学, not of 山东. */
function ownerAt(byForm: Forms, outer: ArticleEntity, name: string, from: number) {
  let place = 0
  // 甲公司乙基地二期 is part of 甲公司乙基地, and of 甲公司
  const phases: (readonly [ArticleEntity, ...Says])[] = []
  for (
    let length = byForm.longestAt(name, from, Math.min(name.length - from - 1, 40));
    length >= SHORTEST;
    length--
  ) {
    const inner = byForm.of(name.slice(from, from + length)).filter((e) => e.index !== outer.index)
    if (inner.length === 0) continue
    const rest = name.slice(from + length).replace(/^[“”与和·—]/, '')
    const says = inner.flatMap((e) =>
      readName(outer.type, e.type, rest, e.name).map((s) => [e, ...s] as const),
    )
    const isPlace = inner.some((e) => e.type === 'Place')
    const phase = says.filter(([, type]) => type === 'PART_OF')
    if (phase.length > 0 && phase.length === says.length && from === 0) {
      phases.push(...phase)
      continue
    }
    if (says.length > 0) return { says: [...phases, ...says], end: from + length, place: isPlace }
    if (isPlace && place === 0) place = from + length
  }
  return place > 0 || phases.length > 0
    ? { says: phases, end: Math.max(place, from), place: place > 0 }
    : null
}

/** 国家超级计算济南中心, 量衡(合肥)公司: a place inside a name, not in front of it, says where. */
function placesInside(byForm: Forms, outer: ArticleEntity, name: string, add: (place: number) => void): void {
  if (!['Institute', 'Park', 'Project'].includes(outer.type)) return
  for (let from = 2; from < Math.min(name.length - 2, 24); from++)
    for (
      let length = byForm.longestAt(name, from, Math.min(6, name.length - from - 1));
      length >= SHORTEST;
      length--
    ) {
      const place = byForm.of(name.slice(from, from + length)).find(isTown)
      if (place && place.index !== outer.index) {
        add(place.index)
        return
      }
    }
}

/** 甲云谷·乙产业园三期: a phase of what its name ends with. */
function phaseOf(byForm: Forms, outer: ArticleEntity, name: string, add: (whole: number) => void): void {
  const bare = name.replace(/(?:项目)?[一二三四五六七八九十]期$/, '')
  if (bare === name) return
  for (let from = 1; from <= Math.min(bare.length - 4, 30); from++) {
    const whole = byForm
      .of(bare.slice(from))
      .find(
        (e) =>
          e.index !== outer.index && (e.type === 'Park' || e.type === 'Project' || e.type === 'Institute'),
      )
    if (!whole) continue
    add(whole.index)
    return
  }
}

/** 陕西省商洛市柞水县…: each place in the one in front of it. */
function chain(byForm: Forms, name: string, add: (place: number, within: number) => void): void {
  let within: ArticleEntity | undefined
  for (let from = 0; from < name.length - 1; ) {
    let place: ArticleEntity | undefined
    let length = byForm.longestAt(name, from, Math.min(12, name.length - from))
    for (; length >= SHORTEST; length--) {
      place = byForm.of(name.slice(from, from + length)).find((e) => e.type === 'Place')
      if (place && /[省市区县州旗镇乡村]$|街道$/.test(name.slice(from, from + length))) break
      place = undefined
    }
    if (!place) return
    if (within && within !== place) add(place.index, within.index)
    within = place
    from += length
  }
}

/** 生物医药园, 新能源产业三年行动方案: the industry in a name is what it is for. */
function industryInside(
  byForm: Forms,
  outer: ArticleEntity,
  name: string,
  add: (industry: number) => void,
): void {
  if (!['Park', 'Strategy', 'Institute', 'Project'].includes(outer.type)) return
  for (let from = 0; from < Math.min(name.length - 2, 30); from++)
    for (
      let length = byForm.longestAt(name, from, Math.min(10, name.length - from));
      length >= SHORTEST;
      length--
    ) {
      const industry = byForm.of(name.slice(from, from + length)).find((e) => e.type === 'Industry')
      if (!industry) continue
      add(industry.index)
      return
    }
}

/** 区营商环境建设局, 市商务局: of the district or city that the article names most. */
function elliptic(scene: Scene, add: Add): void {
  const { entities, mentions } = scene.article
  const owners = new Map<string, ArticleEntity>()
  for (const e of entities) {
    if (e.type !== 'Place') continue
    for (const suffix of new Set(e.aliases.map((a) => a.at(-1)!)))
      if (e.mentions.length > (owners.get(suffix)?.mentions.length ?? 0)) owners.set(suffix, e)
  }
  for (const office of entities) {
    const suffix = /^[省市区县州](?=.*(?:[局委厅部办]|政府|办公室)$)/.exec(office.name)?.[0]
    const first = office.mentions[0]
    if (office.type !== 'Organization' || !suffix || first === undefined) continue
    const owner = owners.get(suffix)
    if (owner)
      add(office.index, 'AFFILIATED_WITH', owner.index, mentions[first]!.sentence, 'name:elliptic', 0.65)
  }
}

/** 首届济南…博览会: where an event is called after a place, the place holds it. */
function eventsNamedByPlace(scene: Scene, add: Add): void {
  const { entities, mentions } = scene.article
  const places = entities.filter((e) => e.type === 'Place').slice(0, 200)
  for (const event of entities.filter((e) => e.type === 'Event').slice(0, 100)) {
    const first = event.mentions[0]
    if (first === undefined) continue
    if (/党代会|代表大会|全会|人大/.test(event.name)) continue
    const host = places.find(
      (p) =>
        isTown(p) &&
        p.aliases.some((a) => a.length >= 2 && event.name.indexOf(a) >= 0 && event.name.indexOf(a) <= 8),
    )
    if (host) add(host.index, 'HOSTS', event.index, mentions[first]!.sentence, 'name:event', 0.55)
  }
}
