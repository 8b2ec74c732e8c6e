/** Who stands in which role of a predicate: in its clause, else carried in from its sentence, paragraph or article. */
import type { EntityType } from '../../model/ontology.ts'
import { type Clause, type Cue, entitiesOf, ownedBy } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { type Role, SITES } from './predicates.ts'
import { CARRY, isSite, type Reading } from './reading.ts'
import { between, isInert, isTown, type Scene, typeOf } from './scene.ts'

/** How far behind its predicate an object may begin, and how far in front a theme may end, in characters. */
const OBJECT_REACH = 44
const THEME_REACH = 36
/** How far two clauses are looked ahead for a subject that comes behind. */
const AHEAD = 4

export interface Found {
  entities: number[]
  /** Factor on confidence: 1 in the clause, less the farther it is carried. */
  trust: number
  /** Where they stand; null where they are carried from another sentence. */
  phrase: Phrase | null
}
export const NONE: Found = { entities: [], trust: 0, phrase: null }

type Types = readonly EntityType[]

/** Who stands in a role; `other` is the phrase that stands in the predicate's other role. */
export function fill(
  reading: Reading,
  at: number,
  cue: Cue,
  role: Role,
  types: Types,
  other: Phrase | null = null,
): Found {
  switch (role) {
    case 'agent':
      return agentOf(reading, at, cue, types, other)
    case 'theme':
      return themeOf(reading, at, cue, types)
    case 'object':
      return objectOf(reading, at, cue, types, other)
    case 'place':
      return governed(reading, at, cue, /^(?:在|于|到|至)$/, types)
    case 'maker':
      return governed(reading, at, cue, /^(?:由|经|被)$/, types)
    case 'held':
      return governed(reading, at, cue, /^(?:以|把|将|对|依托|按照|依照|根据|为)$/, types)
    case 'gainer':
      return governed(reading, at, cue, /^为$/, types)
    case 'here':
      return hereOf(reading, at, cue, types, other)
    case 'opened':
      return reading.opened ? hereOf(reading, at, cue, types, other) : NONE
  }
}

export const found = (scene: Scene, phrase: Phrase | null, types: Types, owners = false): number[] =>
  phrase ? entitiesOf(phrase, types, (e) => typeOf(scene, e), owners) : []

const actors = (scene: Scene, phrase: Phrase | null, types: Types): number[] =>
  found(scene, phrase, types).filter((e) => !isInert(scene.article.entities[e]!))

/** Clauses that open a sentence before its subject. */
export const OPENING =
  /^[^,，。]{0,6}(?:围绕|聚焦|为|按照|依照|根据|作为|依托|落实|抢抓|立足|紧扣|锚定|瞄准|随着|通过|以|借|乘|在|对标|面对|响应|坚持|服务|融入|贯彻)/
const PIVOT = /(?:是|让|使|支持|鼓励|引导|推动|带动|要求|促使|确保)[“]?$/
const WITH = /^(?:与|和|同|跟|联合|携手|会同|牵手)$/

/** The clause's own subject, else one of the sentence, else one of the paragraph, else what the article is about. */
export function agentOf(
  reading: Reading,
  at: number,
  cue: Cue,
  types: Types,
  other: Phrase | null = null,
): Found {
  const { scene, clauses } = reading
  const clause = clauses[at]!
  const own = [clause.topic, clause.subject].find((p) => p && p !== other && p.end <= cue.start) ?? null
  for (const [phrase, trust] of [[pivotOf(scene, clause, cue, other), 0.95] as const, [own, 1] as const]) {
    const entities = actors(scene, phrase, types)
    if (entities.length > 0) return { entities, trust, phrase }
  }
  // 新开工的X…: the clause is about what would be the object
  if (other && other === clause.topic && other.start >= cue.end) return NONE
  const opening = clause.cues[0]?.start ?? clause.end
  for (const phrase of clause.phrases) {
    if (phrase.end > cue.start || phrase.start > opening) break
    if (phrase.governor !== '' || phrase === other) continue
    const entities = actors(scene, phrase, types)
    if (entities.length > 0) return { entities, trust: 0.95, phrase }
  }
  if (acts(own) || strangerIn(scene, clause, cue)) return NONE
  // 《甲方案》提出…: a plan speaks for itself
  if (own?.units.some((u) => !u.modifier && u.type === 'Strategy') && !types.includes('Strategy')) return NONE
  const carried = fromSentence(reading, at, types)
  if (carried) return sided(carried)
  return sided(fromParagraph(reading, at, types))
}

/** 是三亚服务…的任务, 让企业落实…: who is named right in front of what they do. */
function pivotOf(scene: Scene, clause: Clause, cue: Cue, other: Phrase | null): Phrase | null {
  const phrase = clause.phrases.findLast((p) => p.end <= cue.start)
  if (!phrase || phrase === other || phrase.governor !== '' || cue.start - phrase.end > 4) return null
  return PIVOT.test(between(scene, Math.max(clause.start, phrase.start - 8), phrase.start)) ? phrase : null
}

/** A clause of the sentence that names who acts: an earlier one, or behind an opening clause a later one; null where none may be looked for further. */
function fromSentence({ scene, clauses }: Reading, at: number, types: Types): Found | null {
  for (let i = at - 1; i >= 0 && i >= at - CARRY; i--) {
    const { speech, topic } = clauses[i]!
    if (speech) break
    const entities = actors(scene, topic, types)
    if (entities.length > 0) return { entities, trust: 0.92, phrase: topic }
    if (acts(topic)) return NONE
  }
  const { start, end } = clauses[at]!
  if (!OPENING.test(between(scene, start, end))) return null
  if (clauses.slice(Math.max(0, at - CARRY), at).some((c) => c.subject !== null && !c.speech)) return null
  const doers = types.filter((t) => t !== 'Project' && t !== 'Strategy')
  for (let i = at + 1; i < clauses.length && i <= at + AHEAD; i++) {
    const { subject, cues } = clauses[i]!
    const entities = actors(scene, subject, cues.length > 0 ? doers : types)
    if (entities.length > 0) return { entities, trust: 0.88, phrase: subject }
    if (!OPENING.test(between(scene, clauses[i]!.start, clauses[i]!.end)) && clauses[i]!.cues.length > 0)
      break
  }
  return null
}

/** A sentence without a subject goes on about the place that the paragraph is about, not about what it named last. */
function fromParagraph({ scene, clauses, before }: Reading, at: number, types: Types): Found {
  const { mainActor } = scene
  const main = mainActor >= 0 && types.includes(typeOf(scene, mainActor))
  const subjects = before.map((phrase) => actors(scene, phrase, types)).filter((s) => s.length > 0)
  // 它…: what the sentence before is about
  const pronoun = clauses
    .slice(0, at + 1)
    .some((c) => /^(?:它|其(?!中)|这家|后者)/.test(between(scene, c.start, c.start + 2)))
  if (pronoun && subjects[0]) return { entities: subjects[0], trust: 0.85, phrase: null }
  const spoken = clauses.slice(0, at).some((c) => c.speech)
  const places = spoken
    ? undefined
    : subjects.find((s) => s.some((e) => ['Place', 'Organization'].includes(typeOf(scene, e))))
  if (main && !spoken && subjects.some((s) => s.includes(mainActor)))
    return { entities: [mainActor], trust: 0.82, phrase: null }
  const chosen = places ?? subjects[0]
  if (main && (!chosen || (typeOf(scene, mainActor) === 'Place' && !places)))
    return { entities: [mainActor], trust: 0.78, phrase: null }
  return chosen ? { entities: chosen, trust: 0.82, phrase: null } : NONE
}

/** 甲与乙成立A,与丙共建B,设立C: of what is carried only 甲 is the one that goes on. */
function sided(carried: Found): Found {
  const { phrase } = carried
  if (!phrase || phrase.split <= 0) return carried
  const left = new Set(phrase.units.slice(0, phrase.split).flatMap((u) => u.entities))
  return { ...carried, entities: carried.entities.filter((e) => left.has(e)) }
}

/** Whether a phrase names who or what may act: what another one did is not carried past it. */
const acts = (phrase: Phrase | null): boolean =>
  phrase?.units.some((u) => !u.modifier && !['Industry', 'Honor', 'Event', 'Strategy'].includes(u.type)) ??
  false

/** A subject that no name was recognised in (五家企业签约, 沿线各镇联合建设): what it does is not another's deed. */
const STRANGER =
  /(?:[\p{Script=Han}\w]{2,}(?:(?<!全|本|我|该|市|城)[区市县镇乡村]|新城|公司|集团|研究院|部门|企业|(?<!建设|承建|实施|主办|承办|投资|运营|牵头)单位|街道|银行|大学|学院|政府|学校|医院|协会)|国家|我国|中国)(?:则|也|还|将|已|正|再|均|都|又|就|便|率先|积极|先后|成功|持续|全力|大力|主动|加快|累计|共|陆续|纷纷)*$/u

function strangerIn(scene: Scene, clause: Clause, cue: Cue): boolean {
  const last = clause.phrases.findLast((p) => p.end <= cue.start)
  const text = between(scene, last?.end ?? clause.start, cue.start).replace(/[“”]/g, '')
  return text.length >= 3 && text.length <= 24 && STRANGER.test(text)
}

/** 与乙联合建设, 携手乙,建起…: who takes part on equal terms. */
export function partnersOf(reading: Reading, at: number, cue: Cue, types: Types): number[] {
  const { scene, clauses } = reading
  const clause = clauses[at]!
  const near = /联合|共同|合作|携手|共建|联手/.test(
    between(scene, Math.max(clause.start, cue.start - 4), cue.end),
  )
  for (let i = at; i >= Math.max(0, at - 2); i--) {
    const phrase = clauses[i]!.phrases.find(
      (p) => WITH.test(p.governor) && p.start < cue.start && (near || p.governor.length > 1),
    )
    const entities = found(scene, phrase ?? null, types)
    if (entities.length > 0) return entities
    if (i === at && clause.subject) break
  }
  return []
}

/** The nearest name in front of the predicate; behind it where 的 leads on (落户X的Y); else what is carried. */
function themeOf(reading: Reading, at: number, cue: Cue, types: Types): Found {
  const { scene, clauses } = reading
  const clause = clauses[at]!
  let ungoverned = false
  for (let i = clause.phrases.length - 1; i >= 0; i--) {
    const phrase = clause.phrases[i]!
    if (phrase.end > cue.start || cue.start - phrase.end > THEME_REACH) continue
    if (phrase.governor !== '' && !/^(?:把|将|以)$/.test(phrase.governor)) continue
    ungoverned ||= phrase.governor === ''
    // 甲院院士乙等齐聚: it is the people who do
    const next = clause.phrases[i + 1]
    if (next && next.units[0]!.type === 'Person' && next.start - phrase.end <= 10) continue
    const entities = found(scene, phrase, types)
    if (entities.length > 0) return { entities, trust: 1, phrase }
  }
  if (ungoverned) return NONE
  const behind = relativeHead(scene, clause, cue)
  if (behind) return { entities: found(scene, behind, types), trust: 1, phrase: behind }
  // 由甲发起的基金: what stands behind 的 has no name
  if (between(scene, cue.end, cue.end + 1) === '的') return NONE
  const carried = agentOf(reading, at, cue, types)
  return carried.trust >= 0.82 ? carried : NONE
}

/** 位于A的B, 由X投资的Y: what a predicate in front of 的 says something of. */
function relativeHead(scene: Scene, clause: Clause, cue: Cue): Phrase | null {
  const i = clause.phrases.findIndex((p) => p.start >= cue.end)
  if (i < 0) return null
  const next = clause.phrases[i]!
  if (/^[^,，。]{0,10}的[^,，。]{0,10}$/.test(between(scene, cue.end, next.start))) return next
  const after = clause.phrases[i + 1]
  if (after && after.start - next.end <= 12 && between(scene, next.end, after.start).includes('的'))
    return after
  // one phrase, its owner in front: 位于历城区的青石产业园
  return ownedBy(scene.article.text, next) ? next : null
}

function objectOf(reading: Reading, at: number, cue: Cue, types: Types, other: Phrase | null): Found {
  const { scene, clauses } = reading
  for (const phrase of clauses[at]!.phrases) {
    if (phrase.start < cue.end) continue
    if (phrase.start - cue.end > OBJECT_REACH) break
    // 研制的首台设备用于X: what stands behind 的 is the object
    if (/的.{9,}$/.test(between(scene, cue.end, phrase.start))) break
    if (/^(?:与|和|同|跟|由|被|从|自|向|\()$/.test(phrase.governor) && phrase.start > cue.end) continue
    // 位于历城区的青石产业园: the owner is the object, the head the theme
    const entities =
      phrase === other ? ownersOf(scene, phrase, types) : found(scene, phrase, types, types === SITES)
    if (entities.length > 0) return { entities, trust: 1, phrase: phrase === other ? null : phrase }
  }
  return listBehind(reading, at, cue, types)
}

/** 挂牌了3个平台:甲、乙、丙; 注册企业863家,其中甲、乙…. */
function listBehind({ scene, clauses }: Reading, at: number, cue: Cue, types: Types): Found {
  const [clause, next] = [clauses[at]!, clauses[at + 1]]
  const list = next?.phrases[0]
  if (!next || !list || clause.end - cue.end > 16 || (next.cues[0] && next.cues[0].start < list.start))
    return NONE
  const leads =
    /[:：]/.test(between(scene, clause.end, next.start)) ||
    /^(?:其中|包括|分别是|有)[“]?$/.test(between(scene, next.start, list.start))
  return leads ? { entities: found(scene, list, types), trust: 0.9, phrase: list } : NONE
}

const ownersOf = (scene: Scene, phrase: Phrase, types: Types): number[] =>
  phrase.units.flatMap((u) => (u.modifier ? u.entities.filter((e) => types.includes(typeOf(scene, e))) : []))

/** A phrase of the clause in front of the predicate that one of these prepositions governs. */
function governed(reading: Reading, at: number, cue: Cue, prepositions: RegExp, types: Types): Found {
  const { phrases } = reading.clauses[at]!
  for (let i = phrases.length - 1; i >= 0; i--) {
    const phrase = phrases[i]!
    if (phrase.end > cue.start || !prepositions.test(phrase.governor)) continue
    const entities = found(reading.scene, phrase, types)
    if (entities.length > 0) return { entities, trust: 1, phrase }
  }
  return NONE
}

/** A park, or a place that is large enough to have things land in it. */
export const isRegion = (scene: Scene, entity: number): boolean =>
  typeOf(scene, entity) === 'Park' ||
  isTown(scene.article.entities[entity]!) ||
  /(?:[省市县州旗镇乡村城]|(?<!片)区|街道)$/.test(scene.article.entities[entity]!.name)

/** Where the sentence is: an earlier clause's place, else the paragraph's, else the article's. */
function hereOf(reading: Reading, at: number, cue: Cue, types: Types, other: Phrase | null): Found {
  const { scene, clauses, here, before } = reading
  const sites = (phrase: Phrase | null | undefined, of: Types = ['Place', 'Park']): number[] => {
    const entities = phrase && phrase !== other ? found(scene, phrase, of) : []
    return entities.length === 1
      ? entities.filter((e) => types.includes(typeOf(scene, e)) && isRegion(scene, e))
      : []
  }
  // 设立了甲工坊,乙公司已入驻
  const built = /^[入进]驻$/.test(cue.word) ? clauses[at - 1]?.phrases.at(-1) : undefined
  const into = sites(built, ['Park'])
  if (into.length > 0) return { entities: into, trust: 0.9, phrase: built ?? null }
  for (let i = Math.max(0, at - CARRY); i < at; i++) {
    const entities = sites(clauses[i]!.topic)
    if (entities.length > 0) return { entities, trust: 0.9, phrase: clauses[i]!.topic }
  }
  const known = here.filter((e) => types.includes(typeOf(scene, e)) && isSite(scene, e))
  if (known.length > 0) return { entities: known, trust: 0.95, phrase: null }
  // 甲、乙齐聚,丙园已聚集…
  const next = clauses[at + 1]?.subject
  if (/^(?:齐聚|到来|云集|迁进来)$/.test(cue.word) && sites(next).length > 0)
    return { entities: sites(next), trust: 0.85, phrase: next ?? null }
  for (const phrase of before) {
    const entities = sites(phrase, ['Place'])
    if (entities.length > 0) return { entities, trust: 0.85, phrase: null }
  }
  const { mainActor, mainPlace } = scene
  // an article about a park tells what comes to that park
  const main =
    mainActor >= 0 && typeOf(scene, mainActor) === 'Park' && types.includes('Park') ? mainActor : mainPlace
  return main >= 0 ? { entities: [main], trust: 0.8, phrase: null } : NONE
}
