/** Strategies and industries that a sentence names and no pattern ties to anyone: whoever it is about is at them. */
import type { RelationMention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { entitiesOf } from './clauses.ts'
import type { Phrase } from './phrases.ts'
import { CARRY, type Reading } from './reading.ts'
import { isInert, typeOf } from './scene.ts'

const ROWS = [
  { tail: 'Strategy', says: 'ADVANCES', heads: ['Place', 'Park', 'Organization'] },
  { tail: 'Industry', says: 'FOCUSES_ON', heads: ['Place', 'Park', 'Company', 'Institute'] },
] as const satisfies { tail: EntityType; says: RelationMention['type']; heads: readonly EntityType[] }[]
const CONFIDENCE = 0.5

/** `found` is what the patterns have found in the sentence. */
export function leftoverOf(reading: Reading, found: readonly RelationMention[], add: Add): void {
  const { scene, sentence, clauses } = reading
  for (const [at, clause] of clauses.entries()) {
    if (clause.speech) continue
    for (const unit of clause.phrases.flatMap((p) => p.units)) {
      const tail = unit.entities[0]!
      const row = ROWS.find((r) => r.tail === typeOf(scene, tail))
      if (!row || found.some((r) => r.type === row.says && r.tail === tail)) continue
      const head = about(reading, at, row.heads)
      if (head >= 0) add(head, row.says, tail, sentence.index, 'left', CONFIDENCE)
    }
  }
}

/** The subject of the clause or of one before it, else what the article is about; -1 where there is none. */
function about({ scene, clauses }: Reading, at: number, types: readonly EntityType[]): number {
  const actors = (phrase: Phrase | null) =>
    phrase
      ? entitiesOf(phrase, types, (e) => typeOf(scene, e)).filter((e) => !isInert(scene.article.entities[e]!))
      : []
  for (let i = at; i >= 0 && i >= at - CARRY; i--) {
    if (i < at && clauses[i]!.speech) break
    const first = actors(clauses[i]!.topic)[0]
    if (first !== undefined) return first
  }
  const { mainActor } = scene
  return mainActor >= 0 && types.includes(typeOf(scene, mainActor)) ? mainActor : -1
}
