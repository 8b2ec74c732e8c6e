/** Strategies and industries that no pattern has tied to anyone: whoever the sentence is about is at them. */
import type { RelationMention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { entitiesOf } from './clauses.ts'
import type { Reading } from './reading.ts'
import { isInert, type Scene, typeOf } from './scene.ts'

const GOVERNING: readonly EntityType[] = ['Place', 'Park', 'Organization']
const AT_WORK: readonly EntityType[] = ['Place', 'Park', 'Company', 'Institute']

export function leftoverOf(
  scene: Scene,
  readings: readonly Reading[],
  found: Iterable<RelationMention>,
  add: Add,
): void {
  const tied = new Set<number>()
  for (const r of found) if (r.type === 'ADVANCES' || r.type === 'FOCUSES_ON') tied.add(r.tail)
  for (const reading of readings) {
    const { sentence, clauses } = reading
    for (const clause of clauses) {
      if (clause.speech) break
      for (const phrase of clause.phrases) {
        for (const unit of phrase.units) {
          const tail = unit.entities[0]!
          if (tied.has(tail)) continue
          const type = typeOf(scene, tail)
          if (type !== 'Strategy' && type !== 'Industry') continue
          const who = type === 'Strategy' ? GOVERNING : AT_WORK
          const head = about(reading, clauses.indexOf(clause), who)
          if (head !== null)
            add(head.entity, type === 'Strategy' ? 'ADVANCES' : 'FOCUSES_ON', tail, sentence.index, `left:${head.by}`, 0.5)
        }
      }
    }
  }
}

/** Whom a sentence is about: the subject of the clause or of one before it, else what its paragraph or the article is about. */
function about({ scene, clauses, before }: Reading, at: number, types: readonly EntityType[]) {
  const actors = (phrase: Reading['before'][number] | null) =>
    phrase
      ? entitiesOf(phrase, types, (e) => typeOf(scene, e)).filter((e) => !isInert(scene.article.entities[e]!))
      : []
  for (let i = at; i >= 0; i--) {
    const first = actors(clauses[i]!.topic)[0]
    if (first !== undefined) return { entity: first, by: i === at ? 'clause' : 'sentence' }
  }
  if (clauses.some((c) => c.subject && c.subject.units.some((u) => !['Strategy', 'Industry', 'Event', 'Honor'].includes(u.type)))) return null
  const spoken = before.flatMap((p) => actors(p))[0]
  const { mainActor } = scene
  if (spoken !== undefined && spoken === mainActor) return { entity: spoken, by: 'paragraph' }
  return mainActor >= 0 && types.includes(typeOf(scene, mainActor)) ? { entity: mainActor, by: 'main' } : null
}
