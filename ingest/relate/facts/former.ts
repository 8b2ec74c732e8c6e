/** Which of two that were named 前者 and 后者 stand for. */
import { clauseAt } from '../clauses.ts'
import type { Unit } from '../phrases.ts'
import type { Reading } from '../reading.ts'
import { isNamedIn, type Scene } from '../scene.ts'

/** As a subject: not 后者的生产线, nor 由后者建设. */
const WORD = /(?<=^|[,，。;；:：、“]|其中|而)(前者|后者)(?!的)/gu
/** As far in front of a number as such a word speaks of it, and as the two are named in front of the word, in characters. */
const REACH = 60
/** A sentence before, in which the two may be named. */
const BEFORE = 2
/** As many clauses of a sentence are looked through, and as far before the word, in characters. */
const CLAUSES = 8
const FAR = 400

/** Whom the word for one of two, in front of a number in its sentence, stands for; null where there is none or a name behind it. */
export function oneOfTwoBefore(
  scene: Scene,
  readings: readonly Reading[],
  sentence: number,
  to: number,
): ReadonlySet<number> | null {
  const { text, sentences } = scene.article
  const { start, paragraph } = sentences[sentence]!
  const from = Math.max(start, to - REACH)
  const match = [...text.slice(from, to).matchAll(WORD)].at(-1)
  if (!match) return null
  const at = from + match.index
  if (isNamedIn(scene, sentence, { start: at, end: to })) return null
  for (let s = sentence; s >= Math.max(0, sentence - BEFORE); s--) {
    if (sentences[s]!.paragraph !== paragraph) return null
    const two = pairIn(readings[s]!, at)
    if (two) return new Set(two[match[1] === '前者' ? 0 : 1]!.entities.slice(0, 1))
  }
  return null
}

/** The last two names of a sentence that are listed together in front of an offset: 甲和乙, and no third. */
function pairIn({ clauses }: Reading, to: number): Unit[] | null {
  const last = clauseAt(clauses, to)
  for (const { phrases } of clauses.slice(Math.max(0, last - CLAUSES), last + 1).toReversed())
    for (const { units } of phrases.filter(({ end }) => end <= to && end > to - FAR).toReversed()) {
      const named = units.filter((unit) => !unit.modifier)
      if (named.length > 1) return named.length === 2 ? named : null
    }
  return null
}
