/** Learns the weights of pairs and from which share on each relation is taken to hold. */

import { LEAST_STEPS, STEP, tableFileOf } from '../../../ingest/learned/table.ts'
import { COLUMNS } from '../../../ingest/relate/pairs/columns.ts'
import type { PairsFile } from '../../../ingest/relate/pairs/pairs.ts'
import { Rough } from '../../../ingest/relate/pairs/rough.ts'
import type { Tagger } from '../../../ingest/tagger.ts'
import { pushTo } from '../../../model/groups.ts'
import type { RunOptions } from '../adagrad.ts'
import { aboutOf, wholeAnswers } from '../answers.ts'
import { fitted, ROOM } from '../fitted.ts'
import { withNamesRead } from '../names-read.ts'
import { randomOf, shuffle } from '../options.ts'
import { type Paired, withAnswers } from '../paired.ts'
import { instancesOf } from './pairs.ts'
import { type Several, several } from './several.ts'
import { allOf, columnsOfMany, sharesByFolds, type Trial, thresholdsOf, tieTreesOf, trialOf } from './ties.ts'

const OPTIONS: RunOptions = { epochs: 6, rate: 0.1, decay: 0.003, least: 22, drop: 0.3, runs: 2 }
/** Share of the rules' right proposals that examples are without: they are right less often elsewhere. */
const FORGET = 0.3
const FOLDS = 3

interface Taught {
  paired: Paired
  examples: Several[]
}

export function weighPairs(tagger: Tagger, digest: string, say: (line: string) => void): PairsFile {
  const read = withNamesRead(tagger).filter(({ gold }) => gold.relations.length > 0)
  const named = wholeAnswers(tagger).map(withAnswers)
  const taught = new Map<string, Taught[]>()
  for (const paired of [...read, ...named])
    pushTo(taught, paired.id, { paired, examples: examplesOf(paired) })
  const order = shuffle([...read], randomOf(3))
  const trials: Trial[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const known = order.flatMap(({ id }, i) => (i % FOLDS === fold ? [] : taught.get(id)!))
    const { add } = several(
      known.flatMap((t) => t.examples),
      COLUMNS.length,
      { ...OPTIONS, runs: 1 },
    )
    const rough = new Rough(add)
    order.forEach((paired, i) => {
      if (i % FOLDS === fold) trials[i] = trialOf(paired, add, rough)
    })
  }
  const { thresholds, lines } = thresholdsOf(sharesByFolds(trials), allOf(trials))
  for (const line of lines) say(line)
  const all = [...taught.values()].flat().flatMap((t) => t.examples)
  const learned = several(all, COLUMNS.length, OPTIONS)
  return {
    about: aboutOf(digest),
    columns: [...COLUMNS],
    ...tieTreesOf(trials, columnsOfMany(trials)),
    thresholds,
    ...fitted(ROOM.pairs, (worth) =>
      tableFileOf(learned, COLUMNS.length, STEP, { steps: LEAST_STEPS, worth }),
    ),
  }
}

const examplesOf = (paired: Paired): Several[] => instancesOf(paired, FORGET).filter((x) => x.asked !== 0)
