/** What is recognised in a text of one's own, as `name:Type`. */
import { cleanArticle } from '../../../ingest/clean/clean.ts'
import { recognize } from '../../../ingest/recognize/recognize.ts'
import { segment } from '../../../ingest/segment.ts'
import { openTagger } from '../../../ingest/tagger.ts'

const tagger = openTagger()
export const named = (text: string): string[] =>
  recognize(segment(cleanArticle({ file: 'x', text: `看看今天的事\n${text}` }), tagger)).mentions.map(
    (m) => `${m.text}:${m.type}`,
  )
