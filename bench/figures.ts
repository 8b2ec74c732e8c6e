/** What is measured, each against a baseline of the same run, on paths that users take. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanArticle } from '../ingest/clean/clean.ts'
import { annotateClean } from '../ingest/pipeline.ts'
import { ingestPaths, readAll } from '../ingest/run.ts'
import { openTagger } from '../ingest/tagger.ts'
import type { RawArticle } from '../model/article.ts'
import { createApp } from '../server/app.ts'
import { openStore } from '../store/open.ts'
import { savedQueries } from '../store/queries.ts'
import type { GraphStore } from '../store/store.ts'

export interface Figure {
  name: string
  unit: string
  /** What the baseline is, in a word or two. */
  against: string
  measure: () => Promise<{ value: number; baseline: number }>
}

const SAMPLES = join(import.meta.dirname, '../samples')

/** The samples over and over with other numbers, so that no two texts are the same. */
async function corpus(times: number): Promise<RawArticle[]> {
  const { raws } = await readAll([SAMPLES])
  return Array.from({ length: times }, (_, n) =>
    raws.map((raw) => ({
      ...raw,
      file: `${n}-${raw.file}`,
      text: raw.text.replace(/\d+(?=万|亿|个|家)/g, (digits) => String(Number(digits) + n)),
    })),
  ).flat()
}

/** The best of some runs in milliseconds: noise only ever adds. */
async function best(runs: number, job: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const began = performance.now()
    await job()
    least = Math.min(least, performance.now() - began)
  }
  return least
}

const charactersOf = (texts: readonly { text: string }[]) =>
  texts.reduce((sum, { text }) => sum + text.length, 0)

async function withSampleGraph<T>(job: (store: GraphStore) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-bench-'))
  const store = await openStore(`embedded:${join(folder, 'graph')}`, {})
  try {
    await ingestPaths(store, [SAMPLES])
    return await job(store)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const answerOf =
  (path: string): Figure['measure'] =>
  () =>
    withSampleGraph(async (store) => {
      const app = createApp({
        store,
        savedQueries: savedQueries(),
        version: 'bench',
        log: { info: () => {}, error: () => {} },
      })
      const hit = (await (await app.request('/api/search?q=中央活力区')).json()) as { hits: { id: string }[] }
      const time = (address: string) => best(7, async () => (await app.request(address)).text())
      const value = await time(path.replace('ID', hit.hits[0]!.id))
      return { value, baseline: await time('/api/status') }
    })

export const figures: Figure[] = [
  {
    name: 'clean: characters a second',
    unit: 'chars/s',
    against: 'nodejieba.tag',
    measure: async () => {
      const raws = await corpus(6)
      const tagger = openTagger()
      const articles = raws.map((raw) => cleanArticle(raw))
      tagger.tag('预热')
      const tag = await best(3, () => articles.forEach(({ text }) => void tagger.tag(text)))
      const clean = await best(3, () => raws.forEach((raw) => void cleanArticle(raw)))
      return { value: charactersOf(raws) / (clean / 1000), baseline: charactersOf(articles) / (tag / 1000) }
    },
  },
  {
    name: 'understand: time for a corpus',
    unit: 'ms',
    against: 'nodejieba.tag',
    measure: async () => {
      const tagger = openTagger()
      const articles = (await corpus(6)).map((raw) => cleanArticle(raw))
      tagger.tag('预热')
      const baseline = await best(3, () => articles.forEach(({ text }) => void tagger.tag(text)))
      return {
        value: await best(3, () => articles.forEach((article) => void annotateClean(article, tagger))),
        baseline,
      }
    },
  },
  {
    name: 'ingest: samples into a new graph',
    unit: 'ms',
    against: 'the same again',
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'quanmai-bench-'))
      const store = await openStore(`embedded:${join(folder, 'graph')}`, {})
      try {
        const value = await best(1, () => ingestPaths(store, [SAMPLES]))
        return { value, baseline: await best(1, () => ingestPaths(store, [SAMPLES])) }
      } finally {
        await store.close()
        rmSync(folder, { recursive: true, force: true })
      }
    },
  },
  { name: 'answer: the first picture', unit: 'ms', against: '/api/status', measure: answerOf('/api/graph') },
  {
    name: 'answer: search',
    unit: 'ms',
    against: '/api/status',
    measure: answerOf('/api/search?q=zhongyang'),
  },
  { name: 'answer: trace', unit: 'ms', against: '/api/status', measure: answerOf('/api/trace?from=ID') },
]
