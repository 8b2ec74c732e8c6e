import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { sourceSpan } from '../../../ingest/clean/traced.ts'

const RAW = `首页 > 要闻\u200b

品質(zhì)之城&ldquo;云州&rdquo;
來源:示例日報
  云州軟體園\u00ad二期今天開工,總投資(zī)１２億元。責任編輯:某某`

describe('the way back to the source', () => {
  const article = cleanArticle({ file: 'a.txt', text: RAW, title: '另一個標題' })
  const sourceOf = (text: string) => {
    const start = article.text.indexOf(text)
    const span = sourceSpan(article.origin, { start, end: start + text.length })
    return span && RAW.slice(span.start, span.end)
  }

  it.each([
    ['品质之城', '品質(zhì)之城'],
    ['“云州”', '&ldquo;云州&rdquo;'],
    ['云州软件园二期', '云州軟體園\u00ad二期'],
    ['总投资12亿元', '總投資(zī)１２億元'],
    ['开工', '開工'],
  ])('%s stood there as %s', (clean, source) => {
    expect(sourceOf(clean)).toBe(source)
  })

  it('is none for a title that the text has not', () => {
    expect([article.title, sourceOf('另一个标题')]).toEqual(['另一个标题', null])
  })

  it('needs no table where nothing moved', () => {
    const plain = cleanArticle({ file: 'a.txt', text: '云州软件园二期开工\n今天开工。' })
    expect(plain.origin).toBeUndefined()
    expect(sourceSpan(plain.origin, { start: 2, end: 5 })).toEqual({ start: 2, end: 5 })
  })

  it('goes for every character of every kind of noise', () => {
    for (let at = 0; at < article.text.length; at++) {
      const span = sourceSpan(article.origin, { start: at, end: at + 1 })
      if (span === null || /[“”A-Za-z0-9软件]/.test(article.text[at]!)) continue
      expect(cleanArticle({ file: 'x', text: RAW.slice(span.start, span.end) }).text).toBe(
        article.text[at]!.trim() === '' ? '' : cleanArticle({ file: 'x', text: article.text[at]! }).text,
      )
    }
  })
})
