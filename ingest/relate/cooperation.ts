/** Who works together with whom: 甲与乙签署…, 与乙、丙合作, 由甲和乙共同发起. */
import type { EntityType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { entitiesOf } from './clauses.ts'
import { agentOf } from './roles.ts'
import type { Phrase, Unit } from './phrases.ts'
import type { Reading } from './reading.ts'
import { between, modalityOf, type Scene, typeOf } from './scene.ts'

const PARTNERS: readonly EntityType[] = ['Company', 'Institute', 'Organization', 'Place', 'Park']
const TOGETHER =
  /合作|签署|签订|签约|共建|共同|联合|联手|携手|结对|对接|合资|缔结|达成|战略协议|医联体|联盟|牵手|互动|共享|共创|合力|链接|结成|结为/
const WITH = /^(?:与|和|同|跟|联合|携手|会同|牵手)$/
const MOST = 24

export function cooperationOf(reading: Reading, add: Add): void {
  const { scene, sentence, clauses } = reading
  for (const [at, clause] of clauses.entries()) {
    const text = between(scene, clause.start, clause.end)
    if (!TOGETHER.test(text)) continue
    const more = { modality: modalityOf(text) }
    const pair = (left: readonly number[], right: readonly number[], trust: number) => {
      for (const a of left.slice(0, MOST))
        for (const b of right.slice(0, MOST))
          if (!(typeOf(scene, a) === 'Place' && typeOf(scene, b) === 'Place' && trust < 1))
            add(a, 'COOPERATES_WITH', b, sentence.index, 'cooperate', 0.8 * trust, more)
    }
    for (const phrase of clause.phrases) {
      const behind = between(scene, phrase.end, Math.min(clause.end, phrase.end + 40))
      const here = TOGETHER.test(behind) || (WITH.test(phrase.governor) && TOGETHER.test(text))
      if (!here) continue
      if (phrase.split > 0)
        pair(
          side(scene, phrase.units.slice(0, phrase.split)),
          side(scene, phrase.units.slice(phrase.split)),
          1,
        )
      else if (WITH.test(phrase.governor)) {
        const partners = entitiesOf(phrase, PARTNERS, (e) => typeOf(scene, e))
        if (partners.length === 0) continue
        const cue = { start: phrase.start, end: phrase.start, word: phrase.governor, predicates: [] }
        const agents = agentOf(reading, at, cue, PARTNERS)
        pair(
          agents.entities.filter((e) => !partners.includes(e)),
          partners,
          agents.trust,
        )
      }
    }
  }
}

const side = (scene: Scene, units: readonly Unit[]): number[] =>
  entitiesOf({ units } as Phrase, PARTNERS, (e) => typeOf(scene, e))
