/** Which clauses may speak of a stage of what: the names in them, and what the clauses before speak of. */
import type { EntityType } from '../../../model/ontology.ts'
import { mainOf } from '../about.ts'
import type { Clause } from '../clauses.ts'
import type { Phrase, Unit } from '../phrases.ts'
import type { Reading } from '../reading.ts'
import { type Scene, typeOf } from '../scene.ts'
import { CARRIERS, FACILITY } from './reached.ts'

/** How a clause comes to speak of it. */
export const STANDING = {
  named: 0,
  /** It only says where or whose the next name is. */
  owner: 1,
  /** A member of a set that is named. */
  member: 2,
  /** A definite phrase stands for it. */
  meant: 3,
  /** A clause before, of the sentence, names it. */
  carried: 4,
  /** A sentence before, of the paragraph, names it. */
  earlier: 5,
  /** What the article is about. */
  main: 6,
} as const

export interface Bearer {
  entity: number
  /** Of STANDING. */
  standing: number
  /** Clauses or sentences back; 0 where it is in the clause. */
  back: number
  unit: Unit
  phrase: Phrase
}

export interface Told {
  reading: Reading
  clause: Clause
  /** Index of the clause in its sentence. */
  at: number
  bearers: Bearer[]
}

/** How many clauses of the sentence, how many sentences of the paragraph are looked back on. */
const CLAUSES = 4
const SENTENCES = 2
/** How many names a clause is taken to speak of. */
const MOST = 40
const WORKS = new Set<EntityType>(['Project', 'Park', 'Institute'])
const BUILT =
  /(?:工程|项目|平台|基地|枢纽|水库|厂|城|广场|大道|高速|公路|铁路|隧道|线|楼|路|园|中心|库|塔|系统)[”》]?$/
const NEVER: ReadonlySet<EntityType> = new Set(['Person', 'Industry', 'Honor', 'Event'])

/** Whether a stage is said of such a thing. */
export function isBorne(scene: Scene, entity: number): boolean {
  const type = typeOf(scene, entity)
  if (CARRIERS.includes(type)) return true
  const { name } = scene.article.entities[entity]!
  return !NEVER.has(type) && (FACILITY.test(name) || BUILT.test(name))
}

export function toldOf(scene: Scene, readings: readonly Reading[]): Told[] {
  const out: Told[] = []
  const borne = scene.article.entities.map((_, e) => isBorne(scene, e))
  const main = mainOf(scene.article)
  /** Bearers of the clauses so far of the paragraph that have some of their own, the latest last, by sentence. */
  let past: Bearer[][] = []
  let paragraph = -1
  for (const reading of readings) {
    const { sentence, clauses } = reading
    if (sentence.paragraph !== paragraph) past = []
    paragraph = sentence.paragraph
    const own = clauses.map((clause) => namedIn(clause, borne))
    for (const [at, clause] of clauses.entries()) {
      const bearers = [...own[at]!]
      const known = new Set(bearers.map((b) => b.entity))
      const put = (b: Bearer, standing: number, back: number) => {
        if (b.standing === STANDING.owner || known.has(b.entity) || bearers.length >= MOST) return
        known.add(b.entity)
        bearers.push({ ...b, standing, back })
      }
      let works = bearers.some((b) => WORKS.has(typeOf(scene, b.entity)) && b.standing !== STANDING.owner)
      for (let i = at - 1; i >= 0 && i >= at - CLAUSES; i--) {
        for (const b of own[i]!) put(b, STANDING.carried, at - i)
        if (works) break
        works = own[i]!.some((b) => WORKS.has(typeOf(scene, b.entity)))
      }
      if (!works)
        for (let i = past.length - 1; i >= 0 && i >= past.length - SENTENCES; i--) {
          for (const b of past[i]!) put(b, STANDING.earlier, past.length - i)
          if (past[i]!.some((b) => WORKS.has(typeOf(scene, b.entity)))) break
        }
      if (bearers.length === 0 && main >= 0 && borne[main]) bearers.push(mainBearer(main, scene))
      if (bearers.length > 0) out.push({ reading, clause, at, bearers })
    }
    const said = own.flat().slice(0, MOST)
    if (said.length > 0) past = [...past.slice(1 - SENTENCES), said]
  }
  return out
}

function namedIn({ phrases }: Clause, borne: readonly boolean[]): Bearer[] {
  const out: Bearer[] = []
  for (const phrase of phrases)
    for (const unit of phrase.units)
      for (const [i, entity] of unit.entities.entries()) {
        if (!borne[entity] || out.length >= MOST) continue
        const standing = unit.modifier
          ? STANDING.owner
          : unit.anaphor
            ? STANDING.meant
            : i > 0
              ? STANDING.member
              : STANDING.named
        const known = out.findIndex((b) => b.entity === entity)
        if (known >= 0 && out[known]!.standing <= standing) continue
        if (known >= 0) out.splice(known, 1)
        out.push({ entity, standing, back: 0, unit, phrase })
      }
  return out
}

function mainBearer(entity: number, scene: Scene): Bearer {
  const unit: Unit = {
    start: -1,
    end: -1,
    type: typeOf(scene, entity),
    entities: [entity],
    inside: [],
    modifier: false,
    anaphor: false,
  }
  const phrase = { start: -1, end: -1, units: [unit], governor: '', inherits: false, split: -1 }
  return { entity, standing: STANDING.main, back: 0, unit, phrase }
}
