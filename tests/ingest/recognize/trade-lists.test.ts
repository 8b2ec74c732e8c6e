import { describe, expect, it } from 'vitest'
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { lexicon } from '../../../ingest/lexicon/lexicon.ts'
import { tradeListCandidates } from '../../../ingest/recognize/trade-lists.ts'
import { viewsOf } from '../../../ingest/recognize/view.ts'
import { segment } from '../../../ingest/segment.ts'
import { openTagger } from '../../../ingest/tagger.ts'

const tagger = openTagger()
const tradesIn = (text: string): string[] => {
  const article = segment(cleanArticle({ file: 'a.txt', text }), tagger)
  return viewsOf(article, lexicon()).flatMap((view) =>
    tradeListCandidates(view).map((c) => article.text.slice(c.start, c.end)),
  )
}

describe('trades by what is done with them', () => {
  it.each([
    ['团队做的是量子磁强计。', ['量子磁强计']],
    ['园区引进定制家居、家具五金企业12家。', ['家具五金']],
    ['园区招引生物医药、合成树脂企业8家。', ['合成树脂']],
    ['园区聚焦民生问题、发展难题。', []],
  ])('%s', (text, trades) => expect(tradesIn(text)).toEqual(trades))

  it('are found in time that the length bounds, however 和 may be read', () => {
    expect(tradesIn(`${`主攻${'和'.repeat(80)}`.repeat(200)}。`)).toEqual([])
  })
})
