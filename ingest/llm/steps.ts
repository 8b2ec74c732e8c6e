import type { Segmented } from '../../model/article.ts'
import { linkLearned } from '../join/learned.ts'
import { link } from '../link/link.ts'
import { recognizeLearned } from '../recognize/model/learned.ts'
import { relate } from '../relate/relate.ts'
import type { Steps } from '../steps.ts'
import type { Answer } from './answer.ts'
import type { Merge } from './merge.ts'
import { mergeLinks } from './merge-links.ts'
import { mergeNames } from './merge-names.ts'
import { mergeStatements } from './merge-statements.ts'
import { type Dropped, type Verified, verify } from './verify.ts'

/**
 * The three steps with what a model answered to one article's pieces. Pure: all that was asked has been asked.
 * `onVerified` hears what the text bore out and what it did not.
 */
export function stepsOf(
  answers: readonly Answer[],
  merge: Merge,
  readBy: string,
  onVerified: (verified: Verified, dropped: Dropped) => void = () => {},
): Steps {
  let verified: Verified | null = null
  const of = (article: Segmented): Verified => {
    if (verified) return verified
    const result = verify(article, answers)
    onVerified(result.verified, result.dropped)
    verified = result.verified
    return verified
  }
  return {
    recognize(article) {
      const own = merge === 'only' ? [] : recognizeLearned(article).mentions
      return { ...article, mentions: mergeNames(article, own, of(article).names, merge) }
    },
    link(article) {
      // the model says itself which of its names are one
      const linked = merge === 'only' ? link(article) : linkLearned(article)
      return mergeLinks(linked, of(article).names, merge)
    },
    relate(article) {
      const { relations, serves, facts, statuses, ...linked } = relate(article)
      const own = { relations, serves, facts, statuses }
      return { ...linked, ...mergeStatements(article, own, of(article), merge), readBy }
    },
  }
}
