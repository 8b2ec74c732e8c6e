import type { Annotated, Article, RawArticle } from '../model/article.ts'
import { cleanArticle } from './clean/clean.ts'
import { link } from './link/link.ts'
import { recognize } from './recognize/recognize.ts'
import { relate } from './relate/relate.ts'
import { segment } from './segment.ts'
import type { Tagger } from './tagger.ts'

/** The way of one article from its file to what it states: the first page to read. */
export function annotate(raw: RawArticle, tagger: Tagger): Annotated {
  return annotateClean(cleanArticle(raw), tagger)
}

/** The same from a text that is clean already. */
export function annotateClean(article: Article, tagger: Tagger): Annotated {
  const segmented = segment(article, tagger)
  const recognized = recognize(segmented)
  const linked = link(recognized)
  return relate(linked)
}
