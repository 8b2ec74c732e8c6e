/** From text to graph, against the segmenter alone: it is what any reader of Chinese must run. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { annotate, annotateClean } from '../../ingest/pipeline.ts'
import { project } from '../../ingest/project.ts'
import { ingestPaths, readAll } from '../../ingest/run.ts'
import { openTagger } from '../../ingest/tagger.ts'
import { type MadeArticle, makeArticle, textOf } from '../corpus.ts'
import { charactersOf, corpus, SAMPLES, withStore } from '../material.ts'
import { best, type Figure } from '../measure.ts'
import { besides, nodejiebaTag } from './beside.ts'

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

/** Files of four kinds and two encodings, as many articles of our own making as the samples have characters for. */
async function filesOnDisk<T>(job: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-bench-'))
  try {
    for (let i = 0; i < 400; i++) {
      const article = makeArticle(i)
      const text = textOf(article)
      if (i % 4 === 0) writeFileSync(join(folder, `${i}.txt`), text)
      else if (i % 4 === 1) writeFileSync(join(folder, `${i}.txt`), `\ufeff${text}`, 'utf16le')
      else if (i % 4 === 2) writeFileSync(join(folder, `${i}.html`), pageOf(article))
      else
        writeFileSync(
          join(folder, `${i}.jsonl`),
          JSON.stringify({ ...article, text: article.body.join('\n') }),
        )
    }
    return await job(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const pageOf = ({ title, date, source, body }: MadeArticle): string =>
  `<!doctype html><html><head><title>${title}_要闻</title></head><body><nav><a href="/">首页</a></nav><h1>${title}</h1><p>发布时间:${date} 来源:${source}</p><article>${body.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`

export const reading: Figure[] = [
  {
    name: 'read: files, read and cleaned',
    unit: 'chars/s',
    against: "nodejieba's own tag",
    measure: () =>
      filesOnDisk(async (folder) => {
        const tag = nodejiebaTag()
        const read = async () => (await readAll([folder])).raws.map((raw) => cleanArticle(raw))
        const articles = await read()
        const characters = charactersOf(articles)
        const baseline = await best(3, () => articles.forEach(({ text }) => void tag(text)))
        return {
          value: characters / ((await best(3, read)) / 1000),
          baseline: characters / (baseline / 1000),
        }
      }),
  },
  speed('read: clean', ({ raws }) => raws.forEach((raw) => void cleanArticle(raw))),
  speed('read: understand', ({ articles, tagger }) =>
    articles.forEach((article) => void annotateClean(article, tagger)),
  ),
  ...besides,
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
