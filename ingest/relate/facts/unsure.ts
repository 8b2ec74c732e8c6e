/** Numbers that no share settles: whom they are said of all the same. */
import type { Seen } from './choose.ts'
import { isOneOfSeveral } from './listed.ts'
import type { Shared } from './runs.ts'

/** The share of the likeliest from which on it is taken … */
const LIKELIEST = 0.15
/** … where it is less likely than this that the number is said of none, … */
const NONE = 0.05
/** … or than this, and the same is the likeliest of another number too: an article goes on about few. */
const NONE_BESIDE = 0.4

/** Takes the likeliest of numbers that were left without a subject but are hardly said of none. */
export function takeUnsure(out: number[][], shared: readonly Shared[], seen: readonly Seen[]): void {
  const likeliest = new Map<number, Shared>()
  for (const one of shared) {
    const best = likeliest.get(one.number)
    if (!best || one.share > best.share) likeliest.set(one.number, one)
  }
  const times = new Map<number, number>()
  for (const { entity } of likeliest.values()) times.set(entity, (times.get(entity) ?? 0) + 1)
  for (const { number, entity, share } of likeliest.values()) {
    if (out[number]!.length > 0 || share < LIKELIEST) continue
    const none = seen[number]!.shares[0]!
    if (none >= (times.get(entity)! > 1 ? NONE_BESIDE : NONE)) continue
    const spot = seen[number]!.candidates.find((c) => c.entity === entity)?.spot
    if (!spot || !isOneOfSeveral(spot)) out[number] = [entity]
  }
}

/** A number of a run that is less likely than this said of none is of whom the one before it is. */
const NONE_IN_RUN = 0.15

/** Takes for the numbers of a run that were left without a subject the subject of the one before. */
export function fillRuns(out: number[][], runs: readonly number[][], seen: readonly Seen[]): void {
  for (const run of runs)
    run.forEach((number, i) => {
      const before = i > 0 ? out[run[i - 1]!]! : []
      if (out[number]!.length === 0 && before.length === 1 && seen[number]!.shares[0]! < NONE_IN_RUN)
        out[number] = [...before]
    })
}
