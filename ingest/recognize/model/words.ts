/** What a word is wherever it stands. */

import { hashOf } from '../../learned/hash.ts'
import { COMMON } from '../../lexicon/heads.ts'
import { NearWords } from '../../lexicon/near-words.ts'
import { FRAMES, NOMINAL } from '../../lexicon/verbs.ts'

export interface Word {
  text: string
  hash: number
  /** Digits 1, Latin 2, Han 3 + length, else 0. */
  shape: number
  /** Bits: frame, nominal, common. */
  flags: number
  /** Code units. */
  firstChar: number
  lastChar: number
  /** A mark that ends a clause. */
  stop: boolean
  /** A mark or word between the members of a list. */
  link: boolean
  /** A quote that a name may begin with; a mark that one may end with. */
  opens: boolean
  closes: boolean
}

const known = new NearWords<Word>(60_000)

export function wordOf(text: string): Word {
  let word = known.get(text)
  if (word) return word
  const shape = shapeOf(text)
  word = {
    text,
    hash: shape === 1 ? hashOf('0'.repeat(Math.min(text.length, 4))) : hashOf(text),
    shape,
    flags: (FRAMES.has(text) ? 1 : 0) | (NOMINAL.has(text) ? 2 : 0) | (COMMON.has(text) ? 4 : 0),
    firstChar: text.charCodeAt(0),
    lastChar: text.charCodeAt(text.length - 1),
    stop: shape === 0 && /[，。；：！？,;:!?\s]/.test(text),
    link: /^(?:、|和|与|及|以及|“|”|"|\/)$/.test(text),
    opens: /^[“《"]/.test(text),
    closes: shape === 0 && /[”》)）"+]/.test(text),
  }
  known.set(text, word)
  return word
}

const shapeOf = (word: string): number => {
  if (/^\d/.test(word)) return 1
  if (/^[A-Za-z]/.test(word)) return 2
  if (/^\p{Script=Han}/u.test(word)) return 3 + Math.min(word.length, 5)
  return 0
}

/** What stands before the first word and behind the last. */
export const NO_WORD: Word = {
  text: '',
  hash: hashOf('<s>'),
  shape: 0,
  flags: 0,
  firstChar: hashOf('<s>'),
  lastChar: hashOf('<s>'),
  stop: true,
  link: false,
  opens: false,
  closes: false,
}
