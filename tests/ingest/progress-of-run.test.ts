/** What a run tells of itself: every phase, and none as done while it still writes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeArticle, textOf } from '../../bench/corpus.ts'
import type { Progress } from '../../ingest/progress.ts'
import { ingestPaths } from '../../ingest/run.ts'
import { openStore } from '../../store/open.ts'
import type { GraphStore } from '../../store/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanmai-progress-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The store as it is, and what had been told when it was written to. */
function watched(store: GraphStore, onWrite: () => void): GraphStore {
  const writes = new Set<string | symbol>(['putNodes', 'putEdges', 'removeNodes', 'removeEdges'])
  return new Proxy(store, {
    get: (own, name) => {
      if (writes.has(name)) onWrite()
      const value = own[name as keyof GraphStore]
      return typeof value === 'function' ? value.bind(own) : value
    },
  })
}

it('tells of every phase in turn, to its end and not before', async () => {
  mkdirSync(join(folder, 'files'))
  for (let i = 0; i < 12; i++) writeFileSync(join(folder, 'files', `${i}.txt`), textOf(makeArticle(i, 3)))
  const told: Progress[] = []
  const early: Progress[] = []
  const store = await openStore(`embedded:${join(folder, 'graph')}`, {})
  const report = await ingestPaths(
    watched(store, () => {
      const last = told.at(-1)!
      if (['link', 'write', 'relate'].includes(last.phase) && last.done >= last.total) early.push(last)
    }),
    [join(folder, 'files')],
    { workers: 0, shelf: join(folder, 'shelf'), onProgress: (progress) => told.push(progress) },
  )
  await store.close()
  expect(early).toEqual([])
  const phases = [...new Set(told.map(({ phase }) => phase))]
  expect(phases).toEqual(['read', 'fold', 'understand', 'link', 'write', 'relate'])
  // a phase does not come back, goes up, and ends at its total, once
  for (const phase of phases) {
    const own = told.filter((progress) => progress.phase === phase)
    expect(told.slice(told.indexOf(own[0]!), told.indexOf(own.at(-1)!) + 1)).toEqual(own)
    expect(own.map(({ done }) => done)).toEqual([...own.map(({ done }) => done)].sort((a, b) => a - b))
    if (phase === 'read') continue
    expect(new Set(own.map(({ total }) => total)).size).toBe(1)
    expect(own.filter(({ done, total }) => done >= total)).toEqual([own.at(-1)])
  }
  const related = told.findLast(({ phase }) => phase === 'relate')!
  expect(related.total).toBeGreaterThan(20)
  expect(related.total).toBeLessThan(report.graph.edges.put)
}, 60_000)
