import type { Annotated, RawArticle } from '../model/article.ts'
import { ahead } from './ahead.ts'
import { cleanArticle } from './clean/clean.ts'
import { annotateClean, STEPS } from './pipeline.ts'
import type { Reader } from './steps.ts'
import type { Tagger } from './tagger.ts'

/** Articles as the rules read them, and a reader where one is given; in the order in which they came. */
export async function annotateAll(
  raws: readonly RawArticle[],
  tagger: Tagger,
  reader: Reader | null,
): Promise<Annotated[]> {
  const annotated: Annotated[] = []
  const begin = async (raw: RawArticle) => {
    const article = cleanArticle(raw)
    return { article, steps: await reader?.stepsFor(article) }
  }
  for await (const { article, steps } of ahead(raws, reader?.ahead ?? 1, begin))
    annotated.push(annotateClean(article, tagger, steps ?? STEPS))
  return annotated
}
