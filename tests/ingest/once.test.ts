/** Every article once: the same or nearly the same text in many files, files that change, go and come back. */
import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import * as OpenCC from 'opencc-js'
import { afterAll, describe, expect, it } from 'vitest'
import { makeArticle, textOf } from '../../bench/corpus.ts'
import { type IngestOptions, ingestPaths, removePaths } from '../../ingest/run.ts'
import { openTagger } from '../../ingest/tagger.ts'
import { digestOfStore } from '../../store/digest.ts'
import { openStore } from '../../store/open.ts'
import type { GraphStore } from '../../store/store.ts'
import { inventoryOf } from '../../store/sync.ts'
import { NOISE, pageOf } from './read/fixture.ts'

const home = mkdtempSync(join(tmpdir(), 'quanmai-once-'))
const tagger = openTagger()
const stores: GraphStore[] = []
afterAll(async () => {
  for (const store of stores) await store.close()
  rmSync(home, { recursive: true, force: true })
})

/** A folder of files and a graph of its own. */
async function place(name: string) {
  const folder = join(home, name)
  mkdirSync(join(folder, 'files'), { recursive: true })
  const store = await openStore(`embedded:${join(folder, 'graph')}`, {})
  stores.push(store)
  const options: IngestOptions = { tagger, workers: 0, shelf: join(folder, 'shelf') }
  return {
    store,
    folder: join(folder, 'files'),
    put: (file: string, text: string) => {
      mkdirSync(join(folder, 'files', file, '..'), { recursive: true })
      writeFileSync(join(folder, 'files', file), text)
    },
    drop: (file: string) => rmSync(join(folder, 'files', file)),
    run: (more: IngestOptions = {}, ...paths: string[]) =>
      ingestPaths(store, paths.length > 0 ? paths : [join(folder, 'files')], { ...options, ...more }),
    remove: (...paths: string[]) => removePaths(store, paths, options),
    digest: () => digestOfStore(store),
    ask: async (query: string) => (await store.ask(query)).rows,
  }
}
const text = (i: number) => textOf(makeArticle(i, 9))
const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' })

describe('reprints', { timeout: 120_000 }, () => {
  it('are one article with all its sources, counted once', async () => {
    const alone = await place('alone')
    alone.put('a.txt', text(0))
    await alone.run()
    const many = await place('many')
    const article = makeArticle(0, 9)
    many.put('a.txt', text(0))
    many.put('b/same.txt', text(0))
    many.put(
      'c-title.txt',
      textOf({ ...article, title: '一园区迎来新企业', source: '转载网', date: '2025-01-02' }),
    )
    many.put('d-cut.txt', text(0).slice(0, -25))
    many.put('e-traditional.txt', traditional(text(0)))
    many.put('f-notice.txt', `${text(0)}\n版权声明:未经授权不得转载。`)
    many.put('z-other.txt', text(1))
    const report = await many.run()
    expect([report.read, report.articles, report.folded]).toEqual([7, 2, 5])
    const [row] = await many.ask(
      'MATCH (a:Article) WHERE a.sourceCount > 1 RETURN a.sourceCount AS n, a.sourceFiles AS files, a.sourceNames AS names, a.date AS date',
    )
    expect(row).toEqual([
      6,
      ['a.txt', 'b/same.txt', 'd-cut.txt', 'e-traditional.txt', 'f-notice.txt', 'c-title.txt'],
      [...Array(5).fill(article.source), '转载网'],
      article.date,
    ])
    const mentions = 'MATCH (e:Entity) RETURN sum(e.mentionCount) AS n'
    many.drop('z-other.txt')
    await many.run({ removeGone: true })
    const [[one], [six]] = [(await alone.ask(mentions))[0]!, (await many.ask(mentions))[0]!]
    expect(six).toBe(one)
  })

  it('that come later, go and come back leave no trace of the way', async () => {
    const one = await place('later')
    one.put('a.txt', text(2).slice(0, -25))
    await one.run()
    one.put('b.txt', text(2))
    await one.run()
    const both = await one.digest()
    one.drop('b.txt')
    expect((await one.run({ removeGone: true })).gone).toEqual(['b.txt'])
    expect((await one.run()).articles).toBe(1)
    one.put('b.txt', text(2))
    await one.run()
    expect(await one.digest()).toBe(both)
    const fresh = await place('fresh')
    fresh.put('a.txt', text(2).slice(0, -25))
    fresh.put('b.txt', text(2))
    await fresh.run()
    expect(await fresh.digest()).toBe(both)
  })
})

describe('files', { timeout: 120_000 }, () => {
  it('that change replace just what they said', async () => {
    const one = await place('changed')
    for (let i = 0; i < 6; i++) one.put(`${i}.txt`, text(i))
    await one.run()
    one.put('3.txt', text(20))
    const report = await one.run()
    expect([report.unchanged, report.replaced, report.articles]).toEqual([5, 1, 6])
    const changed = await one.digest()
    const fresh = await place('changed-fresh')
    for (let i = 0; i < 6; i++) fresh.put(`${i}.txt`, i === 3 ? text(20) : text(i))
    await fresh.run()
    expect(await fresh.digest()).toBe(changed)
  })

  it('that are gone stay until they are taken out', async () => {
    const one = await place('gone')
    one.put('a.txt', text(0))
    await one.run()
    const before = await one.digest()
    one.put('b.txt', text(1))
    await one.run()
    one.drop('b.txt')
    const kept = await one.run()
    expect([kept.gone, kept.removed, kept.articles]).toEqual([['b.txt'], false, 2])
    expect((await one.remove(join(one.folder, 'b.txt'))).articles).toBe(1)
    expect(await one.digest()).toBe(before)
    expect((await one.remove('nothing.txt')).failures[0]!.code).toBe('file-unknown')
    expect((await one.remove(one.folder)).articles).toBe(0)
    expect(await one.ask('MATCH (n) RETURN count(n) AS n')).toEqual([[0]])
  })

  it('of the same name in two folders are two', async () => {
    const one = await place('two-folders')
    one.put('x/a.txt', text(0))
    one.put('y/a.txt', text(1))
    await one.run({}, join(one.folder, 'x'))
    expect((await one.run({}, join(one.folder, 'y'))).articles).toBe(2)
  })

  it('with rows: a row more is the only one that is understood', async () => {
    const one = await place('rows')
    const row = (i: number) => JSON.stringify({ title: makeArticle(i, 9).title, text: text(i) })
    one.put('a.jsonl', [0, 1, 2].map(row).join('\n'))
    await one.run()
    one.put('a.jsonl', [0, 1, 2, 3].map(row).join('\n'))
    const report = await one.run()
    expect([report.read, report.unchanged, report.articles]).toEqual([4, 3, 4])
    one.put('a.jsonl', [0].map(row).join('\n'))
    expect((await one.run()).articles).toBe(1)
  })

  it('that are as they were are not opened again, and are where they changed in the least', async () => {
    const one = await place('unopened')
    for (let i = 0; i < 4; i++) one.put(`${i}.txt`, text(i))
    const opened: string[] = []
    const real = fs.createReadStream
    fs.createReadStream = ((path: string, ...more: []) => {
      opened.push(basename(path))
      return real(path, ...more)
    }) as typeof real
    syncBuiltinESMExports()
    try {
      const run = async (later: number) => {
        opened.length = 0
        const { read, unchanged, replaced } = await one.run({ now: () => Date.now() + later })
        return [new Set(opened).size, read, unchanged, replaced]
      }
      // what has just been written may change once more without showing it
      expect(await run(-60_000)).toEqual([4, 4, 0, 0])
      expect(await run(-60_000)).toEqual([4, 4, 4, 0])
      expect(await run(60_000)).toEqual([4, 4, 4, 0])
      expect(await run(60_000)).toEqual([0, 4, 4, 0])
      const { atime, mtime } = fs.statSync(join(one.folder, '2.txt'))
      one.put('2.txt', text(2).replace('发布时间', '发表时间'))
      fs.utimesSync(join(one.folder, '2.txt'), atime, mtime)
      expect(await run(60_000)).toEqual([1, 4, 3, 1])
      expect(await run(60_000)).toEqual([0, 4, 4, 0])
      // named by itself it is the same file
      expect((await one.run({ now: () => Date.now() + 60_000 }, join(one.folder, '2.txt'))).unchanged).toBe(1)
    } finally {
      fs.createReadStream = real
      syncBuiltinESMExports()
    }
  })

  it('that can no longer be read keep what they said', async () => {
    const one = await place('unreadable')
    one.put('a.txt', text(0))
    await one.run()
    one.put('a.txt', '')
    const report = await one.run()
    expect([report.failures.map(({ code }) => code), report.articles]).toEqual([['file-empty'], 1])
  })

  const quoted = `"${text(0).replaceAll('"', '""')}"`
  it.each([
    ['a table without a text', 'a.csv', '编号,姓名\n1,无\n', `标题,正文\n甲,${quoted}\n`],
    [
      'a quote that does not end',
      'b.csv',
      `标题,正文\n甲,${quoted.slice(0, -1)}`,
      `标题,正文\n甲,${quoted}\n`,
    ],
    ['a broken line', 'a.jsonl', '{"text": ', `${JSON.stringify({ text: text(0) })}\n`],
    ['a broken list', 'a.json', '[', JSON.stringify([{ text: text(0) }])],
    ['nothing', 'a.txt', '', text(0)],
  ])('that could not be read at first are new when they can: %s', async (_, name, bad, good) => {
    const one = await place(`unread-${name}`)
    one.put(name, bad)
    const first = await one.run()
    expect([first.read, first.failures.length]).toEqual([0, 1])
    expect((await one.run()).failures.length).toBe(1)
    one.put(name, good)
    expect(await one.run()).toMatchObject({ read: 1, unchanged: 0, replaced: 0, failures: [] })
    one.put(name, bad)
    await one.run()
    // what was kept of it meanwhile is what it says again
    one.put(name, good)
    expect(await one.run()).toMatchObject({ read: 1, unchanged: 1, replaced: 0 })
  })

  it('that can be read in part only keep what they said beyond it', async () => {
    const one = await place('in-part')
    const row = (i: number, quote = '"') =>
      `${makeArticle(i, 9).title},"${text(i).replaceAll('"', '""')}${quote}\n`
    one.put('a.csv', `标题,正文\n${row(0)}${row(1)}${row(2)}`)
    await one.run()
    one.put('a.csv', `标题,正文\n${row(0)}${row(1, '')}`)
    const report = await one.run()
    expect([report.failures.map(({ code }) => code), report.articles]).toEqual([['file-table'], 3])
    one.put('a.csv', `标题,正文\n${row(0)}${row(1)}`)
    expect((await one.run()).articles).toBe(2)
  })
})

describe('the shelf', { timeout: 120_000 }, () => {
  it('lets a second run change nothing and write nothing', async () => {
    const one = await place('second')
    for (let i = 0; i < 30; i++) one.put(`${i}.txt`, text(i))
    await one.run()
    const digest = await one.digest()
    const again = await one.run()
    expect([again.read, again.unchanged]).toEqual([30, 30])
    expect(again.graph).toEqual({
      nodes: { put: 0, removed: 0, unchanged: 0 },
      edges: { put: 0, removed: 0, unchanged: 0 },
    })
    expect(await one.digest()).toBe(digest)
  })

  it('is made again from the graph where it is lost', async () => {
    const [one, kept] = [await place('lost'), await place('kept')]
    for (const { put, run } of [one, kept]) {
      for (let i = 0; i < 8; i++) put(`${i}.txt`, text(i))
      put('reprint.txt', text(3).slice(0, -25))
      await run()
    }
    const digest = await one.digest()
    rmSync(join(one.folder, '../shelf'), { recursive: true })
    const reports = []
    for (const { put, run, folder } of [one, kept]) {
      put('8.txt', text(8))
      reports.push(await run({}, join(folder, '8.txt')))
    }
    expect(reports.map((r) => r.articles)).toEqual([9, 9])
    const [written, alike] = reports.map(({ graph: { nodes, edges } }) =>
      [nodes, edges].map(({ put, removed }) => [put, removed]),
    )
    expect(written).toEqual(alike)
    expect(await one.digest()).toBe(await kept.digest())
    await one.remove('8.txt')
    expect(await one.digest()).toBe(digest)
    const again = await one.run({}, one.folder)
    expect([again.unchanged, again.articles]).toEqual([9, 9])
  })

  it('knows saved pages again with what stood round them', async () => {
    const one = await place('lost-pages')
    const page = (round: string) => pageOf(NOISE.none!).replace('<footer>', `<footer><p>${round}</p>`)
    one.put('a.html', page('责任编辑:林一舟'))
    one.put('b.html', page('责任编辑:周明远'))
    one.put('c.html', page('示例网站的其他栏目'))
    expect((await one.run()).folded).toBe(2)
    const digest = await one.digest()
    rmSync(join(one.folder, '../shelf'), { recursive: true })
    const again = await one.run()
    expect([again.unchanged, again.replaced, again.graph.nodes.put]).toEqual([3, 0, 0])
    expect(await one.digest()).toBe(digest)
    const [[editors]] = (await one.ask('MATCH (a:Article) RETURN a.editors AS editors')) as [[string[]]]
    expect(editors).toEqual(['林一舟'])
  })

  it('takes the graph for true where that was emptied', async () => {
    const one = await place('emptied')
    one.put('a.txt', text(0))
    await one.run()
    await one.store.removeNodes([...(await inventoryOf(one.store, 'nodes')).keys()])
    one.put('b.txt', text(1))
    expect((await one.run({}, join(one.folder, 'b.txt'))).articles).toBe(1)
  })

  it('gives the same graph with threads and without', async () => {
    const one = await place('threads')
    for (let i = 0; i < 160; i++) one.put(`${i}.txt`, text(i))
    await one.run()
    const alone = await one.digest()
    const many = await place('threads-two')
    for (let i = 0; i < 160; i++) many.put(`${i}.txt`, text(i))
    await ingestPaths(many.store, [many.folder], { workers: 2 })
    expect(await many.digest()).toBe(alone)
  })
})
