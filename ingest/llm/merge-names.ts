import type { Mention, Segmented } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { SpanIndex } from '../span-index.ts'
import { agreed, type Merge, MODEL_RULE, NAME_CONFIDENCE, owns } from './merge.ts'
import type { VerifiedName } from './names.ts'

/** The rules' mentions and a model's names as one list, by start, then by longest. */
export function mergeNames(
  article: Segmented,
  own: readonly Mention[],
  names: readonly VerifiedName[],
  merge: Merge,
): Mention[] {
  const theirs = mentionsOf(article, names)
  const [winners, others] = merge === 'fill' ? [own, theirs] : [theirs, merge === 'only' ? [] : own]
  const kept = new SpanIndex<Mention>()
  const types = new Map<string, EntityType>()
  const put = (mention: Mention) => {
    kept.put(mention)
    if (!types.has(mention.text)) types.set(mention.text, mention.type)
  }
  for (const mention of winners) if (!kept.at(mention)) put(mention)
  for (const mention of others) {
    const same = kept.at(mention)
    if (same) kept.put({ ...agreed(ruleOf(same, mention), confidenceOf(same, mention)), type: same.type })
    else if (kept.over(mention).every((k) => owns(mention, k) || owns(k, mention)))
      put({ ...mention, type: types.get(mention.text) ?? mention.type })
  }
  return kept.all().sort((a, b) => a.start - b.start || b.end - a.end)
}

// of two that agree the rule's name and confidence are the base, the model's come on top
const ruleOf = (a: Mention, b: Mention) => (a.rule === MODEL_RULE ? b : a)
const confidenceOf = (a: Mention, b: Mention) => (a.rule === MODEL_RULE ? a : b).confidence

const mentionsOf = (article: Segmented, names: readonly VerifiedName[]): Mention[] =>
  names.flatMap(({ type, places }) =>
    places.map(
      ({ start, end, sentence }): Mention => ({
        start,
        end,
        text: article.text.slice(start, end),
        type,
        confidence: NAME_CONFIDENCE,
        rule: MODEL_RULE,
        sentence,
      }),
    ),
  )
