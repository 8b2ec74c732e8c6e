/** One graph that is written from two places, each with a shelf of its own: what the other wrote is never lost. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeArticle, textOf } from '../../bench/corpus.ts'
import { type IngestOptions, ingestPaths } from '../../ingest/run.ts'
import { digestOfStore } from '../../store/digest.ts'
import { openStore } from '../../store/open.ts'
import type { GraphStore } from '../../store/store.ts'
import { atWrite } from './nth-write.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanmai-others-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, i: number) => writeFileSync(join(folder, path), textOf(makeArticle(i, 4)))
for (const [at, path] of ['ours', 'theirs'].entries()) {
  mkdirSync(join(folder, path))
  for (const i of [0, 1, 2]) write(`${path}/${i}.txt`, at * 10 + i)
}

/** The store as it is, but that it goes away at the write of this number. */
const failing = (store: GraphStore, at: number) => atWrite(store, at, () => Promise.reject(new Error('gone')))

const run = (store: GraphStore, path: 'ours' | 'theirs', shelf: string, options: IngestOptions = {}) =>
  ingestPaths(store, [join(folder, path)], { workers: 0, shelf: join(folder, shelf), ...options })

it.each([1, 2, 3])(
  'keeps what others wrote after a run that was cut off at its write %i, and takes out what that run would have',
  async (at) => {
    const changeOurs = () => {
      rmSync(join(folder, 'ours/0.txt'))
      write('ours/3.txt', 3)
    }
    const apart = await openStore(`embedded:${join(folder, `apart-${at}`)}`, {})
    const store = await openStore(`embedded:${join(folder, `one-${at}`)}`, {})
    write('ours/0.txt', 0)
    await run(store, 'ours', `ours-${at}`)
    changeOurs()
    await expect(run(failing(store, at), 'ours', `ours-${at}`, { removeGone: true })).rejects.toThrow('gone')
    await run(store, 'theirs', `theirs-${at}`)
    await run(store, 'ours', `ours-${at}`, { removeGone: true })

    await run(apart, 'ours', `apart-shelf-${at}`)
    await run(apart, 'theirs', `apart-shelf-${at}`)
    expect(await digestOfStore(store)).toBe(await digestOfStore(apart))

    const again = await run(store, 'ours', `ours-${at}`)
    expect([again.articles, again.graph.nodes.put + again.graph.edges.put]).toEqual([6, 0])
    await Promise.all([apart.close(), store.close()])
  },
  120_000,
)
