import type { Linked, RelationMention } from '../../model/article.ts'
import { relationAllows } from '../../model/ontology.ts'
import type { Add } from './add.ts'
import { cooperationOf } from './cooperation.ts'
import { copulaOf } from './copula.ts'
import { framesOf } from './frames.ts'
import { namesOf } from './names.ts'
import { neighboursOf } from './neighbours.ts'
import { peopleOf } from './people.ts'
import { readingsOf } from './reading.ts'
import { sceneOf, typeOf } from './scene.ts'

/** What an article states of its entities: each once a sentence that says it, by the pattern that is surest. */
export function relateArticle(article: Linked): RelationMention[] {
  const scene = sceneOf(article)
  const found = new Map<string, RelationMention>()
  const add: Add = (head, type, tail, sentence, rule, confidence, more = {}) => {
    if (head < 0 || tail < 0 || head === tail || !relationAllows(type, typeOf(scene, head), typeOf(scene, tail))) return
    const key = `${head} ${type} ${tail} ${sentence}`
    const old = found.get(key)
    if (old && old.confidence >= confidence) return
    const { time } = article.sentences[sentence]!
    found.set(key, {
      head,
      type,
      tail,
      sentence,
      confidence: Math.round(confidence * 100) / 100,
      modality: 'asserted',
      rule,
      time,
      ...more,
    })
  }
  for (const reading of readingsOf(scene)) {
    framesOf(reading, add)
    copulaOf(reading, add)
    cooperationOf(reading, add)
    neighboursOf(reading, add)
  }
  namesOf(scene, add)
  peopleOf(scene, add)
  return [...found.values()].sort(
    (a, b) => a.sentence - b.sentence || a.head - b.head || a.tail - b.tail || (a.type < b.type ? -1 : 1),
  )
}
