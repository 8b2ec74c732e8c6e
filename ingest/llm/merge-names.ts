import type { Mention, Segmented } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
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
  const kept = new Kept()
  for (const mention of winners) kept.add(mention)
  for (const mention of others) {
    const same = kept.at(mention)
    if (same) kept.replace({ ...agreed(ruleOf(same, mention), confidenceOf(same, mention)), type: same.type })
    else if (kept.over(mention).every((k) => owns(mention, k) || owns(k, mention)))
      kept.add({ ...mention, type: kept.typeOf(mention.text) ?? mention.type })
  }
  return kept.all().sort((a, b) => a.start - b.start || b.end - a.end)
}

// of two that agree the rule's name and confidence are the base, the model's come on top
const ruleOf = (a: Mention, b: Mention) => (a.rule === MODEL_RULE ? b : a)
const confidenceOf = (a: Mention, b: Mention) => (a.rule === MODEL_RULE ? a : b).confidence

/** Longest first; a shorter one that touches a longer one stays only where it owns it. */
function mentionsOf(article: Segmented, names: readonly VerifiedName[]): Mention[] {
  const all = names.flatMap(({ type, places }) =>
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
  const kept = new Kept()
  for (const mention of all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!kept.at(mention) && kept.over(mention).every((k) => owns(mention, k))) kept.add(mention)
  return kept.all()
}

/** Characters of a stretch that mentions are looked up by. */
const STRETCH = 64

/** Mentions that stand, with the type that each surface form has. */
class Kept {
  readonly #all = new Map<string, Mention>()
  readonly #byStretch = new Map<number, Set<string>>()
  readonly #types = new Map<string, EntityType>()

  add(mention: Mention): void {
    const key = keyOf(mention)
    this.#all.set(key, mention)
    for (const stretch of stretchesOf(mention)) {
      const row = this.#byStretch.get(stretch)
      if (row) row.add(key)
      else this.#byStretch.set(stretch, new Set([key]))
    }
    if (!this.#types.has(mention.text)) this.#types.set(mention.text, mention.type)
  }
  replace(mention: Mention): void {
    this.#all.set(keyOf(mention), mention)
  }
  at(mention: Mention): Mention | undefined {
    return this.#all.get(keyOf(mention))
  }
  over(mention: Mention): Mention[] {
    const keys = new Set(stretchesOf(mention).flatMap((stretch) => [...(this.#byStretch.get(stretch) ?? [])]))
    return [...keys]
      .map((key) => this.#all.get(key)!)
      .filter((k) => k.start < mention.end && mention.start < k.end)
  }
  typeOf(text: string): EntityType | undefined {
    return this.#types.get(text)
  }
  all(): Mention[] {
    return [...this.#all.values()]
  }
}

const keyOf = ({ start, end }: Mention) => `${start} ${end}`

function stretchesOf({ start, end }: Mention): number[] {
  const first = Math.floor(start / STRETCH)
  return Array.from({ length: Math.floor((end - 1) / STRETCH) - first + 1 }, (_, i) => first + i)
}
