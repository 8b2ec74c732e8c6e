/** Learns which stage each entity is said to be at, from worked answers. */

import type { TableFile } from '../../../ingest/learned/file.ts'
import { mix } from '../../../ingest/learned/hash.ts'
import { TemplateRow } from '../../../ingest/learned/parts.ts'
import { LEAST_STEPS, type LearnedTable, lookupOf, STEP, tableFileOf } from '../../../ingest/learned/table.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { sceneOf } from '../../../ingest/relate/scene.ts'
import { FIELDS } from '../../../ingest/relate/statuses/claims.ts'
import type { StatusFile } from '../../../ingest/relate/statuses/decide.ts'
import { seenIn } from '../../../ingest/relate/statuses/seen.ts'
import { statusesByRules } from '../../../ingest/relate/statuses/statuses.ts'
import { STAGE_NAMES } from '../../../ingest/relate/statuses/wordings.ts'
import type { Tagger } from '../../../ingest/tagger.ts'
import type { RunOptions } from '../adagrad.ts'
import { aboutOf, digestOf, wholeAnswers } from '../answers.ts'
import { fitted, ROOM } from '../fitted.ts'
import { withNamesRead } from '../names-read.ts'
import { randomOf, shuffle } from '../options.ts'
import { type Paired, withAnswers } from '../paired.ts'
import { repeated, timesOf } from '../reports.ts'
import { boost, type Case } from '../trees.ts'
import { BOUND, casesOf } from './claims.ts'
import { chooseIn, type Group } from './groups.ts'

interface StatusGroup extends Group {
  /** As though the rules said nothing. */
  forgotten: Int32Array[]
  /** Whether the rules say what is right. */
  ruled: boolean
}

function statusGroups({ gold, article, goldOf }: Paired): StatusGroup[] {
  const scene = sceneOf(article)
  const readings = [...readingsOf(scene)]
  const { seen, features } = seenIn(scene, readings)
  const byRules = statusesByRules(scene, readings)
  const out: StatusGroup[] = []
  const row = new TemplateRow()
  for (const [entity, all] of seen) {
    const answer = gold.entities[goldOf[entity]!]
    if (answer?.optional) continue
    const labels = new Set(
      (gold.statuses ?? [])
        .filter((s) => s.subject === answer?.id)
        .map((s) => STAGE_NAMES.indexOf(s.status) + 1),
    )
    const rows = (forgotten: boolean) =>
      all.map((s) => {
        row.size = 0
        features.of(s, all, row, forgotten)
        return row.data.slice(0, row.size)
      })
    const said = byRules.filter((s) => s.subject === entity)
    out.push({
      labels: [...labels],
      seen: rows(false),
      forgotten: rows(true),
      ruled: said.length > 0 && said.every((s) => labels.has(STAGE_NAMES.indexOf(s.status) + 1)),
    })
  }
  return out
}

/** How it is learned; found by k-fold over bench/gold. */
const OPTIONS: RunOptions = { epochs: 8, rate: 0.04, decay: 0.003, least: 7, drop: 0.3, runs: 2 }
/** The share of the rules' right answers that lessons are without: on other articles they find fewer. */
const FORGET = 0.6

function lessonsOf(groups: readonly StatusGroup[]): Group[] {
  const random = randomOf(7)
  return groups.map(({ labels, seen, forgotten, ruled }) => ({
    labels,
    seen: ruled && random() < FORGET ? forgotten : seen,
  }))
}

const FOLDS = 5
const WIDTH = STAGE_NAMES.length
/** A wording of a stage speaks for it, before anything is learned. */
const START = new Map(STAGE_NAMES.map((_, k) => [mix(100, k), STAGE_NAMES.map((__, c) => (c === k ? 1 : 0))]))

/**
 * What is learned from the answers with statuses, with the names that are read and with the right ones; the trees,
 * from what is claimed of articles that the weights have not seen.
 */
export function statusesFileOf(tagger: Tagger): StatusFile {
  const isTold = ({ gold }: Paired) => gold.statuses && gold.relations.length > 0
  const read = withNamesRead(tagger).filter(isTold)
  const named = wholeAnswers(tagger).map(withAnswers).filter(isTold)
  const groups = [...read, ...named].map((paired) => ({
    id: paired.id,
    groups: repeated(statusGroups(paired), timesOf(paired.id)),
  }))
  const order = shuffle([...read], randomOf(3))
  const cases: Case[][] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const asked = new Set(order.filter((_, i) => i % FOLDS === fold).map(({ id }) => id))
    const known = groups.flatMap(({ id, groups }) => (asked.has(id) ? [] : groups))
    const lookup = lookupOf(tableOf(chosenFrom(known), 0))
    order.forEach((paired, i) => {
      if (i % FOLDS === fold) cases[i] = repeated(casesOf(paired, lookup), timesOf(paired.id))
    })
  }
  const learned = chosenFrom(groups.flatMap(({ groups }) => groups))
  return {
    about: aboutOf(digestOf()),
    stages: STAGE_NAMES,
    fields: FIELDS,
    trees: boost(cases.flat()),
    bound: BOUND,
    ...fitted(ROOM.statuses, (worth) => tableOf(learned, worth)),
  }
}

const chosenFrom = (groups: readonly StatusGroup[]): LearnedTable =>
  chooseIn(lessonsOf(groups), WIDTH, OPTIONS, START)

/** As a file keeps them. */
const tableOf = (learned: LearnedTable, worth: number): TableFile =>
  tableFileOf(learned, WIDTH, STEP, { steps: LEAST_STEPS, worth })
