import type { Annotated, Linked } from '../../model/article.ts'
import { factsOf } from './facts.ts'
import { readingsOf } from './reading.ts'
import { relationsOf } from './relations.ts'
import { sceneOf } from './scene.ts'
import { servesOf } from './serves.ts'
import { statusesOf } from './statuses.ts'

/** What an article states: relations, what serves which strategy, numbers and stages. */
export function relate(article: Linked): Annotated {
  const scene = sceneOf(article)
  const readings = [...readingsOf(scene)]
  const relations = relationsOf(scene, readings)
  return {
    ...article,
    relations,
    serves: servesOf(scene, readings, relations),
    facts: factsOf(scene, readings),
    statuses: statusesOf(scene, readings),
  }
}
