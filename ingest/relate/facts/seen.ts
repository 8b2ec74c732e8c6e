/** What is seen of a number whichever candidate is weighed. */
import { ENTITY_TYPES } from '../../../model/ontology.ts'
import { hashOf } from '../../learned/hash.ts'
import { type Clause, clauseAt } from '../clauses.ts'
import type { Reading } from '../reading.ts'
import { firstFrom, outerOf, type Scene } from '../scene.ts'
import type { Amount } from './amount.ts'
import { type Candidate, WHERE } from './candidates.ts'
import { calledIn } from './ends.ts'
import { kindOf, MACRO, UNDERTAKING } from './metric.ts'
import { nounIn } from './nouns.ts'
import { DISTRICT, EVENT, PRONOUN } from './subjects.ts'

/** 1, 2, … by entity type. */
export const typeIndex: ReadonlyMap<string, number> = new Map(
  Object.keys(ENTITY_TYPES).map((type, i) => [type, i + 1]),
)

/** A number and the text round it. */
export interface Seen {
  kind: number
  unit: number
  metric: number
  /** The metric's last two characters. */
  head: number
  /** Whose figures those are: a district's, an undertaking's, anybody's. */
  sphere: number
  /** The last verb in front of the number in its clause. */
  verb: number
  /** The first word of the clause. */
  first: number
  acts: boolean
  clause: Clause
  at: number
  district: string
  districtHash: number
  opens: number
  gap: number
  ownSubject: number
  only: number
  /** Which of the nouns (nouns.ts) stands in the clause in front of the number, or in the sentence before that; -1 where none does. */
  noun: number
  nounWord: string
  nounFar: number
  before: readonly number[]
  /** How many names the sentence has in front of the number. */
  names: number
  /** The clause in front of the number, without its names. */
  words: string
  /** How much of the end of each candidate's name opens the sentence; 0 for names of the sentence. */
  calls: readonly number[]
  /** The most of these. */
  called: number
}

export class Sight {
  readonly #scene: Scene
  readonly #readings: readonly Reading[]
  readonly #endsOf: (entity: number) => readonly string[]
  /** Which noun stands in front of a clause, of the last that was asked for. */
  #farOf: Clause | null = null
  #far = -1

  constructor(scene: Scene, readings: readonly Reading[], endsOf: (entity: number) => readonly string[]) {
    this.#scene = scene
    this.#readings = readings
    this.#endsOf = endsOf
  }

  of({ sentence, start, end, quantity, metric, gap }: Amount, candidates: readonly Candidate[]): Seen {
    const { text } = this.#scene.article
    const { clauses } = this.#readings[sentence]!
    const at = clauseAt(clauses, start)
    const clause = clauses[at]!
    const words = this.#wordsOf(clause.start, start)
    const opening = text.slice(clause.start, Math.min(start, clause.start + 60))
    const front = text.slice(Math.max(clause.start, start - 12), start)
    const context = front + metric
    const district = DISTRICT.exec(opening)?.[0] ?? ''
    const level = /[区市县省镇州村旗]/.exec(district)?.[0] ?? (district ? '*' : '')
    const near = nounIn(text.slice(Math.max(clause.start, start - 60), start) + text.slice(end, end + 6))
    const from = this.#scene.article.sentences[sentence]!.start
    if (this.#farOf !== clause) {
      this.#farOf = clause
      this.#far = nounIn(text.slice(Math.max(from, clause.start - 60), clause.start)).kind
    }
    const openingWords = this.#unnamed(sentence, from, 16, start)
    const calls = candidates.map(({ entity, spot }) =>
      spot?.sentence === sentence ? 0 : calledIn(openingWords, this.#endsOf(entity)),
    )
    return {
      names: candidates.filter((c) => c.where <= WHERE.farBefore && c.where !== WHERE.behind).length,
      words: this.#unnamed(sentence, clause.start, 40, start),
      calls,
      called: calls.reduce((most, n) => Math.max(most, n), 0),
      noun: near.kind,
      nounWord: near.word,
      nounFar: this.#far,
      before: this.#readings[sentence]!.before.map(
        (p) => (p.units.find((u) => !u.modifier) ?? p.units[0]!).entities[0]!,
      ),
      kind: hashOf(kindOf(quantity.unit)),
      unit: hashOf(quantity.unit.replace(/^(?:万亿|千万|百万|十万|亿|万)/, '')),
      metric: hashOf(metric),
      head: hashOf(metric.slice(-2)),
      sphere: MACRO.test(context) ? 1 : UNDERTAKING.test(context) ? 2 : 0,
      verb: hashOf(words.verb),
      first: hashOf(words.first),
      acts: words.acts,
      clause,
      at,
      district: level,
      districtHash: hashOf(level),
      opens: PRONOUN.test(opening) ? 1 : EVENT.test(opening) ? 2 : /^其中/.test(opening) ? 3 : 0,
      gap:
        gap === null
          ? 0
          : hashOf(gap.length <= 3 ? gap : /[。;；]/.test(gap) ? ';' : /[,，]/.test(gap) ? ',' : '-'),
      ownSubject:
        clause.subject && clause.subject.end <= start ? typeIndex.get(clause.subject.units.at(-1)!.type)! : 0,
      only: candidates.filter((c) => c.where === WHERE.front).length,
    }
  }

  /** Up to `most` characters from `from` on, in front of the number; a name is a space. */
  #unnamed(sentence: number, from: number, most: number, to: number): string {
    const { text } = this.#scene.article
    const end = Math.min(to, from + most)
    const mentions = outerOf(this.#scene.bySentence[sentence]!)
    let out = ''
    let at = from
    for (let i = firstFrom(mentions, from); i < mentions.length && mentions[i]!.start < end; i++) {
      if (mentions[i]!.start >= at) out += `${text.slice(at, mentions[i]!.start)} `
      at = Math.max(at, mentions[i]!.end)
    }
    return out + text.slice(at, Math.max(at, end))
  }

  /** The words of a clause in front of the number: the first, and the last verb. */
  #wordsOf(from: number, to: number): { first: string; verb: string; acts: boolean } {
    const { tokens } = this.#scene.article
    let verb = ''
    let left = 24
    let i = firstFrom(tokens, to) - 1
    for (; i >= 0 && tokens[i]!.start >= from && left > 0; i--, left--)
      if (verb === '' && /^v/.test(tokens[i]!.tag)) verb = tokens[i]!.text
    const first = left > 0 ? tokens[i + 1] : undefined
    let k = i + 1
    while (tokens[k] && /^[tdmp]$/.test(tokens[k]!.tag) && k < i + 5) k++
    const acts = left > 0 && tokens[k] !== undefined && tokens[k]!.start < to && /^v/.test(tokens[k]!.tag)
    return { first: first && first.start < to ? first.text : '', verb, acts }
  }
}
