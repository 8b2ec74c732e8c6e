/** Recognition by what was learned; `npm run train` writes the weights, docs/evaluation.md says what they give. */
import type { Recognized, Segmented } from '../../../model/article.ts'
import { type Lexicon, lexicon as wholeLexicon } from '../../lexicon/lexicon.ts'
import { recognizeBy } from '../recognize.ts'
import { namesOf } from './names.ts'
import file from './weights.json' with { type: 'json' }
import { type Weights, weightsOf } from './weights.ts'

let known: Weights | undefined
/** Made once, when first asked for. */
export const learnedWeights = (): Weights => {
  known ??= weightsOf(file)
  return known
}

/** Rules propose, weights decide; what no rule proposes may be a name as well (rule `learned`). */
export function recognizeLearned(article: Segmented, lexicon: Lexicon = wholeLexicon()): Recognized {
  const weights = learnedWeights()
  return recognizeBy(article, lexicon, (text, sentences) => namesOf(text, sentences, weights))
}
