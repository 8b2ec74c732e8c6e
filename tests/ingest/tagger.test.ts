import Module from 'node:module'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { cleanArticle } from '../../ingest/clean/clean.ts'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { annotate } from '../../ingest/pipeline.ts'
import { project } from '../../ingest/project.ts'
import { readAll } from '../../ingest/run.ts'
import { openTagger, type Tagger } from '../../ingest/tagger.ts'
import { digestOfGraph } from '../../store/digest.ts'

const { raws } = await readAll([join(import.meta.dirname, '../../samples')])
const [first, second] = [openTagger('nodejieba'), openTagger('node-rs')]

const TEXTS = [
  '高新区加快建设智能制造产业园,总投资约16.7亿元。',
  '山东大学国家大学科技园21个楼座封顶。',
  // words that no dictionary holds, which each guesses
  '“东强、西兴、南美、北起、中优”,五减改革与林萍萍的团队',
  // words that the dictionary holds and the likeliest path breaks
  '中泰证券与这条路连着,一事一议',
  '区块链与云计算',
  '5G基站增长44.2%,BIM和SAP(2023)',
  '',
]

describe('the taggers', () => {
  it.each(TEXTS)('give the same words for %s', (text) => {
    expect(second.tag(text)).toEqual(first.tag(text))
  })

  it.each(raws.map((raw) => [raw.file, cleanArticle(raw).text]))('give the same words for %s', (_, text) => {
    expect(second.tag(text)).toEqual(first.tag(text))
  })

  it.each([...TEXTS, '表情😀与生僻字𠮷在一起'])('leave nothing out of %s and keep its offsets', (text) => {
    for (const tagger of [first, second]) {
      const tokens = tagger.tag(text)
      expect(tokens.map((t) => t.text).join('')).toBe(text)
      for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text)
    }
  })
})

it('a number may have any number of points', () => {
  const number = '3.5'.repeat(40_000)
  expect(first.tag(`增长${number}。`).map((t) => t.text)).toEqual(['增长', number, '。'])
})

describe('where nodejieba is missing', () => {
  type Load = (request: string, ...rest: unknown[]) => unknown
  const module = Module as unknown as { _load: Load }
  const load = module._load
  afterEach(() => {
    module._load = load
  })
  const without = (): Tagger => {
    module._load = (request, ...rest) => {
      if (request === 'nodejieba') throw new Error("Cannot find module 'nodejieba'")
      return load(request, ...rest)
    }
    return openTagger()
  }
  const digestWith = (tagger: Tagger) => {
    const articles = raws.map((raw) => annotate(raw, tagger)).sort((a, b) => (a.id < b.id ? -1 : 1))
    return digestOfGraph(project(articles, linkCorpus(articles)))
  }

  it('the other reads the same graph out of the samples', () => {
    const other = without()
    expect(other.name).toBe('node-rs')
    expect(digestWith(other)).toBe(digestWith(first))
  })
})
