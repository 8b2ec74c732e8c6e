import { describe, expect, it } from 'vitest'
import { articleOfMarkdown } from '../../../ingest/read/markdown.ts'

const textOf = (source: string) => articleOfMarkdown(source, 'a.md').text.trim()

describe('marks of layout', () => {
  it.each([
    ['# 未园开工 ##', '未园开工'],
    ['![图](data:image/png;base64,AAAA)未园', '未园'],
    ['[未园](https://example.cn/a_(b))开工', '未园开工'],
    ['未园<!-- 旧稿 -->开工', '未园开工'],
    ['未园<!-- 开工', '未园<!-- 开工'],
    ['甲 | 乙\n:- | -:\n未园 | 申园', '甲 | 乙\n\n未园 | 申园'],
    ['**未园**开工', '未园开工'],
  ])('go: %s', (source, expected) => {
    expect(textOf(source)).toBe(expected)
  })

  it.each(['| ', '|:-', '[', '![](', '[](', '<!--', '**a ', '<b ', '# a#', ' ', '---\n'])(
    'are looked for in time proportional to the length of a text: %j',
    (part) => {
      const started = performance.now()
      articleOfMarkdown(`甲园${part.repeat(20_000)}乙园`, 'a.md')
      articleOfMarkdown(`${part.repeat(20_000)}乙园`, 'a.md')
      expect(performance.now() - started).toBeLessThan(5_000)
    },
  )
})
