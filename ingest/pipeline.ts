import type { Annotated, Article, RawArticle } from '../model/article.ts'
import { cleanArticle } from './clean/clean.ts'
import { linkLearned } from './join/learned.ts'
import { recognizeLearned } from './recognize/model/learned.ts'
import { relate } from './relate/relate.ts'
import { segment } from './segment.ts'
import type { Steps } from './steps.ts'
import type { Tagger } from './tagger.ts'

/** How articles are understood unless a run is given other steps (docs/llm.md). */
export const STEPS: Steps = { recognize: recognizeLearned, link: linkLearned, relate }

/** The way of one article from its file to what it states: the first page to read. */
export function annotate(raw: RawArticle, tagger: Tagger, steps: Steps = STEPS): Annotated {
  return annotateClean(cleanArticle(raw), tagger, steps)
}

/** The same from a text that is clean already. */
export function annotateClean(article: Article, tagger: Tagger, steps: Steps = STEPS): Annotated {
  const segmented = segment(article, tagger)
  const recognized = steps.recognize(segmented)
  const linked = steps.link(recognized)
  return steps.relate(linked)
}
