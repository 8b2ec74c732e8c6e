/** Reads articles as `npm run ingest -- extract` would. */
import { annotateAll } from '../../ingest/annotate.ts'
import { type Extraction, extractionsOf } from '../../ingest/extraction.ts'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { readAll } from '../../ingest/run.ts'
import type { Reader } from '../../ingest/steps.ts'
import type { Tagger } from '../../ingest/tagger.ts'

export async function predict(
  folders: readonly string[],
  tagger: Tagger,
  reader: Reader | null = null,
): Promise<Extraction[]> {
  const { raws } = await readAll([...folders])
  const annotated = await annotateAll(raws, tagger, reader)
  return extractionsOf(annotated, linkCorpus(annotated))
}
