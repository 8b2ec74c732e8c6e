/** Worked answers as choices of whom a number is said of. */

import type { Amount } from '../../../ingest/relate/facts/amount.ts'
import { viewing } from '../../../ingest/relate/facts/choose.ts'
import { factsOf } from '../../../ingest/relate/facts/facts.ts'
import type { Reading } from '../../../ingest/relate/reading.ts'
import { readingsOf } from '../../../ingest/relate/reading.ts'
import { type Scene, sceneOf } from '../../../ingest/relate/scene.ts'
import { quantityOf } from '../../eval/normal.ts'
import type { Paired } from '../paired.ts'
import type { Choice, RankOptions } from '../rank.ts'
import { timesOf } from '../reports.ts'

export interface Lesson {
  paired: Paired
  scene: Scene
  readings: Reading[]
}

export function lessonOf(paired: Paired): Lesson {
  const scene = sceneOf(paired.article)
  return { paired, scene, readings: [...readingsOf(scene)] }
}

/** Gold subjects, by index, of each quantity. */
export function subjectsOf({ gold }: Paired): Map<string, Set<number>> {
  const indexOf = new Map(gold.entities.map((e, i) => [e.id, i]))
  const out = new Map<string, Set<number>>()
  for (const f of gold.facts ?? []) {
    const key = quantityOf(f.value, f.unit)
    out.set(key, (out.get(key) ?? new Set()).add(indexOf.get(f.subject)!))
  }
  return out
}

/** `unfound`: what a number counts whose subject is no candidate. */
function choicesOf({ paired, scene, readings }: Lesson, unfound: number): Choice[] {
  const { gold, goldOf } = paired
  if (!gold.facts) return []
  const must = subjectsOf(paired)
  const view = viewing(scene, readings)
  const seen: { key: string; choice: Choice }[] = []
  const choose = (amount: Amount): number => {
    const { quantity } = amount
    const key = quantityOf(quantity.value, quantity.unit)
    const subjects = must.get(key)
    const { candidates, features } = view(amount)
    const right = candidates.flatMap((c, i) => (subjects?.has(goldOf[c.entity]!) ? [i] : []))
    const soft = subjects !== undefined && [...subjects].every((s) => gold.entities[s]!.optional)
    const { row, shared, common, starts, evidence } = features
    seen.push({
      key,
      choice: {
        shared: row.data.slice(0, shared),
        sharedEvidence: row.data.slice(shared, common),
        plain: candidates.map((_, i) => row.data.slice(starts[i], evidence[i])),
        evidence: candidates.map((_, i) => row.data.slice(evidence[i], starts[i + 1])),
        right,
        weight: soft ? 0 : subjects && right.length === 0 ? unfound : 1,
      },
    })
    // the nearest where there are more
    return right.length > 0 ? candidates[right[0]!]!.entity : -1
  }
  factsOf(scene, readings, { choose })
  const times = new Map<string, number>()
  for (const { key, choice } of seen) if (choice.right.length > 0) times.set(key, (times.get(key) ?? 0) + 1)
  const counts = timesOf(paired.id)
  return seen.flatMap(({ key, choice }) => {
    const found = choice.right.length > 0
    if (choice.weight === 0 || (!found && times.has(key))) return []
    return [{ ...choice, weight: (choice.weight * counts) / (found ? times.get(key)! : 1) }]
  })
}

/** How weights are learned; found by k-fold over bench/gold. */
export const FACTS: RankOptions & { unfound: number; answers: number } = {
  epochs: 5,
  rate: 0.1,
  decay: 0.05,
  least: 5,
  drop: 0.2,
  forget: 0.3,
  runs: 5,
  /** What a number counts whose subject is no candidate. */
  unfound: 0.6,
  /** What a number counts where names are those of the answers. */
  answers: 0.5,
}

export function choicesFrom(
  lessons: readonly Lesson[],
  answers: readonly Lesson[],
  { unfound, answers: share } = FACTS,
): Choice[] {
  return [
    ...lessons.flatMap((lesson) => choicesOf(lesson, unfound)),
    ...answers.flatMap((lesson) =>
      choicesOf(lesson, unfound).map((choice) => ({ ...choice, weight: choice.weight * share })),
    ),
  ]
}
