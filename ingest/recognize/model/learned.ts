/** Recognition by what was learned; `npm run train` writes the weights, docs/evaluation.md says what they give. */
import type { Recognized, Segmented } from '../../../model/article.ts'
import { type ClassifierFile, classifierOf } from '../../learned/classifier.ts'
import { unzipped } from '../../learned/zipped.ts'
import { type Lexicon, lexicon as wholeLexicon } from '../../lexicon/lexicon.ts'
import { recognizeBy } from '../recognize.ts'
import { type Learned, namesOf } from './names.ts'
import { TYPES } from './roles.ts'
import { type WeightsFile, weightsOf } from './weights.ts'

let known: Learned | undefined
/** Made once, when first asked for. */
const learned = (): Learned => {
  known ??= {
    weights: weightsOf(unzipped<WeightsFile>(new URL('weights.json.gz', import.meta.url))),
    inside: classifierOf(
      unzipped<ClassifierFile>(new URL('inside.json.gz', import.meta.url)),
      'inside.json.gz',
      TYPES,
    ),
  }
  return known
}

/** Rules propose, weights decide; what no rule proposes may be a name as well (rule `learned`). */
export function recognizeLearned(article: Segmented, lexicon: Lexicon = wholeLexicon()): Recognized {
  const what = learned()
  return recognizeBy(article, lexicon, (text, sentences) => namesOf(text, sentences, what))
}
