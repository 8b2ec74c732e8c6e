import type { Annotated, Linked } from '../../model/article.ts'
import { withoutEquals } from './apart.ts'
import { withoutCrossed } from './each.ts'
import { factsOf } from './facts/facts.ts'
import { learnedChooser } from './facts/learned.ts'
import { learnedPairs } from './pairs/learned.ts'
import { withPhasesNamed } from './phases.ts'
import { readingsOf } from './reading.ts'
import { relationsOf } from './relations.ts'
import { sceneOf } from './scene.ts'
import { servesOf } from './serves/serves.ts'
import { withPhasesSpokenOf } from './spoken-phases.ts'
import { learnedStatuses } from './statuses/learned.ts'
import { statusesByRules } from './statuses/statuses.ts'
import { withBodiesNamed } from './whose-bodies.ts'

/** What an article states: relations, what serves which strategy, numbers and stages. */
export const relate = (article: Linked): Annotated => stated(article, true)

/** The same, decided by the rules alone. */
export const relateByRules = (article: Linked): Annotated => stated(article, false)

function stated(article: Linked, learned: boolean): Annotated {
  const scene = sceneOf(article)
  const readings = [...readingsOf(scene)]
  const relations = relationsOf(scene, readings)
  const rules = { relations, serves: servesOf(scene, readings, relations) }
  const pairs = learned ? learnedPairs(scene, readings, rules) : rules
  const held = withoutCrossed(readings, withoutEquals(scene, pairs.relations))
  return {
    ...article,
    entities: withBodiesNamed(article, withPhasesSpokenOf(article, withPhasesNamed(article.entities, held))),
    relations: held,
    serves: pairs.serves,
    facts: factsOf(scene, readings, learned ? learnedChooser(scene, readings) : undefined),
    statuses: learned ? learnedStatuses(scene, readings) : statusesByRules(scene, readings),
  }
}
