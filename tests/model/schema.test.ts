import { join } from 'node:path'
import { expect, it } from 'vitest'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { annotate } from '../../ingest/pipeline.ts'
import { project } from '../../ingest/project.ts'
import { readAll } from '../../ingest/run.ts'
import { openTagger } from '../../ingest/tagger.ts'
import { propertiesOf } from '../../model/schema.ts'

// the store's own bookkeeping, which no query is shown
const HIDDEN = ['record']

it('names every property that the graph of the samples holds, one of them edited and reprinted, and no other', async () => {
  const { raws } = await readAll([join(import.meta.dirname, '../../samples')])
  const tagger = openTagger()
  const [first, ...rest] = raws.map((raw) => annotate(raw, tagger))
  const { file, title, date, source, authors, url } = first!
  const printing = { file, title, date, source, authors, url, variant: -1 }
  const articles = [{ ...first!, editors: ['林一舟'], sources: [printing, printing] }, ...rest]
  const { nodes, edges } = project(articles, linkCorpus(articles))
  const held = new Map<string, Set<string>>()
  const note = (word: string, keys: string[]) => {
    const own = held.get(word) ?? new Set(keys.length > 0 ? ['id'] : [])
    for (const key of keys) own.add(key)
    held.set(word, own)
  }
  for (const { labels, properties } of nodes) note(labels[0]!, Object.keys(properties))
  for (const { type, properties } of edges) note(type, Object.keys(properties))
  expect(held.size).toBeGreaterThan(8)
  for (const [word, keys] of held) {
    const known = new Set(propertiesOf(word))
    expect([
      word,
      [...keys].filter((key) => !known.has(key) && !HIDDEN.includes(key) && key !== 'id'),
    ]).toEqual([word, []])
    expect([word, [...known].filter((key) => !keys.has(key))]).toEqual([word, []])
  }
}, 120_000)
