/** Where in an article the two ends of a tie stand. */
import { FROM } from './candidates.ts'
import type { Tie } from './ties.ts'
import type { Whole } from './whole.ts'

/** From where the one is carried into a sentence of the other: bits of FROM, but for what stands over the whole article. */
const CARRIED = {
  fromSubject: FROM.subject,
  fromEarlierSubject: FROM.earlierSubject,
  fromSentenceBefore: FROM.sentenceBefore,
  fromParagraph: FROM.paragraph,
  fromHeading: FROM.heading,
  fromTitle: FROM.title,
  fromTopic: FROM.topic,
  fromParagraphBefore: FROM.paragraphBefore,
  fromLead: FROM.lead,
  fromHere: FROM.opened | FROM.here,
  fromPeriod: FROM.period,
  fromAfar: FROM.afar,
} as const

/** In the order of `Standing.of`. */
export const STANDING_FIELDS = [
  ...Object.keys(CARRIED),
  'withins',
  'tailsOfType',
  'headsOfType',
  'sentencesApart',
  'paragraphsApart',
  'headFirst',
  'tailFirst',
  'headMentions',
  'tailMentions',
  'tailHeaded',
  'tailQuoted',
  'headParagraphs',
  'tailParagraphs',
]

const CARRIED_BITS = Object.values(CARRIED)

/** So many mentions of an entity are compared with those of another. */
const MOST = 20
/** Where nothing is named; what is farther than one less counts as that. */
const NOWHERE = 99

/** Where an entity is named. */
interface Named {
  /** How often. */
  times: number
  /** The first sentence that names it. */
  first: number
  /** The sentences and paragraphs of its first mentions. */
  sentences: readonly number[]
  paragraphs: readonly number[]
  /** How many paragraphs name it. */
  spread: number
  /** In a heading. */
  headed: boolean
  quoted: boolean
}

/** Sees ties by where their ends are named; each entity is looked for once. */
export class Standing {
  readonly #whole: Whole
  readonly #named: (Named | undefined)[] = []
  readonly #ofType: number[] = []

  constructor(whole: Whole) {
    this.#whole = whole
    for (const { type } of whole.known) this.#ofType[type] = (this.#ofType[type] ?? 0) + 1
  }

  /** The numbers that STANDING_FIELDS names. */
  of({ head, tail, by }: Tie): number[] {
    const { known } = this.#whole
    const from = by.reduce((bits, { candidate }) => bits | candidate.from, 0)
    const [h, t] = [this.#namedOf(head), this.#namedOf(tail)]
    return [
      ...CARRIED_BITS.map((bits) => Number((from & bits) !== 0)),
      by.filter(({ candidate }) => candidate.from === 0).length,
      this.#ofType[known[tail]!.type]!,
      this.#ofType[known[head]!.type]!,
      apart(h.sentences, t.sentences),
      apart(h.paragraphs, t.paragraphs),
      h.first,
      t.first,
      h.times,
      t.times,
      Number(t.headed),
      Number(t.quoted),
      h.spread,
      t.spread,
    ]
  }

  #namedOf(entity: number): Named {
    let named = this.#named[entity]
    if (!named) {
      named = this.#look(entity)
      this.#named[entity] = named
    }
    return named
  }

  #look(entity: number): Named {
    const { mentions, entities, sentences, paragraphs, text } = this.#whole.scene.article
    const own = entities[entity]!.mentions.map((m) => mentions[m]!)
    const inSentences = own.map(({ sentence }) => sentence)
    const inParagraphs = inSentences.map((s) => sentences[s]!.paragraph)
    return {
      times: own.length,
      first: inSentences.reduce((least, s) => Math.min(least, s, NOWHERE - 1), NOWHERE),
      sentences: inSentences.slice(0, MOST),
      paragraphs: inParagraphs.slice(0, MOST),
      spread: new Set(inParagraphs).size,
      headed: inParagraphs.some((p) => paragraphs[p]!.kind === 'heading'),
      quoted: own.some(({ start }) => /[“‘「『《]/.test(text.slice(Math.max(0, start - 1), start + 1))),
    }
  }
}

/** The least distance of two numbers. */
function apart(some: readonly number[], others: readonly number[]): number {
  let least = NOWHERE
  for (const a of some) for (const b of others) least = Math.min(least, Math.abs(a - b))
  return some.length > 0 && others.length > 0 ? Math.min(NOWHERE - 1, least) : NOWHERE
}
