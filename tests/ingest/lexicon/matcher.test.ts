import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matcherOf } from '../../../ingest/lexicon/matcher.ts'

const found = (words: string[], text: string) => {
  const out: string[] = []
  matcherOf(words).scan(text, (start, end) => out.push(`${start}-${end}`))
  return out
}
const naive = (words: string[], text: string) => {
  const out: string[] = []
  for (let end = 1; end <= text.length; end++)
    for (let start = 0; start < end; start++)
      if (words.includes(text.slice(start, end))) out.push(`${start}-${end}`)
  return out
}

describe('the matcher', () => {
  it('finds names inside names and over each other', () =>
    expect(found(['济南', '济南市', '市中', '市中区', '中区'], '济南市中区')).toEqual([
      '0-2',
      '0-3',
      '2-4',
      '2-5',
      '3-5',
    ]))

  it('finds what looking everywhere finds, also in halves of characters', () => {
    const letters = fc.constantFrom('中', '央', '活', '力', '区', 'a', '\ud840', '\udc00')
    const word = fc.array(letters, { minLength: 1, maxLength: 4 }).map((c) => c.join(''))
    const text = fc.array(letters, { maxLength: 40 }).map((c) => c.join(''))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), text, (words, line) => {
        expect(found(words, line)).toEqual(naive(words, line))
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
