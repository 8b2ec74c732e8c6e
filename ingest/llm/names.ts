/** Where the names of a model's answers stand in the text. */
import type { Segmented, Span } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { Answer } from './answer.ts'
import { type Folded, foldOf, placesOf } from './fold.ts'

export interface Place extends Span {
  sentence: number
}
export interface VerifiedName {
  type: EntityType
  /** Where it stands, in all its forms; a shorter form that lies inside a longer one of the same name is left out. */
  places: Place[]
}
/** A name is a line's worth at most, holds a letter, points at nothing and breaks off nowhere outside quotes. */
const LONGEST_NAME = 60
const isName = (text: string) =>
  text.length >= 2 &&
  text.length <= LONGEST_NAME &&
  /\p{L}/u.test(text) &&
  !/^(?:该|上述|这[个家座些])/.test(text) &&
  !/[\n。,，:：!?！？；;]/.test(text.replace(/“[^“”]*”/g, ''))

interface Draft {
  type: EntityType
  forms: string[]
}

/** The names that stand in the text, which one a string of the answers means (-1: none), and how many stand nowhere. */
export function namesOf(
  article: Segmented,
  folded: Folded,
  answers: readonly Answer[],
): { names: VerifiedName[]; indexOf: (name: string) => number; unfound: number } {
  // the same name from two pieces is one; its type is the one that more of them give, the first at a draw
  const drafts = new Map<string, { forms: Set<string>; votes: Map<EntityType, number> }>()
  for (const { entities } of answers) {
    for (const { name, type, surfaces } of entities) {
      const key = foldOf(name).text
      const draft = drafts.get(key) ?? { forms: new Set(), votes: new Map() }
      for (const form of [name, ...surfaces]) draft.forms.add(form)
      draft.votes.set(type, (draft.votes.get(type) ?? 0) + 1)
      drafts.set(key, draft)
    }
  }
  const names: VerifiedName[] = []
  let unfound = 0
  const index = new Map<string, number>()
  const taken = new Uint32Array(article.text.length)
  for (const { forms, votes } of drafts.values()) {
    const draft: Draft = {
      type: [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0],
      forms: [...forms].filter(isName),
    }
    const places = spotsOf(article, folded, draft, taken, names.length + 1)
    if (places.length === 0) {
      unfound++
      continue
    }
    for (const form of forms) {
      const key = foldOf(form).text
      if (!index.has(key)) index.set(key, names.length)
    }
    names.push({ type: draft.type, places })
  }
  return { names, indexOf: (name) => index.get(foldOf(name).text) ?? -1, unfound }
}

/** A name is looked for so often in one article. */
const MOST_PLACES = 2000

/** `taken` says of each offset which name, counted from 1, has it already. */
function spotsOf(
  article: Segmented,
  folded: Folded,
  { forms }: Draft,
  taken: Uint32Array,
  name: number,
): Place[] {
  const out: Place[] = []
  for (const form of [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    for (const span of placesOf(folded, form, MOST_PLACES)) {
      const sentence = sentenceAt(article, span)
      if (sentence < 0 || cutsWords(article, span)) continue
      if (taken.subarray(span.start, span.end).includes(name)) continue
      taken.fill(name, span.start, span.end)
      out.push({ ...span, sentence })
    }
  }
  return out.sort((a, b) => a.start - b.start)
}

/** Index of the sentence that holds a span whole, or -1: across two sentences and in asides nothing is named. */
export function sentenceAt({ sentences }: Segmented, { start, end }: Span): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  const sentence = sentences[low]
  return sentence && sentence.start <= start && end <= sentence.end ? low : -1
}

/** 市中 in 城市中心: a short form that cuts through the words at both its ends is no name there. */
function cutsWords({ tokens }: Segmented, { start, end }: Span): boolean {
  const cuts = (at: number) => {
    let [low, high] = [0, tokens.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (tokens[middle]!.end <= at) low = middle + 1
      else high = middle
    }
    return low < tokens.length && tokens[low]!.start < at
  }
  return end - start <= 4 && cuts(start) && cuts(end)
}
