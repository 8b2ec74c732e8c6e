/** What an article names between the two ends of a tie, and whether one counts the other among its members. */
import { Endings, fitOf, type Kind, kindsOf } from './kinds.ts'
import type { Tie } from './ties.ts'
import { pairOf, type Whole } from './whole.ts'

/** In the order of `Nearness.of`. */
export const NEARNESS_FIELDS = [
  'headTitled',
  'tailTitled',
  'headLed',
  'tailLed',
  'headRank',
  'tailRank',
  'pointed',
  'fitsSet',
  'setIsFilled',
  'tailsBetween',
  'headsBetween',
  'mentionsApart',
  'tailsInParagraph',
  'headsInParagraph',
]

/** Flags of Known. */
const [TITLED, LED] = [4, 8]
/** So many mentions of an entity are looked at, and so many names between two. */
const MOST = 20
const FAR = 60

/** The mentions of two entities that stand nearest, by their order in the text. */
interface Nearest {
  head: number
  tail: number
}

export class Nearness {
  readonly #whole: Whole
  readonly #kinds: (Kind[] | undefined)[] = []
  readonly #filled: (boolean | undefined)[] = []
  #endings: Endings | undefined
  /** What goes by the two alone, whatever the relation: by head and tail. */
  readonly #apart = new Map<number, readonly number[]>()
  readonly #ranks: number[]
  /** Distinct entities of a type in a paragraph, by paragraph and type. */
  readonly #inParagraph = new Map<number, Set<number>>()

  constructor(whole: Whole) {
    this.#whole = whole
    const { mentions, entityOf, sentences } = whole.scene.article
    this.#ranks = ranksOf(whole)
    mentions.forEach((m, i) => {
      const entity = entityOf[i]!
      if (entity < 0) return
      const key = sentences[m.sentence]!.paragraph * 16 + whole.known[entity]!.type
      const set = this.#inParagraph.get(key)
      if (set) set.add(entity)
      else this.#inParagraph.set(key, new Set([entity]))
    })
  }

  /** The numbers that NEARNESS_FIELDS names. */
  of({ head, tail, by }: Tie): number[] {
    const { known, scene } = this.#whole
    const { entities } = scene.article
    const [a, b] = [known[head]!, known[tail]!]
    return [
      Number((a.flags & TITLED) !== 0),
      Number((b.flags & TITLED) !== 0),
      Number((a.flags & LED) !== 0),
      Number((b.flags & LED) !== 0),
      this.#ranks[head]!,
      this.#ranks[tail]!,
      Number(by.some(({ candidate: { h, t } }) => h?.unit.anaphor || t?.unit.anaphor)),
      fitOf(this.#kindsOf(tail), entities[head]!),
      Number(this.#isFilled(tail)),
      ...this.#apartOf(head, tail),
    ]
  }

  #apartOf(head: number, tail: number): readonly number[] {
    const key = pairOf(this.#whole, head, tail)
    let apart = this.#apart.get(key)
    if (!apart) {
      const { known, scene } = this.#whole
      const { mentions, sentences } = scene.article
      const [a, b] = [known[head]!.type, known[tail]!.type]
      const near = this.#nearest(head, tail)
      const paragraph = near ? sentences[mentions[near.head]!.sentence]!.paragraph : -1
      apart = [
        ...this.#between(near, a, b, head, tail),
        this.#inParagraph.get(paragraph * 16 + b)?.size ?? 0,
        this.#inParagraph.get(paragraph * 16 + a)?.size ?? 0,
      ]
      this.#apart.set(key, apart)
    }
    return apart
  }

  #kindsOf(entity: number): Kind[] {
    let kinds = this.#kinds[entity]
    if (!kinds) {
      const { name, type } = this.#whole.scene.article.entities[entity]!
      kinds = type === 'Strategy' ? kindsOf(name) : []
      this.#kinds[entity] = kinds
    }
    return kinds
  }

  #isFilled(entity: number): boolean {
    const kinds = this.#kindsOf(entity)
    if (kinds.length === 0) return false
    let filled = this.#filled[entity]
    if (filled === undefined) {
      const { entities } = this.#whole.scene.article
      this.#endings ??= new Endings(entities)
      filled = this.#endings.fill(kinds, entities[entity]!)
      this.#filled[entity] = filled
    }
    return filled
  }

  #nearest(head: number, tail: number): Nearest | null {
    const { entities } = this.#whole.scene.article
    let best: Nearest | null = null
    let least = Number.POSITIVE_INFINITY
    const tails = entities[tail]!.mentions.slice(0, MOST)
    for (const h of entities[head]!.mentions.slice(0, MOST))
      for (const t of tails) {
        // of what stands as near before as behind, before
        const far = 2 * Math.abs(h - t) + (t > h ? 1 : 0)
        if (far < least) [best, least] = [{ head: h, tail: t }, far]
      }
    return best
  }

  /** How many entities of the tail's type, and of the head's, are named between the two, and how many mentions they are apart. */
  #between(near: Nearest | null, headType: number, tailType: number, head: number, tail: number): number[] {
    if (!near) return [FAR, FAR, FAR]
    const { known, scene } = this.#whole
    const { entityOf } = scene.article
    const [from, to] = near.head < near.tail ? [near.head, near.tail] : [near.tail, near.head]
    if (to - from > FAR) return [FAR, FAR, FAR]
    const tails = new Set<number>()
    const heads = new Set<number>()
    for (let i = from + 1; i < to; i++) {
      const entity = entityOf[i]!
      if (entity < 0 || entity === head || entity === tail) continue
      const { type } = known[entity]!
      if (type === tailType) tails.add(entity)
      if (type === headType) heads.add(entity)
    }
    return [tails.size, heads.size, to - from]
  }
}

/** Of each entity its place among those of its type by how often they are named, from 0 on. */
function ranksOf({ known, scene }: Whole): number[] {
  const { entities } = scene.article
  const ranks = entities.map(() => 0)
  const seen: number[] = []
  for (const e of [...entities].sort((x, y) => y.mentions.length - x.mentions.length || x.index - y.index)) {
    const { type } = known[e.index]!
    ranks[e.index] = seen[type] ?? 0
    seen[type] = (seen[type] ?? 0) + 1
  }
  return ranks
}
