/** Where in a text of one's own names are looked for. */
import { lexicon } from '../../../ingest/lexicon/lexicon.ts'
import type { Atom } from '../../../ingest/recognize/model/atoms.ts'
import { shapesOf } from '../../../ingest/recognize/model/lattice.ts'
import { proposed } from '../../../ingest/recognize/recognize.ts'
import { articleOf } from './named.ts'

export interface Stretch {
  text: string
  /** Of its sentence. */
  atoms: readonly Atom[]
  first: number
  last: number
}

export function stretchesOf(text: string): Stretch[] {
  const article = articleOf(text)
  return shapesOf(article.text, proposed(article, lexicon())).flatMap(({ shape: { atoms, first, last } }) =>
    first.map((f, s) => ({
      text: article.text.slice(atoms[f]!.start, atoms[last[s]!]!.end),
      atoms,
      first: f,
      last: last[s]!,
    })),
  )
}
