/** Where the names of a model's answers stand in the text. */
import type { Segmented, Span } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'
import { firstBehind } from '../relate/scene.ts'
import { SpanIndex } from '../span-index.ts'
import type { Answer } from './answer.ts'
import { type Folded, foldOf, placesOf } from './fold.ts'
import { opens } from './merge.ts'

export interface Place extends Span {
  sentence: number
}
export interface VerifiedName {
  type: EntityType
  /** Where it is meant, in all its forms, in order; a form inside a longer one of the same name is not meant again. */
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
  const found = [...drafts.values()].map(({ forms, votes }): Found => {
    const type = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0]
    return { forms, type, spots: spotsOf(article, folded, [...forms].filter(isName)), places: [] }
  })
  place(found)
  const names: VerifiedName[] = []
  const index = new Map<string, number>()
  for (const { forms, type, places } of found) {
    if (places.length === 0) continue
    for (const form of forms) {
      const key = foldOf(form).text
      if (!index.has(key)) index.set(key, names.length)
    }
    names.push({ type, places: places.sort((a, b) => a.start - b.start) })
  }
  return {
    names,
    indexOf: (name) => index.get(foldOf(name).text) ?? -1,
    unfound: found.length - names.length,
  }
}

interface Spot extends Place {
  /** It cuts through the words at both its ends: 市中 in 城市中心. */
  cut: boolean
}
interface Found {
  forms: Set<string>
  type: EntityType
  /** Wherever its letters stand. */
  spots: Spot[]
  /** Where it is meant. */
  places: Place[]
}

/** A name is looked for so often in one article. */
const MOST_SPOTS = 2000

function spotsOf(article: Segmented, folded: Folded, forms: readonly string[]): Spot[] {
  return forms.flatMap((form) =>
    placesOf(folded, form, MOST_SPOTS).flatMap((span) => {
      const sentence = sentenceAt(article, span)
      return sentence < 0 ? [] : [{ ...span, sentence, cut: cutsWords(article, span) }]
    }),
  )
}

/**
 * Longest first: what touches a longer name is meant only where it opens and owns it. A name that stands nowhere else
 * is meant inside a longer one too, and where the words are cut otherwise.
 */
function place(found: readonly Found[]): void {
  const taken = new SpanIndex<Place & { type: EntityType }>()
  const queue = found
    .flatMap((name) => name.spots.map((spot) => ({ name, spot })))
    .sort((a, b) => b.spot.end - b.spot.start - (a.spot.end - a.spot.start) || a.spot.start - b.spot.start)
  const take = ({ name, spot: { cut: _, ...spot } }: (typeof queue)[number]) => {
    taken.put({ ...spot, type: name.type })
    name.places.push(spot)
  }
  const rest = queue.filter((item) => {
    const { name, spot } = item
    const typed = { ...spot, type: name.type }
    const meant = !spot.cut && !taken.at(spot) && taken.over(spot).every((other) => opens(typed, other))
    if (meant && !name.places.some((own) => touches(own, spot))) take(item)
    return !meant
  })
  const nowhere = new Set(found.filter((name) => name.places.length === 0))
  for (const item of rest) {
    const { name, spot } = item
    if (!nowhere.has(name) || taken.at(spot) || (spot.cut && spot.end - spot.start < 3)) continue
    const inside = taken.over(spot).every((other) => other.start <= spot.start && spot.end <= other.end)
    if (inside && !name.places.some((own) => touches(own, spot))) take(item)
  }
}

const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Index of the sentence that holds a span whole, or -1: across two sentences and in asides nothing is named. */
export function sentenceAt({ sentences }: Segmented, { start, end }: Span): number {
  const at = firstBehind(sentences, start)
  const sentence = sentences[at]
  return sentence && sentence.start <= start && end <= sentence.end ? at : -1
}

/** 市中 in 城市中心: whether a short form cuts through the words at both its ends. */
function cutsWords({ tokens }: Segmented, { start, end }: Span): boolean {
  const cuts = (at: number) => {
    const token = tokens[firstBehind(tokens, at)]
    return token !== undefined && token.start < at
  }
  return end - start <= 4 && cuts(start) && cuts(end)
}
