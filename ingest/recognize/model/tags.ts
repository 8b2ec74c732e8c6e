/** What a part of speech says of a word in a name. */
import { hashOf } from '../../learned/hash.ts'

export interface Tag {
  hash: number
  /** Words of these kinds neither begin nor end a name that no rule knows. */
  small: boolean
  /** Nor do these end one. */
  neverLast: boolean
  /** No name runs over one outside quotes. */
  breaks: boolean
  /** Bits: verb, verbal noun, number, function word (of those that a name may hold). */
  inner: number
}

const known = new Map<string, Tag>()

export function tagOf(tag: string): Tag {
  const old = known.get(tag)
  if (old) return old
  const made: Tag = {
    hash: hashOf(tag.slice(0, 2)),
    small: /^(?:u|p|c|r|y|e$|o$|w)/.test(tag),
    neverLast: /^(?:d|ad|mq|f$)/.test(tag),
    breaks: /^(?:u|y)/.test(tag),
    inner: tag === 'v' ? 2 : tag === 'vn' ? 4 : tag[0] === 'm' ? 8 : /^[pcud]/.test(tag) ? 16 : 0,
  }
  known.set(tag, made)
  return made
}
