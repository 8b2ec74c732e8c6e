/** Learns weights: a semi-Markov conditional random field whose answers may be open in places. */

import { Row } from '../../ingest/learned/hash.ts'
import type { AddWeights, LearnedTable } from '../../ingest/learned/table.ts'
import { latticeOf, type Shape } from '../../ingest/recognize/model/lattice.ts'
import {
  FIRST,
  LAST,
  OUTSIDE,
  ROW,
  STATES,
  TYPE_COUNT,
  TYPES,
  WITHIN,
} from '../../ingest/recognize/model/roles.ts'
import { stretchFeatures, sumsBy, wordFeatures } from '../../ingest/recognize/model/sums.ts'
import type { Weights } from '../../ingest/recognize/model/weights.ts'
import { Weighing } from './adagrad.ts'
import { type Answer, type Lesson, lessonsOf } from './answers.ts'
import { CLASSIFY, classify, type LearnedClassifier } from './classify.ts'
import { insideExamples } from './inside.ts'
import { dimmed, type LessonRows, lessonRows, sumsByRows } from './lesson-rows.ts'
import { type Marginals, marginalsOf } from './marginals.ts'
import { type Often, oftenIn } from './often.ts'
import { OPTIONS, type Options, randomOf, shuffle } from './options.ts'

/** Its rows have ROW numbers. */
export interface Learned extends Weights, LearnedTable {}

export function learn(lessons: readonly Lesson[], options: Options = OPTIONS): Learned {
  const { index, times } = featuresOf(lessons, options.least)
  const weights = new Weighing(new Float64Array(index.size * ROW), options)
  const passages = new Weighing(new Float64Array(STATES * TYPE_COUNT), options)
  const rows = lessons.map(({ shape }) => lessonRows(shape, index))
  const order = lessons.map((_, i) => i)
  const random = randomOf(7)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const i of shuffle(order, random)) {
      const { shape, names, free } = lessons[i]!
      if (shape.first.length === 0) continue
      const seen = dimmed(rows[i]!, options.drop, Math.floor(random() * 2 ** 31))
      const lattice = latticeOf(shape, sumsByRows(seen, weights.values))
      const all = marginalsOf(lattice, passages.values)
      const right = marginalsOf(lattice, passages.values, allowedOf(shape, names, free))
      if (!right.possible) continue
      step(shape, seen, weights, passages, right, all)
    }
    if (epoch >= options.epochs / 2) {
      weights.remember()
      passages.remember()
    }
  }
  const values = weights.mean()
  return { index, times, values, passages: passages.mean(), step: 1, ...sumsBy(adding(index, values)) }
}

const adding =
  (index: ReadonlyMap<number, number>, values: Float64Array): AddWeights =>
  (features, from, to, into, at) => {
    const columns = Math.min(ROW, into.length - at)
    for (let i = from; i < to; i++) {
      const row = index.get(features[i]!)
      if (row !== undefined) for (let c = 0; c < columns; c++) into[at + c]! += values[row * ROW + c]!
    }
  }

const row = new Row()

const featuresOf = (lessons: readonly Lesson[], least: number): Often =>
  oftenIn(least, (take) => {
    for (const { shape } of lessons) {
      row.size = 0
      wordFeatures(shape, row, new Int32Array(shape.atoms.length + 1))
      for (let s = 0; s < shape.first.length; s++) stretchFeatures(shape, s, row)
      for (let k = 0; k < row.size; k++) take(row.data[k]!)
    }
  })

/** Which spans (as which type) and which outside words agree with what is known. */
function allowedOf(shape: Shape, names: Lesson['names'], free: Lesson['free']) {
  const n = shape.atoms.length
  const outside = new Uint8Array(n).fill(1)
  const open = new Int32Array(n).fill(-1)
  const typeOf = new Map<number, number>()
  for (const { first, last, type } of names) {
    outside.fill(0, first, last + 1)
    typeOf.set(first * 4096 + last, type)
  }
  for (const [i, { first, last }] of free.entries()) open.fill(i, first, last + 1)
  const spans = new Int8Array(shape.first.length).fill(-1)
  shape.first.forEach((first, s) => {
    const last = shape.last[s]!
    const type = typeOf.get(first * 4096 + last)
    if (type !== undefined) spans[s] = type
    else if (open[first]! >= 0 && open[first] === open[last]) spans[s] = TYPE_COUNT
  })
  return { outside, spans }
}

function step(
  shape: Shape,
  { words, wordsFrom, stretches, stretchesFrom }: LessonRows,
  weights: Weighing,
  passages: Weighing,
  right: Marginals,
  all: Marginals,
): void {
  const { atoms, first, last } = shape
  const n = atoms.length
  const gradient = new Float64Array(n * ROW)
  for (let i = 0; i < n; i++) gradient[i * ROW + OUTSIDE] = right.outside[i]! - all.outside[i]!
  const run = new Float64Array((n + 1) * TYPE_COUNT)
  for (let s = 0; s < first.length; s++) {
    let moved = false
    for (let t = 0; t < TYPE_COUNT; t++) {
      const g = right.spans[s * TYPE_COUNT + t]! - all.spans[s * TYPE_COUNT + t]!
      if (Math.abs(g) < 1e-5) continue
      moved = true
      gradient[first[s]! * ROW + FIRST + t]! += g
      gradient[last[s]! * ROW + LAST + t]! += g
      run[first[s]! * TYPE_COUNT + t]! += g
      run[(last[s]! + 1) * TYPE_COUNT + t]! -= g
    }
    if (!moved) continue
    for (let k = stretchesFrom[s]!; k < stretchesFrom[s + 1]!; k++) {
      const at = stretches[k]! * ROW
      for (let t = 0; t < TYPE_COUNT; t++) {
        const g = right.spans[s * TYPE_COUNT + t]! - all.spans[s * TYPE_COUNT + t]!
        if (Math.abs(g) >= 1e-5) weights.move(at + t, g)
      }
    }
  }
  for (let i = 0; i < n; i++)
    for (let t = 0; t < TYPE_COUNT; t++) {
      if (i > 0) run[i * TYPE_COUNT + t]! += run[(i - 1) * TYPE_COUNT + t]!
      gradient[i * ROW + WITHIN + t] = run[i * TYPE_COUNT + t]!
    }
  for (let i = 0; i < n; i++)
    for (let k = wordsFrom[i]!; k < wordsFrom[i + 1]!; k++) {
      const at = words[k]! * ROW
      for (let r = 0; r < ROW; r++) {
        const g = gradient[i * ROW + r]!
        if (Math.abs(g) >= 1e-5) weights.move(at + r, g)
      }
    }
  for (let k = 0; k < passages.values.length; k++) passages.move(k, right.passages[k]! - all.passages[k]!)
}

/** What namesOf asks for, with what its files are made of. */
export interface LearnedNames {
  weights: Learned
  inside: LearnedClassifier
}

/** Weights from answers: each is gone through some times, each time with other proposals forgotten. */
export function weightsFrom(answers: readonly Answer[], options: Options = OPTIONS): LearnedNames {
  const all = lessonsFrom(answers, options)
  return {
    weights: learn(
      all.flatMap(([, lessons]) => lessons),
      options,
    ),
    inside: insideFrom(all),
  }
}

export const lessonsFrom = (answers: readonly Answer[], { forget }: Options): [Answer, Lesson[]][] => {
  const random = randomOf(11)
  return forget.flatMap((share) =>
    answers.map((answer): [Answer, Lesson[]] => [answer, lessonsOf(answer, share, random)]),
  )
}

/** A feature that comes less often, over all the lessons of an article, is left out. */
const INSIDE = { ...CLASSIFY, least: 14 }

export const insideFrom = (all: readonly [Answer, Lesson[]][]): LearnedClassifier =>
  classify(
    all.flatMap(([answer, lessons]) => insideExamples(answer, lessons)),
    TYPES,
    INSIDE,
  )
