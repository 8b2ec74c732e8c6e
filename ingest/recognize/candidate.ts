import type { Segmented, Sentence, Token } from '../../model/article.ts'
import type { EntityType } from '../../model/ontology.ts'

/** A stretch that one rule takes for a name. */
export interface Candidate {
  start: number
  end: number
  type: EntityType
  confidence: number
  rule: string
}

/** What every rule sees of a sentence. */
export interface View {
  text: string
  sentence: Sentence
  /** Tokens of the sentence. */
  tokens: Token[]
  /** Index in `tokens` of the token that holds an offset, or -1. */
  tokenAt(offset: number): number
}

/** Views of all sentences; one pass over the tokens. */
export function viewsOf({ text, sentences, tokens }: Segmented): View[] {
  let t = 0
  return sentences.map((sentence) => {
    while (t < tokens.length && tokens[t]!.end <= sentence.start) t++
    let end = t
    while (end < tokens.length && tokens[end]!.start < sentence.end) end++
    const mine = tokens.slice(t, end)
    const index = new Map<number, number>()
    mine.forEach((token, i) => {
      for (let at = token.start; at < token.end; at++) index.set(at, i)
    })
    return { text, sentence, tokens: mine, tokenAt: (offset) => index.get(offset) ?? -1 }
  })
}
