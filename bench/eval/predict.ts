/** Reads articles as `npm run ingest -- extract` would. */
import { type Extraction, extractionsOf } from '../../ingest/extraction.ts'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { annotate } from '../../ingest/pipeline.ts'
import { readAll } from '../../ingest/run.ts'
import type { Tagger } from '../../ingest/tagger.ts'

export async function predict(folders: readonly string[], tagger: Tagger): Promise<Extraction[]> {
  const { raws } = await readAll([...folders])
  const annotated = raws.map((raw) => annotate(raw, tagger))
  return extractionsOf(annotated, linkCorpus(annotated))
}
