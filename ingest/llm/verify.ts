/** What of a model's answers the text bears out: names that stand in it, statements whose quote stands in it. */
import type { Modality, Segmented, Span } from '../../model/article.ts'
import {
  type EntityEdgeType,
  type EntityType,
  type RelationType,
  relationAllows,
  type ServesLevel,
  STATUSES,
  type Status,
} from '../../model/ontology.ts'
import type { Answer } from './answer.ts'
import { foldOf } from './fold.ts'
import { namesOf, type Place, type VerifiedName } from './names.ts'
import { numberIn, quotedIn, wordsIn } from './quotes.ts'

interface Pair {
  /** Indexes into `names`. */
  head: number
  tail: number
  /** Index of the sentence that states it. */
  sentence: number
}
export interface Verified {
  names: VerifiedName[]
  relations: (Pair & { type: RelationType; modality: Modality; role: string })[]
  serves: (Pair & { level: ServesLevel })[]
  /** The span is the number with its unit. */
  facts: (Span & { subject: number; metric: string; sentence: number })[]
  /** The span is the word that says it, or the quote. */
  statuses: (Span & { subject: number; status: Status; date: string | null; sentence: number })[]
}

/** How many rows were left out, by what was wrong with them. */
export interface Dropped {
  /** Of no form that was asked for. */
  misshapen: number
  /** A name that does not stand in the text. */
  name: number
  /** A quote that does not stand in the text, or does not hold what it should prove. */
  quote: number
  /** An end that is no verified name, or of a type that the ontology does not allow. */
  ends: number
}

/** Answers to the pieces of one article against its text. Pure: the same answers and text give the same result. */
export function verify(
  article: Segmented,
  answers: readonly Answer[],
): { verified: Verified; dropped: Dropped } {
  const dropped: Dropped = { misshapen: 0, name: 0, quote: 0, ends: 0 }
  const folded = foldOf(article.text)
  const { names, indexOf, unfound } = namesOf(article, folded, answers)
  dropped.name = unfound
  const verified: Verified = { names, relations: [], serves: [], facts: [], statuses: [] }

  const pairOf = (row: { head: string; tail: string; quote: string }, type: EntityEdgeType): Pair | null => {
    const [head, tail] = [indexOf(row.head), indexOf(row.tail)]
    if (
      head < 0 ||
      tail < 0 ||
      head === tail ||
      !relationAllows(type, names[head]!.type, names[tail]!.type)
    ) {
      dropped.ends++
      return null
    }
    const quoted = quotedIn(article, folded, row.quote, [names[head]!, names[tail]!])
    if (quoted) return { head, tail, sentence: quoted.sentence }
    dropped.quote++
    return null
  }
  const seen = new Set<string>()
  const once = (...key: (string | number)[]) => {
    const text = key.join(' ')
    if (seen.has(text)) return false
    seen.add(text)
    return true
  }

  for (const answer of answers) {
    for (const row of answer.relations) {
      const pair = pairOf(row, row.type)
      if (!pair) continue
      const { head, tail, sentence } = pair
      // a role is shown as it is written: only what its sentence says
      const role = row.type === 'WORKS_FOR' ? wordsIn(article, sentence, row.role) : ''
      if (once(head, row.type, tail, sentence))
        verified.relations.push({ head, type: row.type, tail, sentence, modality: row.modality, role })
    }
    for (const row of answer.serves) {
      const pair = pairOf(row, 'SERVES')
      if (pair && once(pair.head, 'SERVES', pair.tail))
        verified.serves.push({
          head: pair.head,
          tail: pair.tail,
          sentence: pair.sentence,
          level: row.level,
        })
    }
    for (const row of answer.facts) {
      const subject = indexOf(row.subject)
      const quoted = subject < 0 ? null : quotedIn(article, folded, row.quote, [])
      const number = quoted && numberIn(article, folded, row.quantity, quoted)
      if (!number) dropped[subject < 0 ? 'ends' : 'quote']++
      else if (once(subject, 'fact', number.start)) {
        const metric = wordsIn(article, number.sentence, row.metric)
        verified.facts.push({ ...number, subject, metric })
      }
    }
    for (const row of answer.statuses) {
      const subject = indexOf(row.subject)
      const able = subject >= 0 && STAGED.has(names[subject]!.type)
      const quoted = able ? quotedIn(article, folded, row.quote, []) : null
      if (!quoted) dropped[able ? 'quote' : 'ends']++
      else if (once(subject, 'status', row.status)) {
        const date = wordsIn(article, quoted.sentence, row.date) || null
        verified.statuses.push({ ...cueIn(article, quoted, row.status), subject, status: row.status, date })
      }
    }
  }
  return { verified, dropped }
}

/** The word that says a stage, where one of the usual ones stands in the quote; else the quote. */
function cueIn({ text }: Segmented, { start, end, sentence }: Place, status: Status): Place {
  const quote = text.slice(start, end)
  const cue = STATUSES[status].cues.find((word) => quote.includes(word))
  if (cue === undefined) return { start, end, sentence }
  const from = start + quote.lastIndexOf(cue)
  return { start: from, end: from + cue.length, sentence }
}

const STAGED = new Set<EntityType>([
  'Project',
  'Park',
  'Institute',
  'Company',
  'Strategy',
  'Organization',
  'Place',
])
