/** Learns the weights of facts, the trees that look at them again and from which share on a fact is said. */
import { classifierFileOf } from '../../../ingest/learned/classifier.ts'
import type { FactsFile } from '../../../ingest/relate/facts/chooser.ts'
import { FIELDS } from '../../../ingest/relate/facts/likely.ts'
import type { Tagger } from '../../../ingest/tagger.ts'
import { aboutOf, wholeAnswers } from '../answers.ts'
import { fitted, ROOM } from '../fitted.ts'
import { withNamesRead } from '../names-read.ts'
import { randomOf, shuffle } from '../options.ts'
import { withAnswers } from '../paired.ts'
import { rank } from '../rank.ts'
import { choicesFrom, FACTS, type Lesson, lessonOf } from './facts.ts'
import { boundOf, type Trial, treesOf, trialOf } from './said.ts'

const FOLDS = 3

export function weighFacts(tagger: Tagger, digest: string, say: (line: string) => void): FactsFile {
  const lessons = withNamesRead(tagger)
    .filter(({ gold }) => gold.facts)
    .map(lessonOf)
  const answers = wholeAnswers(tagger)
    .filter(({ gold }) => gold.facts)
    .map((answer) => lessonOf(withAnswers(answer)))
  const trials = trialsOf(lessons, answers)
  const { bound, line } = boundOf(trials)
  say(line)
  const learned = rank(choicesFrom(lessons, answers), FACTS)
  const file = fitted(ROOM.facts, (worth) => classifierFileOf(aboutOf(digest), ['subject'], learned, worth))
  return {
    ...file,
    fields: [...FIELDS],
    trees: treesOf(trials),
    bound,
  }
}

/** Each article as weights see it that were learned without it. */
function trialsOf(lessons: readonly Lesson[], answers: readonly Lesson[]): Trial[] {
  const order = shuffle([...lessons], randomOf(3))
  const out: Trial[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const known = order.filter((_, i) => i % FOLDS !== fold)
    const ids = new Set(known.map(({ paired }) => paired.id))
    const named = answers.filter(({ paired }) => ids.has(paired.id))
    const lookup = rank(choicesFrom(known, named), { ...FACTS, runs: 1 })
    order.forEach((lesson, i) => {
      if (i % FOLDS === fold) out[i] = trialOf(lesson, lookup)
    })
  }
  return out
}
