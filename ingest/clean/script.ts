/** Traditional → Simplified, Taiwan's words included where the text is Traditional. */
import * as OpenCC from 'opencc-js'

type Convert = (text: string) => string
let characters: Convert | null = null
let words: Convert | null = null

/** Share of characters that Traditional writes otherwise, from which a text counts as Traditional. */
const TRADITIONAL = 0.02

/** Converts script; a text that is Simplified already comes back as it is but for stray Traditional characters. */
export function simplify(text: string): string {
  characters ??= OpenCC.Converter({ from: 't', to: 'cn' })
  const plain = characters(text)
  if (plain === text) return text
  let changed = 0
  for (let i = 0; i < text.length; i++) if (plain[i] !== text[i]) changed++
  if (plain.length === text.length && changed / text.length < TRADITIONAL) return plain
  words ??= OpenCC.Converter({ from: 'twp', to: 'cn' })
  return words(text)
}
