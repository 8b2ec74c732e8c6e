/** From text to graph, against the segmenter alone: it is what any reader of Chinese must run. */
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { annotate, annotateClean } from '../../ingest/pipeline.ts'
import { project } from '../../ingest/project.ts'
import { ingestPaths } from '../../ingest/run.ts'
import { openTagger } from '../../ingest/tagger.ts'
import { charactersOf, corpus, SAMPLES, withStore } from '../material.ts'
import { best, type Figure } from '../measure.ts'

const TIMES = 6

async function beside(job: (parts: Awaited<ReturnType<typeof partsOf>>) => unknown) {
  const parts = await partsOf()
  const { articles, tagger } = parts
  const baseline = await best(3, () => articles.forEach(({ text }) => void tagger.tag(text)))
  return { milliseconds: await best(3, () => job(parts)), baseline, characters: charactersOf(articles) }
}

async function partsOf() {
  const tagger = openTagger()
  const raws = await corpus(TIMES)
  const articles = raws.map((raw) => cleanArticle(raw))
  tagger.tag('预热')
  return { tagger, raws, articles }
}

const speed = (name: string, job: Parameters<typeof beside>[0]): Figure => ({
  name,
  unit: 'chars/s',
  against: 'segmenter alone',
  measure: async () => {
    const { milliseconds, baseline, characters } = await beside(job)
    return { value: characters / (milliseconds / 1000), baseline: characters / (baseline / 1000) }
  },
})

export const reading: Figure[] = [
  speed('read: clean', ({ raws }) => raws.forEach((raw) => void cleanArticle(raw))),
  speed('read: understand', ({ articles, tagger }) =>
    articles.forEach((article) => void annotateClean(article, tagger)),
  ),
  speed('read: text to graph', ({ raws, tagger }) => {
    const annotated = raws.map((raw) => annotate(raw, tagger))
    project(annotated, linkCorpus(annotated))
  }),
  {
    name: 'read: samples into an empty store',
    unit: 'ms',
    against: 'the same again',
    measure: () =>
      withStore(async (store) => {
        const value = await best(1, () => ingestPaths(store, [SAMPLES]))
        return { value, baseline: await best(1, () => ingestPaths(store, [SAMPLES])) }
      }),
  },
]
