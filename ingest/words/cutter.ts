/** Words of a run of Han characters as cppjieba finds them: the likeliest path, then a guess over every stretch of single characters. */
import type { Dictionary, Word } from './dictionary.ts'
import type { Guesser } from './guesser.ts'

/** Words that no dictionary holds and that are kept for the next time. */
const MOST_GUESSED = 200_000

export function cutterOf(dictionary: Dictionary, guess: Guesser): (run: string, out: Word[]) => void {
  const { trie, weights, least } = dictionary
  const { first, next } = trie
  const words: (Word | undefined)[] = new Array(trie.count).fill(undefined)
  const guessed = new Map<string, Word>()
  let runes = new Int32Array(256)
  let best = new Float64Array(257)
  /** By offset the state of the word that begins there on the likeliest path, or 0; and its end. */
  let states = new Int32Array(256)
  let ends = new Int32Array(256)

  /** The word at a state where it is one, of these characters. */
  const wordAt = (state: number, from: number, to: number): Word => {
    const known = words[state]
    if (known) return known
    const word = { text: textOf(from, to), tag: dictionary.tagAt(state) }
    words[state] = word
    return word
  }

  const textOf = (from: number, to: number): string => String.fromCodePoint(...runes.subarray(from, to))

  const guessedWord = (from: number, to: number): Word => {
    let state = first(runes[from]!)
    for (let i = from + 1; i < to && state !== 0; i++) state = next(state, runes[i]!)
    if (state !== 0 && !Number.isNaN(weights[state]!)) return wordAt(state, from, to)
    const text = textOf(from, to)
    let word = guessed.get(text)
    if (!word) {
      if (guessed.size >= MOST_GUESSED) guessed.clear()
      word = { text, tag: 'x' }
      guessed.set(text, word)
    }
    return word
  }

  /** Fills `best`, `states` and `ends` for the likeliest path through `runes[0 … length - 1]`. */
  const path = (length: number) => {
    best[length] = 0
    for (let i = length - 1; i >= 0; i--) {
      let state = first(runes[i]!)
      let word = state !== 0 && !Number.isNaN(weights[state]!) ? state : 0
      let most = best[i + 1]! + (word !== 0 ? weights[word]! : least)
      let end = i + 1
      for (let j = i + 1; j < length && state !== 0; j++) {
        state = next(state, runes[j]!)
        const weight = best[j + 1]! + weights[state]!
        if (weight > most) {
          most = weight
          word = state
          end = j + 1
        }
      }
      best[i] = most
      states[i] = word
      ends[i] = end
    }
  }

  return (run, out) => {
    if (run.length > runes.length) {
      const size = 2 * run.length
      runes = new Int32Array(size)
      states = new Int32Array(size)
      ends = new Int32Array(size)
      best = new Float64Array(size + 1)
    }
    let length = 0
    for (let i = 0; i < run.length; i++) {
      const rune = run.codePointAt(i)!
      runes[length++] = rune
      if (rune > 0xffff) i++
    }
    path(length)
    for (let i = 0; i < length; ) {
      if (ends[i]! > i + 1) {
        out.push(wordAt(states[i]!, i, ends[i]!))
        i = ends[i]!
        continue
      }
      let to = i + 1
      while (to < length && ends[to]! === to + 1) to++
      let from = i
      guess(runes, i, to, (end) => {
        out.push(guessedWord(from, end))
        from = end
      })
      i = to
    }
  }
}
