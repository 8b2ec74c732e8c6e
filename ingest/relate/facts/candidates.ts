/** Whom a number may be said of: the names round it, those of the sentences before, and what the article is about. */
import type { Span } from '../../../model/article.ts'
import { clauseAt } from '../clauses.ts'
import type { Phrase, Unit } from '../phrases.ts'
import type { Reading } from '../reading.ts'
import { firstFrom, type Scene } from '../scene.ts'

/** A name where it stands in a sentence. */
export interface Spot extends Span {
  entity: number
  unit: Unit
  phrase: Phrase
  sentence: number
  /** Index of its clause. */
  clause: number
  /** Its place among the sentence's names. */
  order: number
}

/** Where a candidate stands as seen from the number. */
export const WHERE = {
  front: 0,
  behind: 1,
  clauseBefore: 2,
  clausesBefore: 3,
  farBefore: 4,
  clauseBehind: 5,
  sentenceBefore: 6,
  sentencesBefore: 7,
  paragraphBefore: 8,
  heading: 9,
  title: 10,
  nowhere: 11,
} as const
export type Where = (typeof WHERE)[keyof typeof WHERE]

export interface Candidate {
  entity: number
  /** Its name nearest to the number; null where it is named elsewhere only. */
  spot: Spot | null
  where: Where
  /** How many candidates stand nearer. */
  rank: number
  /** In how many other places round the number it is named. */
  again: number
}

/** Names that are looked at: of the number's sentence in front of it and behind, of one before, of all those before. */
const MOST = { front: 14, behind: 4, head: 4, tail: 3, before: 10 }
const SENTENCES_BEFORE = 5

export class Candidates {
  readonly #scene: Scene
  readonly #readings: readonly Reading[]
  readonly #main: readonly number[]
  readonly #spots: (readonly Spot[] | undefined)[] = []
  readonly #title: readonly Spot[]

  constructor(scene: Scene, readings: readonly Reading[], main: readonly number[]) {
    this.#scene = scene
    this.#readings = readings
    this.#main = main.filter((e) => e >= 0)
    this.#title = scene.article.paragraphs[0]?.kind === 'title' ? this.spotsOf(0).slice(0, MOST.head) : []
  }

  /** The names of a sentence in order, lists taken apart. */
  spotsOf(sentence: number): readonly Spot[] {
    const known = this.#spots[sentence]
    if (known) return known
    const spots: Spot[] = []
    this.#readings[sentence]!.clauses.forEach(({ phrases }, clause) => {
      for (const phrase of phrases)
        for (const unit of phrase.units)
          spots.push({
            start: unit.start,
            end: unit.end,
            entity: unit.entities[0]!,
            unit,
            phrase,
            sentence,
            clause,
            order: spots.length,
          })
    })
    this.#spots[sentence] = spots
    return spots
  }

  /** `more`: entities that are candidates wherever they stand. */
  of(sentence: number, start: number, more: readonly number[]): Candidate[] {
    const { sentences, paragraphs } = this.#scene.article
    const out = new Map<number, Candidate>()
    const add = (entity: number, spot: Spot | null, where: Where) => {
      const known = out.get(entity)
      if (known) known.again++
      else out.set(entity, { entity, spot, where, rank: out.size, again: 0 })
    }
    const own = this.spotsOf(sentence)
    const at = clauseAt(this.#readings[sentence]!.clauses, start)
    const next = firstFrom(own, start)
    for (let i = next - 1; i >= Math.max(0, next - MOST.front); i--) {
      const back = at - own[i]!.clause
      add(
        own[i]!.entity,
        own[i]!,
        back <= 0
          ? WHERE.front
          : back === 1
            ? WHERE.clauseBefore
            : back === 2
              ? WHERE.clausesBefore
              : WHERE.farBefore,
      )
    }
    for (let i = next; i < Math.min(own.length, next + MOST.behind); i++) {
      if (own[i]!.clause > at + 1) break
      add(own[i]!.entity, own[i]!, own[i]!.clause === at ? WHERE.behind : WHERE.clauseBehind)
    }
    const { paragraph } = sentences[sentence]!
    let left = MOST.before
    for (let s = sentence - 1; s >= Math.max(0, sentence - SENTENCES_BEFORE) && left > 0; s--) {
      const spots = this.spotsOf(s)
      const kind = paragraphs[sentences[s]!.paragraph]?.kind
      const where =
        kind === 'title'
          ? WHERE.title
          : kind === 'heading'
            ? WHERE.heading
            : sentences[s]!.paragraph !== paragraph
              ? WHERE.paragraphBefore
              : s === sentence - 1
                ? WHERE.sentenceBefore
                : WHERE.sentencesBefore
      const size = out.size
      for (const [i, spot] of spots.entries())
        if (i < MOST.head || i >= spots.length - MOST.tail) add(spot.entity, spot, where)
      left -= out.size - size
    }
    for (const spot of this.#title) add(spot.entity, spot, WHERE.title)
    for (const entity of this.#main) add(entity, null, WHERE.nowhere)
    for (const entity of more) add(entity, null, WHERE.nowhere)
    return [...out.values()]
  }
}
