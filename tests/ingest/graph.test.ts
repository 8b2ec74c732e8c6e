import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractionsOf } from '../../ingest/extraction.ts'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { annotate } from '../../ingest/pipeline.ts'
import { project } from '../../ingest/project.ts'
import { ingestPaths, readAll } from '../../ingest/run.ts'
import { openTagger } from '../../ingest/tagger.ts'
import { withoutQuotes } from '../../model/names.ts'
import { relationAllows } from '../../model/ontology.ts'
import { digestOfStore } from '../../store/digest.ts'
import { openStore } from '../../store/open.ts'
import type { GraphStore } from '../../store/store.ts'
import { hasGold, SHARED } from './gold.ts'

const SAMPLES = join(import.meta.dirname, '../../samples')
const tagger = openTagger()
const annotated = async (...paths: string[]) =>
  (await readAll(paths)).raws.map((raw) => annotate(raw, tagger))

describe('the graph of the samples', { timeout: 120_000 }, () => {
  it('is the same in any order of the articles', async () => {
    const articles = await annotated(SAMPLES)
    const turned = [...articles].reverse()
    expect(project(turned, linkCorpus(turned))).toEqual(project(articles, linkCorpus(articles)))
  })

  it('holds only what the ontology allows, each with its sentence', async () => {
    const articles = await annotated(SAMPLES)
    const { nodes, edges } = project(articles, linkCorpus(articles))
    const typeOf = new Map(nodes.map((n) => [n.id, n.properties.type as never]))
    const ids = new Set(nodes.map((n) => n.id))
    const stated = edges.filter((e) => Array.isArray(e.properties.evidence))
    expect(stated.length).toBeGreaterThan(50)
    expect(
      stated
        .filter((e) => !relationAllows(e.type as never, typeOf.get(e.from)!, typeOf.get(e.to)!))
        .map((e) => e.id),
    ).toEqual([])
    expect(
      stated.filter((e) => (e.properties.evidence as string[]).some((s) => !ids.has(s))).map((e) => e.id),
    ).toEqual([])
    expect(
      stated
        .filter((e) => e.properties.sentenceCount !== (e.properties.evidence as string[]).length)
        .map((e) => e.id),
    ).toEqual([])
  })

  it('calls nothing by its own name once more, in quotes or without', async () => {
    const articles = await annotated(SAMPLES)
    const { nodes } = project(articles, linkCorpus(articles))
    const named = nodes.flatMap(({ properties: { name, aliases } }) =>
      Array.isArray(aliases) ? [[String(name), ...aliases.map(String)].map(withoutQuotes)] : [],
    )
    expect(named.filter((forms) => forms.length > 1).length).toBeGreaterThan(20)
    expect(named.filter((forms) => new Set(forms).size < forms.length)).toEqual([])
  })

  it('gives spans that are the surface forms', async () => {
    const articles = await annotated(SAMPLES)
    for (const line of extractionsOf(articles, linkCorpus(articles))) {
      for (const m of line.entities.flatMap((e) => e.mentions))
        expect(line.article.text.slice(m.start, m.end)).toBe(m.text)
    }
  })
})

describe('ingesting', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-ingest-'))
  let store: GraphStore
  const file = (name: string, text: string | Uint8Array) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  beforeAll(async () => {
    store = await openStore(`embedded:${join(folder, 'graph')}`, {})
  })
  afterAll(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const total = async (label: string) =>
    (await store.ask(`MATCH (n:${label}) RETURN count(n) AS n`)).rows[0]![0]

  it('changes nothing the second time', async () => {
    await ingestPaths(store, [SAMPLES])
    const digest = await digestOfStore(store)
    const again = await ingestPaths(store, [SAMPLES])
    expect([again.graph.nodes.put, again.graph.edges.put, again.graph.nodes.removed]).toEqual([0, 0, 0])
    expect(await digestOfStore(store)).toBe(digest)
  })

  it('replaces what a changed file said', async () => {
    const articles = Number(await total('Article'))
    const path = file('one.txt', '河畔新城产业园开工\n今天,河畔新城产业园开工建设。')
    await ingestPaths(store, [path])
    expect(await total('Article')).toBe(articles + 1)
    file('one.txt', '远山科技园开工\n今天,远山科技园开工建设。')
    expect((await ingestPaths(store, [path])).replaced).toBe(1)
    expect(await total('Article')).toBe(articles + 1)
    expect((await store.ask("MATCH (n:Entity) WHERE n.name CONTAINS '河畔新城' RETURN n")).rows).toEqual([])
  })

  it('tells what it can not read and reads the rest', async () => {
    const paths = [
      file('empty.txt', ''),
      file('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0, 7])),
      join(folder, 'nowhere.txt'),
      file('good.txt', '青石产业园投用\n青石产业园今天投入使用。'),
    ]
    const { read, failures } = await ingestPaths(store, paths)
    expect(read).toBe(1)
    expect(failures.map(({ message }) => message)).toEqual([
      'is empty.',
      'is not a text file.',
      'does not exist.',
    ])
  })

  it.each([
    [
      'gb18030.txt',
      Buffer.from([
        0xd6, 0xd0, 0xd1, 0xeb, 0xbb, 0xee, 0xc1, 0xa6, 0xc7, 0xf8, 0xbd, 0xa8, 0xc9, 0xe8, 0xd4, 0xda, 0xbc,
        0xd3, 0xbf, 0xec,
      ]),
    ],
    ['utf16.txt', Buffer.from('\ufeff中央活力区建设在加快', 'utf16le')],
    ['utf8.txt', Buffer.from('中央活力区建设在加快')],
  ])('reads %s', async (name, bytes) => {
    const { raws } = await readAll([file(name, bytes)])
    expect(raws[0]!.text.replace('\ufeff', '')).toBe('中央活力区建设在加快')
  })

  it('reads a saved page without its navigation', async () => {
    const body = '<p>今天,青石产业园开工建设,总投资约十二亿元,建成以后将引进多家企业。</p>'.repeat(4)
    const page = `<html><head><title>青石产业园开工_示例网</title></head><body><nav>首页 | 新闻</nav><h1>青石产业园开工</h1><div>来源:示例日报 发布时间:2024-05-06</div><article>${body}</article></body></html>`
    const { raws } = await readAll([file('page.html', page)])
    expect(raws[0]).toMatchObject({ title: '青石产业园开工', date: '2024-05-06', source: '示例日报' })
    expect(raws[0]!.text).not.toContain('首页')
    expect(raws[0]!.text).toContain('总投资约十二亿元')
  })

  it('reads records by their usual columns', async () => {
    const { raws } = await readAll([
      file(
        'a.jsonl',
        '{"标题":"甲","正文":"甲园开工。","日期":"2024-01-02"}\n{"title":"乙","content":"乙园开工。"}\n',
      ),
      file('b.csv', '标题,正文\n丙,"丙园,""开工""。"\n'),
    ])
    expect(raws.map(({ title, text }) => [title, text])).toEqual([
      ['甲', '甲园开工。'],
      ['乙', '乙园开工。'],
      ['丙', '丙园,"开工"。'],
    ])
  })
})

describe.skipIf(!hasGold)('the seeds (skipped where ../shared is missing)', () => {
  it('say what they must, each with its sentence', async () => {
    const articles = await annotated(join(SHARED, 'seeds'))
    const links = linkCorpus(articles)
    const lines = extractionsOf(articles, links)
    const said = new Set(
      lines.flatMap((line) => {
        const name = new Map(line.entities.map((e) => [e.id, [e.name, ...e.aliases]]))
        const forms = (id: string) => name.get(id) ?? []
        return [...line.relations, ...line.serves].flatMap((r) =>
          r.evidence.length === 0
            ? []
            : forms(r.head).flatMap((h) => forms(r.tail).map((t) => `${h} ${r.type} ${t}`)),
        )
      }),
    )
    const zones = ['山东能源互联网产业集聚区', '济南中央活力区', '济南中央商埠区']
    const wanted = [
      ...zones.map((zone) => `市中区 ADVANCES ${zone}`),
      '玲珑轮胎研发科创基地 AFFILIATED_WITH 玲珑轮胎',
      '山东大学国家大学科技园 AFFILIATED_WITH 山东大学',
      '林萍萍 WORKS_FOR 山东未来网络研究院',
      '中博领创时代 SERVES 济南中央活力区',
      ...['玲珑轮胎', '山东大学创新药物研究院', '中石油'].flatMap((who) =>
        zones.map((zone) => `${who} SERVES ${zone}`),
      ),
    ]
    expect(wanted.filter((fact) => !said.has(fact))).toEqual([])
  })
})
