import type { RelationMention } from '../../model/article.ts'
import { groupedBy } from '../../model/groups.ts'
import { relationAllows } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { cooperationOf } from './cooperation.ts'
import { copulaOf } from './copula.ts'
import { framesOf } from './frames.ts'
import { hostsOf } from './hosts.ts'
import { leftoverOf } from './leftover.ts'
import { modalityOf } from './modality.ts'
import { namesOf } from './names.ts'
import { neighboursOf } from './neighbours.ts'
import { openersOf } from './openers.ts'
import { partsOf, phasesOf } from './parts.ts'
import { peopleOf } from './people.ts'
import type { Reading } from './reading.ts'
import { routesOf } from './routes.ts'
import { isCity, isProvince, type Scene, typeOf } from './scene.ts'

/** What an article states of its entities: each once a sentence that says it, by the pattern that is surest. */
export function relationsOf(scene: Scene, readings: readonly Reading[]): RelationMention[] {
  const found = new Map<string, RelationMention>()
  const add: Add = (head, type, tail, sentence, rule, confidence, more = {}) => {
    if (head < 0 || tail < 0 || head === tail) return
    if (!relationAllows(type, typeOf(scene, head), typeOf(scene, tail))) return
    const [one, other] = [scene.article.entities[head]!, scene.article.entities[tail]!]
    // 甲市地处乙市和丙市之间: a city lies in a province only
    if (type === 'LOCATED_IN' && other.type === 'Place' && isCity(one) && !isProvince(other)) return
    const key = `${head} ${type} ${tail} ${sentence}`
    const old = found.get(key)
    if (old && old.confidence >= confidence) return
    const where = scene.article.sentences[sentence]!
    found.set(key, {
      head,
      type,
      tail,
      sentence,
      confidence: Math.round(confidence * 100) / 100,
      modality: modalityOf(scene, where, { head, type, tail, ...more }),
      rule,
      time: where.time,
      ...more,
    })
  }
  for (const reading of readings) {
    framesOf(reading, add)
    copulaOf(reading, add)
    cooperationOf(reading, add)
    neighboursOf(reading, add)
    openersOf(reading, add)
    routesOf(reading, add)
    hostsOf(reading, add)
    partsOf(reading, add)
  }
  namesOf(scene, add)
  phasesOf(scene, add)
  peopleOf(scene, add)
  const bySentence = groupedBy(found.values(), (r) => r.sentence)
  for (const reading of readings) leftoverOf(reading, bySentence.get(reading.sentence.index) ?? [], add)
  return [...found.values()].sort(
    (a, b) => a.sentence - b.sentence || a.head - b.head || a.tail - b.tail || (a.type < b.type ? -1 : 1),
  )
}
