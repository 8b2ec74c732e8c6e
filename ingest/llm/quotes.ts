/** Where the quotes of a model's answers stand in the text, and what they hold. */
import type { Segmented } from '../../model/article.ts'
import { quantitiesIn } from '../relate/facts/numbers.ts'
import { type Folded, foldOf, placesOf } from './fold.ts'
import { type Place, sentenceAt, type VerifiedName } from './names.ts'

/** Fewer letters prove nothing. */
const SHORTEST_QUOTE = 4
const MOST_PLACES = 40

/**
 * Where a quote stands, of several places the one that holds most of the names, with the sentence that does. Null where
 * it stands nowhere or holds none of them.
 */
export function quotedIn(
  article: Segmented,
  folded: Folded,
  quote: string,
  names: readonly VerifiedName[],
): Place | null {
  if (foldOf(quote).text.length < SHORTEST_QUOTE) return null
  let best: (Place & { held: number }) | null = null
  for (const span of placesOf(folded, quote, MOST_PLACES)) {
    const over = article.sentences.filter((s) => s.start < span.end && span.start < s.end)
    if (over.length === 0) continue
    const heldBy = (sentence: number) =>
      names.filter((name) => name.places.some((place) => place.sentence === sentence)).length
    const counts = over.map((s) => heldBy(s.index))
    const held = Math.max(...counts)
    if (names.length > 0 && held === 0) continue
    const sentence = names.length > 0 ? over[counts.indexOf(held)]!.index : over[0]!.index
    if (!best || held > best.held) best = { ...span, sentence, held }
  }
  return best
}

/** The number with its unit inside a quote, as the rules read numbers. */
export function numberIn(article: Segmented, folded: Folded, quantity: string, quoted: Place): Place | null {
  for (const span of placesOf(folded, quantity)) {
    if (span.start < quoted.start || span.end > quoted.end) continue
    const sentence = sentenceAt(article, span)
    const line = article.sentences[sentence]
    const number =
      line &&
      quantitiesIn(article.text.slice(line.start, line.end)).find(
        (q) => line.start + q.start < span.end && span.start < line.start + q.end,
      )
    if (number) return { start: line.start + number.start, end: line.start + number.end, sentence }
  }
  return null
}

/** A few words as they stand in a sentence; '' where they do not. */
export function wordsIn(article: Segmented, sentence: number, words: string): string {
  const { start, end } = article.sentences[sentence]!
  const line = article.text.slice(start, end)
  const [place] = words.length <= 40 ? placesOf(foldOf(line), words, 1) : []
  return place ? line.slice(place.start, place.end) : ''
}
