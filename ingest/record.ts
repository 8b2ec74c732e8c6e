import type { Annotated } from '../model/article.ts'
import { rulesFingerprint } from './fingerprint.ts'

/** An article's layers as one line, with the rules that made them; tokens are left out, the text gives them again. */
export function recordOf({ tokens: _, ...layers }: Annotated): string {
  return JSON.stringify({ ...layers, rules: rulesFingerprint() })
}

export function fromRecord(text: string): { article: Annotated; rules: string } {
  const { rules, ...layers } = JSON.parse(text) as Omit<Annotated, 'tokens'> & { rules?: string }
  return { article: { ...layers, tokens: [] }, rules: rules ?? '' }
}
