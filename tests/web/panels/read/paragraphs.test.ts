import { describe, expect, it } from 'vitest'
import type { ArticleDetail } from '../../../../model/api.ts'
import { stretchesOf } from '../../../../web/panels/evidence/stretches.ts'
import { entitiesIn, paragraphsOf } from '../../../../web/panels/read/paragraphs.ts'

const TEXT = '云湖区加快建设\n星海科技投资星海科技园。云湖区支持。\n本报讯'
const mention = (name: string, at: number, entity = name) => ({
  start: at,
  end: at + name.length,
  entity,
  name,
  type: 'Company' as const,
})
const article: ArticleDetail = {
  id: 'a',
  title: '云湖区加快建设',
  date: '',
  source: '',
  authors: [],
  editors: [],
  frame: [],
  printings: [],
  url: '',
  file: '',
  text: TEXT,
  asides: [{ start: 27, end: 30 }],
  sentences: [
    { id: 'a:0', index: 0, paragraph: 0, start: 0, end: 7 },
    { id: 'a:1', index: 1, paragraph: 1, start: 8, end: 20 },
    { id: 'a:2', index: 2, paragraph: 1, start: 20, end: 26 },
  ],
  mentions: [
    mention('云湖区', 0),
    mention('星海科技', 8),
    mention('星海科技园', 14),
    mention('星海科技', 14),
    mention('云湖区', 20),
  ],
}

describe('an article to read', () => {
  const paragraphs = paragraphsOf(article)
  it('leaves its title out of the text, and marks what is not read', () => {
    expect(paragraphs.map(({ start, aside }) => [start, aside])).toEqual([
      [8, false],
      [27, true],
    ])
  })

  it('is whole: its pieces are the text', () => {
    for (const { sentences } of paragraphs)
      for (const { start, end, stretches } of sentences)
        expect(stretches.map((s) => TEXT.slice(s.start, s.end)).join('')).toBe(TEXT.slice(start, end))
    expect(paragraphs[0]!.sentences.map(({ id }) => id)).toEqual(['a:1', 'a:2'])
  })

  it('marks the longer of two names in one another, and keeps the shorter', () => {
    const marked = paragraphs[0]!.sentences[0]!.stretches.filter(({ mention: m }) => m)
    expect(marked.map((s) => [s.mention!.name, s.inner.map(({ name }) => name)])).toEqual([
      ['星海科技', []],
      ['星海科技园', ['星海科技']],
    ])
  })

  it('lists its entities, the most named first', () => {
    expect(entitiesIn(article.mentions).map(({ name, starts }) => [name, starts])).toEqual([
      ['云湖区', [0, 20]],
      ['星海科技', [8, 14]],
      ['星海科技园', [14]],
    ])
  })
})

describe('a sentence of evidence', () => {
  it('is cut where a name or the cue begins and ends, the inner name of two counting', () => {
    const marks = [mention('星海科技园', 6), mention('星海科技', 6), mention('星海科技', 0)]
    const cut = stretchesOf(11, 0, marks, { start: 4, end: 6 })
    const text = '星海科技投资星海科技园'
    expect(cut.map((s) => [text.slice(s.start, s.end), s.mark?.entity ?? '', s.cue])).toEqual([
      ['星海科技', '星海科技', false],
      ['投资', '', true],
      ['星海科技', '星海科技', false],
      ['园', '星海科技园', false],
    ])
  })
})
