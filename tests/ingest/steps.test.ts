import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ahead } from '../../ingest/ahead.ts'
import { STEPS } from '../../ingest/pipeline.ts'
import { ingestPaths } from '../../ingest/run.ts'
import type { Reader } from '../../ingest/steps.ts'
import { openTagger } from '../../ingest/tagger.ts'
import { KnownError } from '../../model/errors.ts'
import { openStore } from '../../store/open.ts'
import type { GraphStore } from '../../store/store.ts'

describe('a run with a reader beside the rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-steps-'))
  const tagger = openTagger()
  let store: GraphStore
  beforeAll(async () => {
    store = await openStore(`embedded:${join(folder, 'graph')}`, {})
    for (const name of ['甲', '乙', '丙'])
      writeFileSync(join(folder, `${name}.txt`), `${name}川产业园开工\n今天,${name}川产业园开工建设。`)
  })
  afterAll(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Reads nothing but the word 今天, which no rule takes for a name. */
  const readerOf = (id: string, asked: string[], refuses = ''): Reader => ({
    id,
    ahead: 2,
    async stepsFor(article) {
      asked.push(article.file)
      if (article.file === refuses) return null
      return {
        ...STEPS,
        recognize: (segmented) => {
          const start = segmented.text.indexOf('今天')
          const sentence = segmented.sentences.findIndex((s) => s.start <= start && start < s.end)
          const mention = { start, end: start + 2, text: '今天', confidence: 1, rule: 'test', sentence }
          return { ...segmented, mentions: [{ ...mention, type: 'Event' as const }] }
        },
        relate: (linked) => ({ ...STEPS.relate(linked), readBy: id }),
      }
    },
  })
  const paths = ['甲', '乙', '丙'].map((name) => join(folder, `${name}.txt`))
  const run = (reader?: Reader | null) =>
    ingestPaths(store, paths, { tagger, ...(reader === undefined ? {} : { reader }) })
  const named = async (name: string) =>
    (await store.ask('MATCH (n:Entity {name: $name}) RETURN n.articleCount AS n', { name })).rows[0]?.[0] ?? 0

  it('takes its steps and reads again when the reader is another one', async () => {
    await run()
    expect([await named('甲川产业园'), await named('今天')]).toEqual([1, 0])
    const asked: string[] = []
    expect((await run(readerOf('one', asked))).unchanged).toBe(0)
    expect([await named('甲川产业园'), await named('今天')]).toEqual([0, 3])
    await run(readerOf('one', asked))
    expect(asked.length).toBe(3)
    await run(readerOf('two', asked))
    expect(asked.length).toBe(6)
  })

  it('leaves what a reader read where a run has no say in it, and takes it back where the rules alone shall read', async () => {
    expect((await run()).unchanged).toBe(3)
    expect(await named('今天')).toBe(3)
    expect((await run(null)).unchanged).toBe(0)
    expect([await named('甲川产业园'), await named('今天')]).toEqual([1, 0])
  })

  it('asks again for what it gave no steps for', async () => {
    const asked: string[] = []
    const refused = '乙.txt'
    await run(readerOf('one', asked, refused))
    expect([await named('乙川产业园'), await named('今天')]).toEqual([1, 2])
    await run(readerOf('one', asked))
    expect(asked.filter((file) => file === refused).length).toBe(2)
    expect(asked.length).toBe(4)
  })

  it('leaves the graph as it was where the reader can not go on', async () => {
    const reader: Reader = {
      id: 'three',
      ahead: 2,
      stepsFor: async () => Promise.reject(new KnownError('bad-setting', 'no.')),
    }
    await expect(run(reader)).rejects.toThrow('no.')
    expect(await named('今天')).toBe(3)
  })
})

describe('work ahead', () => {
  it('keeps the order and starts no more than it may', async () => {
    let [under, most] = [0, 0]
    const start = async (ms: number) => {
      most = Math.max(most, ++under)
      await new Promise((done) => setTimeout(done, ms))
      under--
      return ms
    }
    const out: number[] = []
    for await (const ms of ahead([9, 1, 7, 0, 3], 2, start)) out.push(ms)
    expect([out, most]).toEqual([[9, 1, 7, 0, 3], 2])
  })
})
