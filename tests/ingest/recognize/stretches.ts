/** Where in a text of one's own names are looked for. */
import { lexicon } from '../../../ingest/lexicon/lexicon.ts'
import { shapesOf } from '../../../ingest/recognize/model/lattice.ts'
import { proposed } from '../../../ingest/recognize/recognize.ts'
import { articleOf } from './named.ts'

export function stretchesOf(text: string): string[] {
  const article = articleOf(text)
  return shapesOf(article.text, proposed(article, lexicon())).flatMap(({ shape: { atoms, first, last } }) =>
    first.map((f, s) => article.text.slice(atoms[f]!.start, atoms[last[s]!]!.end)),
  )
}
