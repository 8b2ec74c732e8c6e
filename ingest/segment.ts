import type { Article, Paragraph, Segmented, Sentence } from '../model/article.ts'
import type { Tagger } from './tagger.ts'

const ENDS = /[。!?！？;；…]/
const OPENERS = '“‘《「『(（【〈'
const CLOSERS = '”’》」』)）】〉'

/** Paragraphs, sentences and tokens of a cleaned article; quotes and brackets do not break a sentence. */
export function segment(article: Article, tagger: Tagger): Segmented {
  const paragraphs: Paragraph[] = []
  const sentences: Sentence[] = []
  let start = 0
  for (const line of article.text.split('\n')) {
    const end = start + line.length
    if (line.trim() !== '') {
      const aside = article.asides.some((a) => a.start <= start && a.end >= end)
      const kind = aside
        ? 'aside'
        : paragraphs.length === 0 && !/[。；;]/.test(line)
          ? 'title'
          : /[。；;：:]/.test(line) || line.length > 40
            ? 'body'
            : 'heading'
      paragraphs.push({ index: paragraphs.length, start, end, kind })
      if (!aside) pushSentences(article.text, start, end, paragraphs.length - 1, sentences)
    }
    start = end + 1
  }
  return { ...article, paragraphs, sentences, tokens: tagger.tag(article.text) }
}

function pushSentences(text: string, from: number, to: number, paragraph: number, into: Sentence[]): void {
  let start = from
  let depth = 0
  const push = (end: number) => {
    let s = start
    while (s < end && /\s/.test(text[s]!)) s++
    if (s < end) into.push({ index: into.length, paragraph, start: s, end, time: '' })
    start = end
  }
  for (let i = from; i < to; i++) {
    const c = text[i]!
    if (OPENERS.includes(c)) depth++
    else if (CLOSERS.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && ENDS.test(c)) {
      let end = i + 1
      while (end < to && (ENDS.test(text[end]!) || CLOSERS.includes(text[end]!))) end++
      push(end)
      i = end - 1
    }
  }
  push(to)
}
