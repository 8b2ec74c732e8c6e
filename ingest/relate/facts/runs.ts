/** Numbers one behind the other, no name between them, that are said of one and the same. */
import { oddsOf } from '../../learned/odds.ts'
import { isNamedIn, type Scene } from '../scene.ts'
import type { Amount } from './amount.ts'
import { LIKELY } from './choose.ts'

/** Between two numbers of which the second is of something else: a part, each of several, another clause, a noun that speaks of another. */
const APART =
  /[。;；\n]|其中|各|均|分别|单个|每|[,，](?:全[市县区省州镇村]|园区|企业|公司|[一二三]期)(?![级内外第一])/
const LONGEST_GAP = 30
const STOP = /[,，。;；、\n]/
const LONGEST_TAIL = 24
/** The share of one that is not likely: it is known only to be less than that of one that is. */
const UNLIKELY = LIKELY / 2

/** A number, one that it may be said of, and how likely that is. */
export interface Shared {
  number: number
  entity: number
  share: number
}

/** Runs of such numbers, as their indexes. */
export function runsOf(scene: Scene, amounts: readonly Amount[]): number[][] {
  const { text } = scene.article
  const runs: number[][] = []
  amounts.forEach((amount, i) => {
    const before = amounts[i - 1]
    const goesOn =
      before?.sentence === amount.sentence &&
      amount.start >= before.end &&
      amount.start - before.end <= LONGEST_GAP &&
      !APART.test(text.slice(before.end, amount.start)) &&
      !isNamedIn(scene, amount.sentence, { start: before.end, end: tailOf(text, amount.end) })
    if (goesOn) runs.at(-1)!.push(i)
    else runs.push([i])
  })
  return runs.filter((run) => run.length > 1)
}

/** Where what is said of a number ends: 20亿元建设年产1万辆的甲. */
function tailOf(text: string, end: number): number {
  const stop = STOP.exec(text.slice(end, end + LONGEST_TAIL))
  return end + (stop ? stop.index : LONGEST_TAIL)
}

/**
 * Where numbers of a run were taken to be said of several, all are of the one that is likeliest over the run. One whose
 * subject is named in front in its own clause keeps it, and the others are then of such a one.
 */
export function agree(
  out: number[][],
  runs: readonly number[][],
  shared: readonly Shared[],
  isNamed: (number: number, entity: number) => boolean,
): void {
  const shares = new Map(shared.map(({ number, entity, share }) => [`${number} ${entity}`, share]))
  for (const run of runs) {
    const taken = run.filter((number) => out[number]!.length === 1)
    const subjects = new Set(taken.map((number) => out[number]![0]!))
    if (subjects.size < 2) continue
    const fixed = new Set(taken.filter((number) => isNamed(number, out[number]![0]!)))
    const able = fixed.size > 0 ? new Set([...fixed].map((number) => out[number]![0]!)) : subjects
    const sumOf = (entity: number) =>
      taken.reduce((sum, number) => sum + oddsOf(shares.get(`${number} ${entity}`) ?? UNLIKELY), 0)
    const best = [...able].reduce((a, b) => (sumOf(b) > sumOf(a) ? b : a))
    for (const number of taken) if (!fixed.has(number)) out[number] = [best]
  }
}
