/** A text of one's own below a title, and what is recognised in it, as `name:Type`. */
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { recognize } from '../../../ingest/recognize/recognize.ts'
import { segment } from '../../../ingest/segment.ts'
import { openTagger } from '../../../ingest/tagger.ts'
import type { Segmented } from '../../../model/article.ts'

const tagger = openTagger()
export const articleOf = (text: string): Segmented =>
  segment(cleanArticle({ file: 'x', text: `看看今天的事\n${text}` }), tagger)

export const named = (text: string): string[] =>
  recognize(articleOf(text)).mentions.map((m) => `${m.text}:${m.type}`)
