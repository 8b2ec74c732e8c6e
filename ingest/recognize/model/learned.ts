/** Recognition by what was learned; `npm run train` writes the weights, docs/evaluation.md says what they give. */
import type { Recognized, Segmented } from '../../../model/article.ts'
import { classifierOf } from '../../learned/classifier.ts'
import { type Lexicon, lexicon as wholeLexicon } from '../../lexicon/lexicon.ts'
import { recognizeBy } from '../recognize.ts'
import inside from './inside.json' with { type: 'json' }
import { type Learned, namesOf } from './names.ts'
import { TYPES } from './roles.ts'
import file from './weights.json' with { type: 'json' }
import { weightsOf } from './weights.ts'

let known: Learned | undefined
/** Made once, when first asked for. */
const learned = (): Learned => {
  known ??= { weights: weightsOf(file), inside: classifierOf(inside, 'inside.json', TYPES) }
  return known
}

/** Rules propose, weights decide; what no rule proposes may be a name as well (rule `learned`). */
export function recognizeLearned(article: Segmented, lexicon: Lexicon = wholeLexicon()): Recognized {
  const what = learned()
  return recognizeBy(article, lexicon, (text, sentences) => namesOf(text, sentences, what))
}
