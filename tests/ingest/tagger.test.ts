import { describe, expect, it } from 'vitest'
import { openTagger } from '../../ingest/tagger.ts'

const TEXTS = ['高新区加快建设智能制造产业园,总投资约16.7亿元。', '山东大学国家大学科技园21个楼座封顶。', '']

// words that no dictionary holds may be joined by one and not by the other (东强, 中优)
describe('the taggers', () => {
  const [first, second] = [openTagger('nodejieba'), openTagger('node-rs')]

  it.each(TEXTS)('give the same words for %s', (text) => {
    expect(second.tag(text).map((t) => t.text)).toEqual(first.tag(text).map((t) => t.text))
  })

  it.each([...TEXTS, '表情😀与生僻字𠮷在一起'])('keep the offsets of %s', (text) => {
    for (const tagger of [first, second]) {
      for (const token of tagger.tag(text)) expect(text.slice(token.start, token.end)).toBe(token.text)
    }
  })
})
