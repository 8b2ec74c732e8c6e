/** From text to graph, against the segmenter alone: it is what any reader of Chinese must run. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { annotate, annotateClean } from '../../ingest/pipeline.ts'
import { project } from '../../ingest/project.ts'
import { ingestPaths, readAll } from '../../ingest/run.ts'
import { openTagger } from '../../ingest/tagger.ts'
import { KnownError } from '../../model/errors.ts'
import { type MadeArticle, makeArticle, textOf } from '../corpus.ts'
import { charactersOf, corpus, SAMPLES, withStore } from '../material.ts'
import { best, type Figure } from '../measure.ts'

const TIMES = 6

/** nodejieba's own tagging, as a program would call it; there is none where its native part could not be built. */
function nodejiebaTag(): (text: string) => unknown {
  try {
    return (createRequire(import.meta.url)('nodejieba') as { tag(text: string): unknown }).tag
  } catch (cause) {
    throw new KnownError('no-nodejieba', 'nodejieba was not built here: this figure has no baseline.', 400, {
      cause,
    })
  }
}

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
  {
    name: 'read: understanding beside tagging',
    unit: 'ms',
    against: "nodejieba's own tag",
    measure: async () => {
      const { articles, tagger } = await partsOf()
      const tag = nodejiebaTag()
      const tagged = () => articles.forEach(({ text }) => void tag(text))
      const understood = () => articles.forEach((article) => void annotateClean(article, tagger))
      // warm, and in turns: what else the machine does meets both
      await best(4, understood)
      const [value, baseline]: number[][] = [[], []]
      for (let i = 0; i < 6; i++) {
        baseline!.push(await best(1, tagged))
        value!.push(await best(1, understood))
      }
      return { value: Math.min(...value!), baseline: Math.min(...baseline!) }
    },
  },
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
