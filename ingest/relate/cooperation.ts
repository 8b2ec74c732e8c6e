/** Who works together with whom: 甲与乙签署…, 与乙、丙合作, 由甲和乙共同发起, 甲、乙两市对口合作. */
import type { RelationMention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { type Clause, entitiesOf } from './clauses.ts'
import type { Phrase, Unit } from './phrases.ts'
import type { Reading } from './reading.ts'
import { agentOf } from './roles.ts'
import { between, type Scene, typeOf } from './scene.ts'

const PARTNERS: readonly EntityType[] = ['Company', 'Institute', 'Organization', 'Place', 'Park']
const TOGETHER =
  /合作|组成联合体|组成|签署|签订|签约|共建|共同|联合|联手|携手|结对|对接|合资|合建|共办|缔结|达成|战略协议|医联体|联盟|牵手|互动|联动|会同|合办|联起手|开设|共享|共创|合力|链接|结成|结为|组建|牵头组建/
const EVERY_TOGETHER = new RegExp(TOGETHER, 'g')
const WITH = /^(?:与|和|同|跟|联合|联动|携手|会同|牵手)$/
/** Each with each: 三方签约, 两市, and whoever is named behind 由. */
const EACH = /^[”》]?(?:等)?(?:两地|两市|两省市?|两区|两县|双方|三方|四方|多方|三地|两校)/
const MOST = 24

export function cooperationOf(reading: Reading, add: Add): void {
  const { scene, sentence, clauses } = reading
  for (const [at, clause] of clauses.entries()) {
    const text = between(scene, clause.start, clause.end)
    if (!TOGETHER.test(text)) continue
    const more = wordOf(clause, text)
    const pair = (left: readonly number[], right: readonly number[], trust: number) => {
      for (const a of left.slice(0, MOST))
        for (const b of right.slice(0, MOST))
          if (a !== b) add(a, 'COOPERATES_WITH', b, sentence.index, 'cooperate', 0.8 * trust, more)
    }
    for (const phrase of clause.phrases) {
      const behind = between(scene, phrase.end, Math.min(clause.end, phrase.end + 40))
      const all = side(scene, phrase.units)
      const anaphor = phrase.units.length === 1 && phrase.units[0]!.anaphor
      if (
        TOGETHER.test(behind) &&
        (EACH.test(behind) || phrase.governor === '由' || (anaphor && all.length === 2))
      )
        pairs(all, pair)
      if (WITH.test(phrase.governor)) partners(reading, at, clause, phrase, pair)
      else if (phrase.split > 0 && TOGETHER.test(behind))
        pair(
          side(scene, phrase.units.slice(0, phrase.split)),
          side(scene, phrase.units.slice(phrase.split)),
          1,
        )
    }
  }
}

/** The word that says so, where it is no part of a name. */
function wordOf({ start: from, phrases }: Clause, text: string): Pick<RelationMention, 'cue'> {
  for (const m of text.matchAll(EVERY_TOGETHER)) {
    const [start, end] = [from + m.index, from + m.index + m[0].length]
    if (!phrases.some((p) => p.start < end && start < p.end)) return { cue: { start, end } }
  }
  return {}
}

type Pair = (left: readonly number[], right: readonly number[], trust: number) => void

const pairs = (all: readonly number[], pair: Pair): void => {
  for (const [i, a] of all.slice(0, MOST).entries()) pair([a], all.slice(i + 1), 1)
}

/** (甲)与乙、丙…: the subject with each of those whom the preposition leads in. */
function partners(reading: Reading, at: number, clause: Clause, phrase: Phrase, pair: Pair): void {
  const { scene } = reading
  const right = side(scene, phrase.units)
  if (right.length === 0) return
  // 与A、B等企业,以及C等机构的合作: the list goes on in the next clause
  const next = reading.clauses[at + 1]
  const more = next?.phrases[0]
  if (next && more && /^(?:以及|及|还有)[“]?$/.test(between(scene, next.start, more.start)))
    right.push(...side(scene, more.units))
  const cue = { start: phrase.start, end: phrase.start, word: phrase.governor, predicates: [] }
  // 由甲牵头、联合乙组建
  const maker = clause.phrases.find((p) => p.governor === '由' && p.end <= phrase.start)
  const makers = maker ? side(scene, maker.units) : []
  const agents =
    makers.length > 0
      ? { entities: makers, trust: 1, phrase: maker ?? null }
      : agentOf(reading, at, cue, PARTNERS)
  const left = agents.entities.filter((e) => !right.includes(e))
  if (
    !left.every((e) => typeOf(scene, e) === 'Place') ||
    agents.phrase !== null ||
    !right.every((e) => typeOf(scene, e) === 'Place')
  )
    pair(left, right, agents.trust)
  if (
    phrase.governor.length > 1 ||
    EACH.test(between(scene, phrase.end, Math.min(clause.end, phrase.end + 8)))
  ) {
    if (phrase.governor !== '联合') pairs(right, pair)
  }
}

const side = (scene: Scene, units: readonly Unit[]): number[] =>
  entitiesOf({ units } as Phrase, PARTNERS, (e) => typeOf(scene, e))
