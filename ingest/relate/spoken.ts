/** What a sentence goes on about where it does not name it. */
import type { EntityType } from '../../model/ontology.ts'
import { entitiesOf } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { CARRY, type Reading } from './reading.ts'
import { between, outerOf, type Scene, typeOf } from './scene.ts'

/** What stands for a work or a zone at the front of a clause. */
const STANDS_FOR =
  /^(?:其中)?(?:它|其|这里?|(?:该|本|此|这[一]?[个座条家项片处所]?|整个)?(?:项目|工程|园区|产业园|基地|设施|社区|平台|研究院|大桥|装置|综合体|新区|新城|片区|示范区))?(?:则|将|拟|已|均|都|是|目前|计划|总|共)*$/

/** A clause that begins with what no name was recognised in. */
const STRANGER = /^(?![总其该本此这它])[^,，。]{0,6}(?:项目|工程|园区|公司|企业|中心|基地|[区城市县]|是)/

const ofTypes = (scene: Scene, phrase: Phrase | null | undefined, types: readonly EntityType[]): number[] =>
  phrase ? entitiesOf(phrase, types, (e) => typeOf(scene, e)) : []

/** Who or what the words of a clause in front of a phrase or word are about: named there, in a clause before, or in the sentence before. */
export function subjectBefore(
  reading: Reading,
  at: number,
  end: number,
  types: readonly EntityType[],
): number[] {
  const { scene, clauses } = reading
  const clause = clauses[at]!
  const front = clause.phrases.findLast((p) => p.governor === '' && p.end <= end)
  if (front) return ofTypes(scene, front, types)
  if (!STANDS_FOR.test(between(scene, clause.start, end))) return []
  for (let i = at - 1; i >= 0 && i >= at - CARRY; i--) {
    const { topic, speech } = clauses[i]!
    if (speech) return []
    const named = ofTypes(scene, topic, types)
    if (named.length > 0) return named.slice(0, 1)
    if (topic?.units.some((u) => !u.modifier)) return []
    if (!topic && STRANGER.test(between(scene, clauses[i]!.start, clauses[i]!.end))) return []
  }
  const [spoken] = reading.before
  const subject = ofTypes(scene, spoken, types)
  if (subject.length === 1) return subject
  return spoken?.units.some((u) => !u.modifier) ? [] : onlyOf(reading, types)
}

/** A sentence with more names is about none of them alone. */
const MOST_NAMES = 40

/** The only one that the sentence before names. */
function onlyOf({ scene, sentence }: Reading, types: readonly EntityType[]): number[] {
  const before = scene.bySentence[sentence.index - 1]
  if (!before || before.length > MOST_NAMES) return []
  const named = [
    ...new Set(outerOf(before).flatMap((m) => (types.includes(typeOf(scene, m.entity)) ? [m.entity] : []))),
  ]
  return named.length === 1 ? named : []
}
