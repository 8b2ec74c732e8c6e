/** What was named before a place of a text. */
import type { Mention } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { insideOne, type Read } from './pointing.ts'

/** So many mentions are looked back at. */
const BACK = 40

/** A mention before a place. */
export interface Before {
  entity: number
  type: EntityType
  sentence: number
}

/** Looks back from places of a text that come in order. */
export class Back {
  readonly #article: Read
  readonly #entityOf: readonly number[]
  #at = 0
  sentence = 0

  constructor(article: Read, entityOf: readonly number[]) {
    this.#article = article
    this.#entityOf = entityOf
  }

  /** Goes on to a stretch; false where it touches a name or lies in no sentence. */
  to(start: number, end: number): boolean {
    const { mentions, sentences } = this.#article
    while (this.sentence < sentences.length && sentences[this.sentence]!.end <= start) this.sentence++
    if (this.sentence >= sentences.length || sentences[this.sentence]!.start > start) return false
    while (this.#at < mentions.length && mentions[this.#at]!.start < start) this.#at++
    return !insideOne(mentions, start, end)
  }

  /** What stands between the last name and a place behind it. */
  gap(at: number): string {
    const { mentions, text } = this.#article
    let end = 0
    for (let i = this.#at - 1; i >= 0 && this.#at - i <= 8; i--) end = Math.max(end, mentions[i]!.end)
    return text.slice(end, at)
  }

  /** Mentions of an entity before it that fit, the latest first, in this paragraph and the one before. */
  names(fits: (mention: Mention) => boolean): Before[] {
    const { mentions, sentences } = this.#article
    const here = sentences[this.sentence]!.paragraph
    const out: Before[] = []
    for (let i = this.#at - 1; i >= 0 && this.#at - i <= BACK; i--) {
      const mention = mentions[i]!
      const { sentence, type } = mention
      if (here - sentences[sentence]!.paragraph > 1) break
      const entity = this.#entityOf[i]!
      if (entity >= 0 && fits(mention)) out.push({ entity, type, sentence })
    }
    return out
  }
}
