import type { Annotated } from '../model/article.ts'
import { rulesFingerprint } from './fingerprint.ts'

/** An article's layers as one line, with the rules that made them; tokens are left out, the text gives them again. */
export function recordOf({ tokens: _, frame, sources, variants, ...layers }: Annotated): string {
  // what is known of its files comes last, whether it was put to the layers or under them
  return JSON.stringify({ ...layers, frame, sources, variants, rules: rulesFingerprint() })
}

export function fromRecord(text: string): { article: Annotated; rules: string } {
  const { rules, ...layers } = JSON.parse(text) as Omit<Annotated, 'tokens'> & { rules?: string }
  return { article: { ...layers, tokens: [] }, rules: rules ?? '' }
}
