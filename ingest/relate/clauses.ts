/** A sentence as clauses: the phrases and the predicates of each in order, and what its subject is. */

import type { Sentence, Span } from '../../model/article.ts'
import { pushTo } from '../../model/groups.ts'
import type { EntityType } from '../../model/ontology.ts'
import { matcherOf } from '../lexicon/matcher.ts'
import { type Phrase, phrasesOf, type Unit } from './phrases.ts'
import { PREDICATES, type Predicate, SPEECH } from './predicates.ts'
import type { Scene } from './scene.ts'

export interface Cue extends Span {
  word: string
  predicates: readonly Predicate[]
}
export interface Clause extends Span {
  sentence: number
  phrases: Phrase[]
  cues: Cue[]
  /** The phrase in front of the predicates, where there is one. */
  subject: Phrase | null
  /** What the clause says something of and hands on: the head of a relative clause (由甲建设的乙), else the subject. */
  topic: Phrase | null
  /** It opens with a word of speech: what follows is another's. */
  speech: boolean
}

const STOPS = /[,，:：;；。!?！？]|——|\n/
/** A sentence is read as far as this many predicates. */
const MOST_CUES = 400

const predicatesOf = new Map<string, Predicate[]>()
for (const predicate of PREDICATES)
  for (const word of new Set(predicate.words)) pushTo(predicatesOf, word, predicate)
for (const word of SPEECH) predicatesOf.set(word, predicatesOf.get(word) ?? [])
const words = matcherOf(predicatesOf.keys())
/** 建设单位, 投资规模: a predicate in front of these is the first half of a noun. */
const COMPOUND = /^(?:单位|主体|规模|用地|内容|工期|标准|资金|成本|周期|局|部门|银行|集团|公司)/
const SPOKEN = new Set(SPEECH)

/** The clauses of a sentence in order; commas inside names do not part them. */
export function clausesOf(scene: Scene, sentence: Sentence): Clause[] {
  const { text } = scene.article
  const phrases = phrasesOf(scene, sentence.index)
  const cues = cuesOf(
    text,
    sentence,
    phrases.flatMap((p) => p.units),
  )
  leadingIn(phrases, cues)
  const clauses: Clause[] = []
  let [p, c] = [0, 0]
  for (const { start, end } of stretches(text, sentence, phrases)) {
    const clause: Clause = {
      start,
      end,
      sentence: sentence.index,
      phrases: [],
      cues: [],
      subject: null,
      topic: null,
      speech: false,
    }
    while (p < phrases.length && phrases[p]!.start < end) clause.phrases.push(phrases[p++]!)
    while (c < cues.length && cues[c]!.start < end) clause.cues.push(cues[c++]!)
    clause.speech = clause.cues.some((cue) => SPOKEN.has(cue.word))
    clause.subject = subjectOf(clause)
    clause.topic = relativeHeadOf(text, clause) ?? clause.subject
    clauses.push(clause)
  }
  return clauses
}

/** Stretches between stops that stand outside of phrases. */
function* stretches(text: string, sentence: Sentence, phrases: readonly Phrase[]): Generator<Span> {
  let start = sentence.start
  let p = 0
  for (let i = sentence.start; i < sentence.end; i++) {
    while (p < phrases.length && phrases[p]!.end <= i) p++
    const phrase = phrases[p]
    if (phrase && phrase.start <= i && i < phrase.end) {
      i = phrase.end - 1
      continue
    }
    const two = text.slice(i, i + 2)
    if (!STOPS.test(text[i]!) && two !== '——') continue
    if (i > start) yield { start, end: i }
    start = two === '——' ? i + 2 : i + 1
    i = start - 1
  }
  if (start < sentence.end) yield { start, end: sentence.end }
}

/** 位于, 服务于: the preposition at a predicate's end leads in its object and governs nothing else. */
function leadingIn(phrases: readonly Phrase[], cues: readonly Cue[]): void {
  let c = 0
  let last: Phrase | undefined
  for (const phrase of phrases) {
    while (c < cues.length && cues[c]!.end < phrase.start - 2) c++
    for (let i = c; i < cues.length && cues[i]!.end <= phrase.start; i++)
      if (cues[i]!.word.endsWith(phrase.governor)) phrase.governor = ''
    if (phrase.inherits && last?.governor === '') {
      phrase.governor = ''
      for (const unit of last.units) unit.modifier = false
    }
    last = phrase
  }
}

function cuesOf(text: string, sentence: Sentence, units: readonly Unit[]): Cue[] {
  const line = text.slice(sentence.start, sentence.end)
  // where the longest word that begins at an offset ends
  const ends: number[] = []
  words.scan(line, (start, end) => {
    ends[start] = end
  })
  const cues: Cue[] = []
  let u = 0
  for (let at = 0; at < ends.length; at++) {
    const to = ends[at]
    if (to === undefined) continue
    const [start, end] = [sentence.start + at, sentence.start + to]
    const word = line.slice(at, to)
    at = to - 1
    while (u < units.length && units[u]!.end <= start) u++
    if (u < units.length && units[u]!.start < end) continue
    if (COMPOUND.test(text.slice(end, end + 2))) continue
    cues.push({ start, end, word, predicates: predicatesOf.get(word)! })
    if (cues.length >= MOST_CUES) break
  }
  return cues
}

/** The first phrase in front of the predicates that no preposition governs. */
function subjectOf(clause: Clause): Phrase | null {
  const first = clause.cues[0]?.start ?? clause.end
  return clause.phrases.find((p) => p.start < first && p.governor === '') ?? null
}

/** 由甲建设的乙开工, 新落地的丙…: what stands behind 的 and has a predicate of its own. */
function relativeHeadOf(text: string, clause: Clause): Phrase | null {
  const { phrases, cues } = clause
  const last = cues.at(-1)
  if (!last) return null
  let c = 0
  let head: Phrase | null = null
  for (const [i, phrase] of phrases.entries()) {
    while (c < cues.length && cues[c]!.end <= phrase.start) c++
    const cue = cues[c - 1]
    // the last one may end the clause: 位于甲镇的乙,…
    const ends = !clause.subject && phrase === phrases.at(-1) && clause.end - phrase.end <= 2
    if (!cue || phrase.governor !== '' || (last.start < phrase.end && !ends)) continue
    const from = Math.max(cue.end, phrases[i - 1]?.end ?? 0)
    const owned = !clause.subject && ownedBy(text, phrase)
    if (/的[^,，。]{0,10}$/.test(text.slice(from, phrase.start)) || (owned && phrase.start - cue.end <= 3))
      head = phrase
  }
  return head
}

/** One phrase with its owner in front: 历城区的青石产业园. */
export const ownedBy = (text: string, { units }: Phrase): boolean =>
  units.some(
    (u, n) => n > 0 && units[n - 1]!.modifier && text.slice(units[n - 1]!.end, u.start).startsWith('的'),
  )

/** The entities of a phrase that are of these types; owners in front only where `owners` says so. */
export function entitiesOf(
  phrase: Phrase,
  types: readonly EntityType[],
  typeOf: (entity: number) => EntityType,
  owners = false,
): number[] {
  const out: number[] = []
  for (const unit of phrase.units) {
    if (unit.modifier && !owners) continue
    for (const e of unit.entities) if (types.includes(typeOf(e)) && !out.includes(e)) out.push(e)
    if (types.length === 1 && types[0] === 'Strategy') out.push(...unit.inside)
    if (out.length >= 48) break
  }
  // 市中区中央活力区 as an agent: the owner speaks where the head can not
  if (out.length === 0 && !owners)
    return phrase.units.some((u) => u.modifier) ? entitiesOf(phrase, types, typeOf, true) : out
  return out
}

/** The clause that an offset lies in, or the last one before it. */
export function clauseAt(clauses: readonly Clause[], at: number): number {
  let [low, high] = [0, clauses.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (clauses[middle]!.start <= at) low = middle
    else high = middle - 1
  }
  return low
}
