/** Worked answers as what each entity is seen in and which stage it is said to be at. */
import { mix, Row } from '../../ingest/learned/hash.ts'
import { tableFileOf } from '../../ingest/learned/table.ts'
import { readingsOf } from '../../ingest/relate/reading.ts'
import { sceneOf } from '../../ingest/relate/scene.ts'
import type { StatusFile } from '../../ingest/relate/statuses/decide.ts'
import { seenIn } from '../../ingest/relate/statuses/seen.ts'
import { STAGE_NAMES } from '../../ingest/relate/statuses/wordings.ts'
import { statusesByRules } from '../../ingest/relate/statuses.ts'
import type { Tagger } from '../../ingest/tagger.ts'
import type { RunOptions } from './adagrad.ts'
import { answersOf, digestOf } from './answers.ts'
import { chooseIn, type Group } from './groups.ts'
import { randomOf } from './options.ts'
import { type Paired, withAnswers, withNamesRead } from './paired.ts'

export interface StatusGroup extends Group {
  article: string
  name: string
  gold: string
  /** As though the rules said nothing. */
  forgotten: Int32Array[]
  /** Whether the rules say what is right. */
  ruled: boolean
  where: string[]
}

export function statusGroups({ id, gold, article, goldOf }: Paired): StatusGroup[] {
  const scene = sceneOf(article)
  const readings = [...readingsOf(scene)]
  const { seen, features } = seenIn(scene, readings)
  const byRules = statusesByRules(scene, readings)
  const out: StatusGroup[] = []
  const row = new Row()
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
        features.ofClause(s.told, row)
        features.ofBearer(s, all, row)
        features.ofRules(s, row, forgotten)
        return row.data.slice(0, row.size)
      })
    const said = byRules.filter((s) => s.subject === entity)
    out.push({
      article: id,
      name: article.entities[entity]!.name,
      gold: answer?.id ?? `p:${entity}`,
      labels: [...labels],
      seen: rows(false),
      forgotten: rows(true),
      ruled: said.length > 0 && said.every((s) => labels.has(STAGE_NAMES.indexOf(s.status) + 1)),
      where: all.map(
        (s) => `${s.bearer.standing} ${article.text.slice(s.told.clause.start, s.told.clause.end)}`,
      ),
    })
  }
  return out
}

/** How it is learned; found by k-fold over bench/gold. */
export const OPTIONS: RunOptions = { epochs: 8, rate: 0.04, decay: 0.003, least: 7, drop: 0.3, runs: 2 }
/** The share of the rules' right answers that lessons are without: on other articles they find fewer. */
const FORGET = 0.6

export function lessonsOf(groups: readonly StatusGroup[], random = randomOf(7)): Group[] {
  return groups.map(({ labels, seen, forgotten, ruled }) => ({
    labels,
    seen: ruled && random() < FORGET ? forgotten : seen,
  }))
}

/** Weights are kept in steps of so much; smaller ones change nothing that can be seen. */
const STEP = 0.02
const LEAST = { weight: 2, row: 4 }

/** What is learned from the answers with statuses, with the names that are read and with the right ones. */
export function statusesFileOf(tagger: Tagger): string {
  const paired = [
    ...withNamesRead(tagger),
    ...[...answersOf('learn', tagger), ...answersOf('retold', tagger)].map(withAnswers),
  ].filter(({ gold }) => gold.statuses && gold.relations.length > 0)
  const { index, values } = chooseIn(
    lessonsOf(paired.flatMap(statusGroups)),
    STAGE_NAMES.length,
    OPTIONS,
    START,
  )
  const file: StatusFile = {
    about: `Learned by npm run train from bench/gold ${digestOf()}.`,
    stages: STAGE_NAMES,
    ...tableFileOf(index, values, STAGE_NAMES.length, STEP, LEAST),
  }
  return `${JSON.stringify(file)}\n`
}

/** A wording of a stage speaks for it, before anything is learned. */
export const START = new Map(
  STAGE_NAMES.map((_, k) => [mix(100, k), STAGE_NAMES.map((__, c) => (c === k ? 1 : 0))]),
)
