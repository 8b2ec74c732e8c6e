import { describe, expect, it } from 'vitest'
import { wordLookup, wordSet } from '../../../ingest/lexicon/word-set.ts'

const KNOWN = ['产业园', '园', '研究院', '5G', '']
const OTHERS = ['园区', '产业', '研究', '产业院', '5', 'G5', '研业园', '产研院']

describe('a set of words', () => {
  it.each(KNOWN)('holds %s', (word) => expect(wordSet(KNOWN).has(word)).toBe(true))
  it.each(OTHERS)('does not hold %s', (word) => expect(wordSet(KNOWN).has(word)).toBe(false))
  it('goes through its words in order', () => expect([...wordSet(KNOWN)]).toEqual(KNOWN))
})

it('a lookup says of a word what its map says', () => {
  const known = new Map(KNOWN.map((word, i) => [word, i]))
  const lookup = wordLookup(known)
  for (const word of [...KNOWN, ...OTHERS]) expect(lookup(word)).toBe(known.get(word))
})
