import type { Annotated } from '../model/article.ts'

/** An article's layers as one line; tokens are left out, the text gives them again. */
export function recordOf({ tokens: _, ...layers }: Annotated): string {
  return JSON.stringify(layers)
}

export function fromRecord(text: string): Annotated {
  return { ...(JSON.parse(text) as Omit<Annotated, 'tokens'>), tokens: [] }
}
