/** Reads the table of predicates over the clauses of an article: who stands in which role of which relation. */
import type { Sentence } from '../../model/article.ts'
import { ENTITY_TYPES, type EntityType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { type Clause, type Cue, clausesOf, entitiesOf } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { type Frame, type Role, SITES } from './predicates.ts'
import { between, modalityOf, type Scene, typeOf } from './scene.ts'

/** How far behind its predicate an object may begin, in characters. */
const OBJECT_REACH = 44
/** How far in front of its predicate a theme may end. */
const THEME_REACH = 36
/** Heads × tails that one predicate may give. */
const MOST_PAIRS = 300
/** Subjects of a paragraph that are remembered. */
const MEMORY = 12

export interface Found {
  entities: number[]
  /** Factor on confidence: 1 in the clause, less the farther it is carried. */
  trust: number
}
const NONE: Found = { entities: [], trust: 0 }

/** Clauses with what may be carried into them. */
export interface Reading {
  scene: Scene
  sentence: Sentence
  clauses: readonly Clause[]
  /** Subjects of earlier sentences of the paragraph, the latest first. */
  before: readonly Phrase[]
  /** Where the paragraph is: what a sentence opened with (在 X,…), or its subject where that is a place. */
  here: number[]
}

/** Every sentence with its clauses and what is carried into them, in order. */
export function* readingsOf(scene: Scene): Generator<Reading> {
  let paragraph = -1
  let before: Phrase[] = []
  let here: number[] = []
  for (const sentence of scene.article.sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      before = []
      here = []
    }
    const clauses = clausesOf(scene, sentence)
    const opener = openerOf(scene, clauses)
    if (opener.length > 0) here = opener
    yield { scene, sentence, clauses, before, here }
    const subjects = clauses.flatMap((c) => (c.subject && !c.speech ? [c.subject] : []))
    before = [...subjects.reverse(), ...before].slice(0, MEMORY)
    if (opener.length === 0) {
      const site = clauses[0]?.subject
      const sites = site ? entitiesOf(site, ['Place', 'Park'], (e) => typeOf(scene, e)) : []
      if (sites.length === 1) here = sites
    }
  }
}

/** 在平阴,…; 走进X,…: the place that a sentence opens with. */
function openerOf(scene: Scene, clauses: readonly Clause[]): number[] {
  const clause = clauses[0]
  const phrase = clause?.phrases[0]
  if (!clause || !phrase) return []
  const front = between(scene, clause.start, phrase.start)
  if (!/^[^的]{0,12}(?:在|走进|来到|走近|位于|到)[“]?$/.test(front)) return []
  return entitiesOf(phrase, SITES, (e) => typeOf(scene, e)).filter((e) => isSite(scene, e))
}

/** A strategy is a place to be in only where its name says zone. */
export const isSite = (scene: Scene, entity: number): boolean =>
  typeOf(scene, entity) !== 'Strategy' || /(?:[区带港城谷圈湾]|走廊)$/.test(scene.article.entities[entity]!.name)

export function framesOf(reading: Reading, add: Add): void {
  for (const [at, clause] of reading.clauses.entries()) {
    const modality = modalityOf(between(reading.scene, clause.start, clause.end))
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

function readFrame(
  reading: Reading,
  at: number,
  cue: Cue,
  frame: Frame,
  name: string,
  modality: ReturnType<typeof modalityOf>,
  add: Add,
): boolean {
  // the nearer role first: most predicates have no object of this type, and nothing is to be carried then
  const [first, second] = frame.head === 'agent' || frame.head === 'here' ? ['tail', 'head'] as const : ['head', 'tail'] as const
  const role = { head: frame.head, tail: frame.tail }
  const types = { head: frame.heads, tail: frame.tails }
  const one = fill(reading, at, cue, role[first], types[first], frame)
  if (one.entities.length === 0) return false
  const other = fill(reading, at, cue, role[second], types[second], frame)
  if (other.entities.length === 0) return false
  const [heads, tails] = first === 'head' ? [one, other] : [other, one]
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

function fill(reading: Reading, at: number, cue: Cue, role: Role, types: readonly EntityType[], frame: Frame): Found {
  switch (role) {
    case 'agent':
      return agentOf(reading, at, cue, types)
    case 'theme':
      return themeOf(reading, at, cue, types)
    case 'object':
      return objectOf(reading, at, cue, types)
    case 'place':
      return governed(reading, at, cue, /^(?:在|于|到|至)$/, types)
    case 'maker':
      return governed(reading, at, cue, /^(?:由|经|被)$/, types)
    case 'held':
      return governed(reading, at, cue, /^(?:以|把|将|对|围绕|依托|照)$/, types, frame.tails)
    case 'here': {
      const { scene, here } = reading
      const fits = here.filter((e) => types.includes(typeOf(scene, e)) && isSite(scene, e))
      if (fits.length > 0) return { entities: fits, trust: 0.95 }
      const carried = agentOf(reading, at, cue, ['Place', 'Park'])
      return carried
    }
  }
}

const typing = (scene: Scene) => (e: number) => typeOf(scene, e)

/** The clause's own subject, else one of the sentence, else one of the paragraph, else what the article is about. */
export function agentOf(reading: Reading, at: number, cue: Cue, types: readonly EntityType[]): Found {
  const { scene, clauses, before } = reading
  const of = (phrase: Phrase | null): number[] => (phrase ? entitiesOf(phrase, types, typing(scene)) : [])
  const clause = clauses[at]!
  const own = clause.subject && clause.subject.start < cue.start ? of(clause.subject) : []
  if (own.length > 0) return { entities: own, trust: 1 }
  for (let i = clause.phrases.length - 1; i >= 0; i--) {
    const phrase = clause.phrases[i]!
    if (phrase.end > cue.start || phrase.governor !== '' || phrase === clause.subject) continue
    if (clause.cues[0]!.start < phrase.start) continue
    const found = of(phrase)
    if (found.length > 0) return { entities: found, trust: 0.95 }
  }
  // what a person said, or a person did, is not the deed of whoever was named last
  for (let i = at - 1; i >= 0 && i >= at - MEMORY; i--) {
    const found = of(clauses[i]!.subject)
    if (found.length > 0 && !clauses[i]!.speech) return { entities: found, trust: 0.92 }
    if (clauses[i]!.speech) break
  }
  if (at === 0 || clauses.slice(0, at).every((c) => c.subject === null)) {
    for (let i = at + 1; i < clauses.length && i <= at + 4; i++) {
      const found = of(clauses[i]!.subject)
      if (found.length > 0) return { entities: found, trust: 0.88 }
    }
  }
  for (const phrase of before) {
    const found = of(phrase)
    if (found.length > 0) return { entities: found, trust: 0.82 }
  }
  return types.includes('Place') && scene.mainActor >= 0 ? { entities: [scene.mainActor], trust: 0.75 } : NONE
}

/** The nearest name in front of the predicate; behind it where 的 leads on (落户X的Y); else what is carried. */
function themeOf(reading: Reading, at: number, cue: Cue, types: readonly EntityType[]): Found {
  const { scene, clauses } = reading
  const clause = clauses[at]!
  const behind = relativeHead(scene, clause, cue)
  if (behind) {
    const found = entitiesOf(behind, types, typing(scene))
    if (found.length > 0) return { entities: found, trust: 1 }
  }
  for (let i = clause.phrases.length - 1; i >= 0; i--) {
    const phrase = clause.phrases[i]!
    if (phrase.end > cue.start || cue.start - phrase.end > THEME_REACH) continue
    if (phrase.governor !== '' && !/^(?:把|将|以|推动)$/.test(phrase.governor)) continue
    const found = entitiesOf(phrase, types, typing(scene))
    if (found.length > 0) return { entities: found, trust: 1 }
  }
  const first = clause.phrases.find((p) => p.end <= cue.start && p.governor === '')
  if (first) return NONE
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
  if (after && after.start - next.end <= 12 && between(scene, next.end, after.start).includes('的')) return after
  // one phrase, its owner in front: 位于历城区的青石产业园
  return next.units.length > 1 && next.units[0]!.modifier ? next : null
}

function objectOf(reading: Reading, at: number, cue: Cue, types: readonly EntityType[]): Found {
  const { scene, clauses } = reading
  for (const phrase of clauses[at]!.phrases) {
    if (phrase.start < cue.end) continue
    if (phrase.start - cue.end > OBJECT_REACH) break
    if (/^(?:与|和|同|跟|由|被|从|自|向)$/.test(phrase.governor) && phrase.start > cue.end) continue
    const found = entitiesOf(phrase, types, typing(scene), types === SITES)
    if (found.length > 0) return { entities: found, trust: 1 }
  }
  return NONE
}

/** A phrase of the clause in front of the predicate that one of these prepositions governs. */
function governed(
  reading: Reading,
  at: number,
  cue: Cue,
  prepositions: RegExp,
  types: readonly EntityType[],
  _tails: readonly EntityType[] = [],
): Found {
  const { scene, clauses } = reading
  const { phrases } = clauses[at]!
  for (let i = phrases.length - 1; i >= 0; i--) {
    const phrase = phrases[i]!
    if (phrase.end > cue.start || !prepositions.test(phrase.governor)) continue
    const found = entitiesOf(phrase, types, typing(scene))
    if (found.length > 0) return { entities: found, trust: 1 }
  }
  return NONE
}

/** All types but those that are never an actor: a guard for tests of the table. */
export const TYPES = Object.keys(ENTITY_TYPES) as EntityType[]
