/** A step in words, read from its start to its end. */
import type { TraceStep } from '../../../model/api.ts'
import { SERVES_LEVELS } from '../../../model/ontology.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { type Language, say } from '../../words/words.ts'

/** What the start does to the end: 建设, 服务于, 旗下有. */
export function stepWord(step: TraceStep, language: Language): string {
  const word = step.backwards
    ? say(language, 'owns')
    : step.relation === 'SERVES'
      ? say(language, 'serves')
      : edgeWord(step.relation, '', language)
  return step.planned ? `${say(language, 'planned')}${language === 'zh' ? '' : ' '}${word}` : word
}

/** SERVES only: 明说, 为此, 同节. */
export const levelWord = ({ level }: TraceStep, language: Language): string =>
  level ? SERVES_LEVELS[level][language] : ''

export const fullStepWord = (step: TraceStep, language: Language): string =>
  [stepWord(step, language), levelWord(step, language)].filter(Boolean).join(' · ')
