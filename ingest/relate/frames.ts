/** Reads the table of predicates over the clauses of an article: who stands in which role of which relation. */
import type { Modality } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { type Clause, type Cue, entitiesOf } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { type Frame, type Role, SITES } from './predicates.ts'
import { CARRY, isSite, type Reading } from './reading.ts'
import { between, modalityOf, type Scene, typeOf } from './scene.ts'

/** How far behind its predicate an object may begin, in characters. */
const OBJECT_REACH = 44
/** How far in front of its predicate a theme may end. */
const THEME_REACH = 36
/** Heads × tails that one predicate may give. */
const MOST_PAIRS = 300

export interface Found {
  entities: number[]
  /** Factor on confidence: 1 in the clause, less the farther it is carried. */
  trust: number
  /** Where they stand; null where they are carried. */
  phrase: Phrase | null
}
const NONE: Found = { entities: [], trust: 0, phrase: null }

export function framesOf(reading: Reading, add: Add): void {
  for (const [at, clause] of reading.clauses.entries()) {
    if (clause.phrases.length === 0) continue
    const modality = modalityOf(between(reading.scene, clause.start, clause.end))
    leansOf(reading, at, modality, add)
    for (const cue of clause.cues) {
      for (const predicate of cue.predicates) {
        for (const group of predicate.frames) {
          for (const frame of group) {
            if (readFrame(reading, at, cue, frame, predicate.name, modality, add)) break
          }
        }
      }
    }
  }
}

/** 按照S, 依托S, 为S开好局, 在S建设中: who goes by a strategy advances it. */
function leansOf(reading: Reading, at: number, modality: Modality, add: Add): void {
  const { scene, sentence, clauses } = reading
  for (const phrase of clauses[at]!.phrases) {
    const behind = between(scene, phrase.end, Math.min(clauses[at]!.end, phrase.end + 14))
    const leans =
      /^(?:按照|依照|根据|依托|通过)$/.test(phrase.governor) ||
      (phrase.governor === '为' && /开好局|添|贡献|奠定|提供|助力|蹚|探路|作|加油/.test(behind)) ||
      (phrase.governor === '以' && /为(?:抓手|引领|统领|牵引|主线|契机|纲|指引|目标)/.test(behind)) ||
      (phrase.governor === '在' && /^[”》]?(?:建设|战略|行动|实施|推进)*(?:中|下|引领下|指引下)/.test(behind))
    if (!leans) continue
    const cue: Cue = { start: phrase.start, end: phrase.start, word: phrase.governor, predicates: [] }
    const types: readonly EntityType[] = ['Place', 'Organization', 'Park', 'Company', 'Institute', 'Project']
    const strategies = found(scene, phrase, ['Strategy'])
    if (strategies.length === 0) continue
    const agents = agentOf(reading, at, cue, types, phrase)
    for (const head of agents.entities.slice(0, 12))
      for (const tail of strategies)
        add(head, 'ADVANCES', tail, sentence.index, 'lean', 0.75 * agents.trust, { modality })
  }
}

function readFrame(
  reading: Reading,
  at: number,
  cue: Cue,
  frame: Frame,
  name: string,
  modality: Modality,
  add: Add,
): boolean {
  // the end that stands in the clause first: where it is missing nothing is carried in
  const carriedHead = frame.head === 'agent'
  const first = carriedHead
    ? fill(reading, at, cue, frame.tail, frame.tails)
    : fill(reading, at, cue, frame.head, frame.heads)
  if (first.entities.length === 0) return false
  const second = carriedHead
    ? fill(reading, at, cue, frame.head, frame.heads, first.phrase)
    : fill(reading, at, cue, frame.tail, frame.tails, first.phrase)
  if (second.entities.length === 0 || (first.phrase && first.phrase === second.phrase)) return false
  const [heads, tails] = carriedHead ? [second, first] : [first, second]
  if (frame.says === 'DEVELOPS' && carriedHead)
    heads.entities.push(...partnersOf(reading, at, cue, frame.heads))
  const { scene, sentence } = reading
  let pairs = 0
  for (const head of heads.entities) {
    for (const tail of tails.entities) {
      if (frame.says === 'LOCATED_IN' && !isSite(scene, tail)) continue
      if (frame.says === 'PART_OF' && typeOf(scene, head) !== typeOf(scene, tail)) continue
      if (++pairs > MOST_PAIRS) return true
      add(head, frame.says, tail, sentence.index, name, frame.confidence * heads.trust * tails.trust, {
        modality,
        cue: { start: cue.start, end: cue.end },
      })
    }
  }
  return pairs > 0
}

/** Who stands in a role; `other` is the phrase that stands in the other one. */
function fill(
  reading: Reading,
  at: number,
  cue: Cue,
  role: Role,
  types: readonly EntityType[],
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
    case 'here':
      return hereOf(reading, at, cue, types, other)
    case 'opened':
      return reading.opened ? hereOf(reading, at, cue, types, other) : NONE
  }
}

/** Clauses that open a sentence before its subject. */
const OPENING =
  /^[^,，。]{0,6}(?:围绕|聚焦|为|按照|依照|根据|作为|依托|落实|抢抓|立足|紧扣|锚定|瞄准|随着|通过|以|借|乘|在|对标|面对|响应|坚持|服务|融入|贯彻)/
const PIVOT = /(?:是|让|使|支持|鼓励|引导|推动|带动|要求|促使|确保)[“]?$/

const typing = (scene: Scene) => (e: number) => typeOf(scene, e)
const found = (
  scene: Scene,
  phrase: Phrase | null,
  types: readonly EntityType[],
  owners = false,
): number[] => (phrase ? entitiesOf(phrase, types, typing(scene), owners) : [])

/** The clause's own subject, else one of the sentence, else one of the paragraph, else what the article is about. */
export function agentOf(
  reading: Reading,
  at: number,
  cue: Cue,
  types: readonly EntityType[],
  other: Phrase | null = null,
): Found {
  const { scene, clauses, before } = reading
  const clause = clauses[at]!
  const own = [clause.topic, clause.subject].find((p) => p && p !== other && p.end <= cue.start) ?? null
  // 是三亚服务…的任务, 让企业落实…: who is named right in front of what they do
  const pivot = clause.phrases.findLast(
    (p) => p.end <= cue.start && cue.start - p.end <= 4 && p.governor === '' && p !== other,
  )
  if (pivot && PIVOT.test(between(scene, Math.max(clause.start, pivot.start - 8), pivot.start))) {
    const entities = found(scene, pivot, types)
    if (entities.length > 0) return { entities, trust: 0.95, phrase: pivot }
  }
  const here = found(scene, own, types)
  if (here.length > 0) return { entities: here, trust: 1, phrase: own }
  // 新开工的X…: the clause is about what would be the object
  if (other && other === clause.topic) return NONE
  for (let i = clause.phrases.length - 1; i >= 0; i--) {
    const phrase = clause.phrases[i]!
    if (
      phrase.end > cue.start ||
      phrase.governor !== '' ||
      phrase === other ||
      (clause.cues.length > 0 && clause.cues[0]!.start < phrase.start)
    )
      continue
    const entities = found(scene, phrase, types)
    if (entities.length > 0) return { entities, trust: 0.95, phrase }
  }
  if (acts(own)) return NONE
  for (let i = at - 1; i >= 0 && i >= at - CARRY; i--) {
    const { speech, topic } = clauses[i]!
    if (speech) break
    const entities = found(scene, topic, types)
    if (entities.length > 0) return { entities, trust: 0.92, phrase: topic }
    if (acts(topic)) return NONE
  }
  // 围绕…,甲区启动…: the subject comes behind
  const leads = OPENING.test(between(scene, clause.start, clause.end))
  if (leads && clauses.slice(Math.max(0, at - CARRY), at).every((c) => c.subject === null)) {
    const doers = types.filter((t) => t !== 'Project' && t !== 'Strategy')
    for (let i = at + 1; i < clauses.length && i <= at + 4; i++) {
      const entities = found(scene, clauses[i]!.subject, clauses[i]!.cues.length > 0 ? doers : types)
      if (entities.length > 0) return { entities, trust: 0.88, phrase: clauses[i]!.subject }
    }
  }
  const { mainActor } = scene
  const subjects = before.map((phrase) => found(scene, phrase, types))
  const main = mainActor >= 0 && types.includes(typeOf(scene, mainActor)) ? [mainActor] : []
  // a sentence without a subject goes on about the place that the paragraph is about, not about what it named last
  const spoken = clauses.slice(0, at).some((c) => c.speech)
  const own2 = spoken ? undefined : subjects.find((s) => s.includes(mainActor))
  const places = subjects.find((s) => s.some((e) => ['Place', 'Organization'].includes(typeOf(scene, e))))
  const chosen = own2 ? [mainActor] : places && !spoken ? places : (subjects.find((s) => s.length > 0) ?? [])
  if (main.length > 0 && (chosen.length === 0 || (typeOf(scene, mainActor) === 'Place' && !places)))
    return { entities: main, trust: 0.78, phrase: null }
  return chosen.length > 0 ? { entities: chosen, trust: 0.82, phrase: null } : NONE
}

/** Whether a phrase names who or what may act: what another one did is not carried past it. */
const acts = (phrase: Phrase | null): boolean =>
  phrase?.units.some((u) => !u.modifier && !['Industry', 'Honor', 'Event', 'Strategy'].includes(u.type)) ??
  false

/** 与乙联合建设, 与乙签订协议,共建…: who takes part on equal terms. */
function partnersOf(reading: Reading, at: number, cue: Cue, types: readonly EntityType[]): number[] {
  const { scene, clauses } = reading
  const clause = clauses[at]!
  const near = between(scene, Math.max(clause.start, cue.start - 4), cue.end)
  if (!/联合|共同|合作|携手|共建|联手/.test(near)) return []
  for (let i = at; i >= Math.max(0, at - 2); i--) {
    const phrase = clauses[i]!.phrases.find(
      (p) => /^(?:与|和|同|跟|联合|携手|会同)$/.test(p.governor) && p.start < cue.start,
    )
    const entities = found(scene, phrase ?? null, types)
    if (entities.length > 0) return entities
  }
  return []
}

/** The nearest name in front of the predicate; behind it where 的 leads on (落户X的Y); else what is carried. */
function themeOf(reading: Reading, at: number, cue: Cue, types: readonly EntityType[]): Found {
  const { scene, clauses } = reading
  const clause = clauses[at]!
  let ungoverned = false
  for (let i = clause.phrases.length - 1; i >= 0; i--) {
    const phrase = clause.phrases[i]!
    if (phrase.end > cue.start || cue.start - phrase.end > THEME_REACH) continue
    if (phrase.governor !== '' && !/^(?:把|将|以)$/.test(phrase.governor)) continue
    ungoverned ||= phrase.governor === ''
    const entities = found(scene, phrase, types)
    if (entities.length > 0) return { entities, trust: 1, phrase }
  }
  if (ungoverned) return NONE
  const behind = relativeHead(scene, clause, cue)
  const entities = found(scene, behind, types)
  if (entities.length > 0) return { entities, trust: 1, phrase: behind }
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
  const [owner, head] = next.units
  return owner && head && owner.modifier && between(scene, owner.end, head.start).startsWith('的')
    ? next
    : null
}

function objectOf(
  reading: Reading,
  at: number,
  cue: Cue,
  types: readonly EntityType[],
  other: Phrase | null,
): Found {
  const { scene, clauses } = reading
  for (const phrase of clauses[at]!.phrases) {
    if (phrase.start < cue.end) continue
    if (phrase.start - cue.end > OBJECT_REACH) break
    if (/^(?:与|和|同|跟|由|被|从|自|向|\()$/.test(phrase.governor) && phrase.start > cue.end) continue
    // 位于历城区的青石产业园: the owner is the object, the head the theme
    const entities =
      phrase === other ? ownersOf(scene, phrase, types) : found(scene, phrase, types, types === SITES)
    if (entities.length > 0) return { entities, trust: 1, phrase: phrase === other ? null : phrase }
  }
  // 挂牌了3个平台:甲、乙、丙
  const [clause, next] = [clauses[at]!, clauses[at + 1]]
  const list = next?.phrases[0]
  if (
    list &&
    /[:：]/.test(between(scene, clause.end, next.start)) &&
    clause.end - cue.end <= 16 &&
    !(next.cues[0] && next.cues[0].start < list.start)
  )
    return { entities: found(scene, list, types), trust: 0.9, phrase: list }
  return NONE
}

const ownersOf = (scene: Scene, phrase: Phrase, types: readonly EntityType[]): number[] =>
  phrase.units.flatMap((u) => (u.modifier ? u.entities.filter((e) => types.includes(typeOf(scene, e))) : []))

/** A phrase of the clause in front of the predicate that one of these prepositions governs. */
function governed(
  reading: Reading,
  at: number,
  cue: Cue,
  prepositions: RegExp,
  types: readonly EntityType[],
): Found {
  const { phrases } = reading.clauses[at]!
  for (let i = phrases.length - 1; i >= 0; i--) {
    const phrase = phrases[i]!
    if (phrase.end > cue.start || !prepositions.test(phrase.governor)) continue
    const entities = found(reading.scene, phrase, types)
    if (entities.length > 0) return { entities, trust: 1, phrase }
  }
  return NONE
}

/** Where the sentence is: an earlier clause's place, else the paragraph's, else the article's. */
function hereOf(
  reading: Reading,
  at: number,
  cue: Cue,
  types: readonly EntityType[],
  other: Phrase | null,
): Found {
  const { scene, clauses, here, before } = reading
  const sites = (entities: readonly number[]) =>
    entities.filter((e) => types.includes(typeOf(scene, e)) && isSite(scene, e))
  // 设立了甲工坊,乙公司已入驻
  const built = /^[入进]驻$/.test(cue.word) ? clauses[at - 1]?.phrases.at(-1) : undefined
  const into = built && built !== other ? sites(found(scene, built, ['Park'])) : []
  if (into.length > 0) return { entities: into, trust: 0.9, phrase: built ?? null }
  for (let i = Math.max(0, at - CARRY); i < at; i++) {
    const { topic } = clauses[i]!
    const entities = topic === other ? [] : sites(found(scene, topic, ['Place', 'Park']))
    if (entities.length > 0) return { entities, trust: 0.9, phrase: topic }
  }
  if (sites(here).length > 0) return { entities: sites(here), trust: 0.95, phrase: null }
  for (const phrase of before) {
    const entities = sites(found(scene, phrase, ['Place']))
    if (entities.length > 0) return { entities, trust: 0.85, phrase: null }
  }
  return scene.mainPlace >= 0 ? { entities: [scene.mainPlace], trust: 0.8, phrase: null } : NONE
}
