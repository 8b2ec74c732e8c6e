/** One thread of understanding, with a dictionary of its own. */
import type { Article } from '../model/article.ts'
import { annotateClean } from './pipeline.ts'
import type { Layers } from './shelf/rows.ts'
import { openTagger } from './tagger.ts'

const tagger = openTagger()

export default function understandAll(articles: Article[]): Layers[] {
  return articles.map((article) => {
    const { tokens: _, ...layers } = annotateClean(article, tagger)
    return layers
  })
}
