/** 甲、乙分别落户丙、丁: each of a list goes with its own of another one that is as long. */
import type { RelationMention, Span } from '../../model/article.ts'
import { pushTo } from '../../model/groups.ts'
import type { Phrase } from './phrases.ts'
import type { Reading } from './reading.ts'
import { between, firstFrom } from './scene.ts'

/** What its relations say they are found by. */
export const EACH = 'each'
const RESPECTIVELY = /分别|依次|各自/
/** Between the list and the word: 还将分别. */
const LONGEST_LEAD = 12

export interface Aligned {
  heads: readonly number[]
  tails: readonly number[]
}

/** The two lists that a predicate ties one by one; null where it does not. */
export function alignedBy({ scene, clauses }: Reading, at: number, cue: Span): Aligned | null {
  const { phrases } = clauses[at]!
  const i = firstFrom(phrases, cue.end)
  const [front, behind] = [phrases[i - 1], phrases[i]]
  if (!front || !behind || front.governor !== '' || behind.governor !== '') return null
  const lead = between(scene, front.end, cue.start)
  if (lead.length > LONGEST_LEAD || !RESPECTIVELY.test(lead)) return null
  const [heads, tails] = [namedBy(front), namedBy(behind)]
  return heads.length === tails.length && heads.length > 1 ? { heads, tails } : null
}

const namedBy = ({ units }: Phrase): number[] =>
  units.flatMap((u) => (u.modifier ? [] : u.entities.slice(0, 1)))

/** Whether two are of two lists, and not of one pair. */
export function isCrossed({ heads, tails }: Aligned, head: number, tail: number): boolean {
  const [h, t] = [heads.indexOf(head), tails.indexOf(tail)]
  return h >= 0 && t >= 0 && h !== t
}

/** Relations without those that tie one of a list with what goes with another one. */
export function withoutCrossed(
  readings: readonly Reading[],
  relations: readonly RelationMention[],
): RelationMention[] {
  const lists = new Map<number, Aligned[]>()
  for (const reading of readings)
    for (const [at, { cues }] of reading.clauses.entries())
      for (const cue of cues) {
        const aligned = alignedBy(reading, at, cue)
        if (aligned) pushTo(lists, reading.sentence.index, aligned)
      }
  return relations.filter(
    ({ sentence, head, tail }) => !lists.get(sentence)?.some((list) => isCrossed(list, head, tail)),
  )
}
