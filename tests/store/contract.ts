/** What every store must do; run on each adapter. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { annotate } from '../../ingest/pipeline.ts'
import { project } from '../../ingest/project.ts'
import { ingestPaths, readAll } from '../../ingest/run.ts'
import { openTagger } from '../../ingest/tagger.ts'
import type { CypherEdge, CypherNode } from '../../model/graph.ts'
import { digestOfGraph, digestOfStore } from '../../store/digest.ts'
import { savedQueries } from '../../store/queries.ts'
import type { GraphStore } from '../../store/store.ts'
import { inventoryOf, syncGraph } from '../../store/sync.ts'
import { hasGold, SHARED } from '../ingest/gold.ts'
import { district } from './fixture.ts'
import { QUESTIONS } from './questions.ts'

const PATHS = [join(import.meta.dirname, '../../samples'), ...(hasGold ? [join(SHARED, 'seeds')] : [])]
const all = { nodes: { put: 9, removed: 0, unchanged: 0 }, edges: { put: 11, removed: 0, unchanged: 0 } }
const none = { nodes: { put: 0, removed: 0, unchanged: 9 }, edges: { put: 0, removed: 0, unchanged: 11 } }

/** The digest of the district, the same wherever it is stored. */
export const DISTRICT_DIGEST = '900c9ac07005fd5eea35c19545ab81e7ccc341d5b24ffc438f1a1777d021276e'

export function storeContract(
  name: string,
  open: () => Promise<GraphStore>,
  end: () => Promise<void> = async () => {},
): void {
  describe(`the store ${name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await open()
      await store.prepare()
      await store.removeNodes([...(await inventoryOf(store, 'nodes')).keys()])
    }, 180_000)
    afterAll(async () => {
      await store?.close()
      await end()
    })
    const codeOf = (query: string, options = {}) =>
      store.ask(query, {}, options).then(
        () => 'answered',
        (error) => error.code,
      )

    it('writes what differs and nothing the second time', async () => {
      expect(await syncGraph(store, district)).toEqual(all)
      expect(await syncGraph(store, district)).toEqual(none)
    })

    it('has one writer at a time', async () => {
      const letGo = await store.hold()
      const another = async () => {
        const other = await open()
        try {
          await (await other.hold())()
        } finally {
          await other.close()
        }
      }
      await expect(another()).rejects.toMatchObject({ code: 'store-in-use', hint: expect.anything() })
      await letGo()
      await (await store.hold())()
      expect(await syncGraph(store, district)).toEqual(none)
    }, 60_000)

    it('gives back what was put', async () => {
      const nodes = []
      for await (const node of store.exportNodes()) nodes.push(node)
      const park = district.nodes.find((n) => n.id === 'park-1')!
      const { reasons: _, ...kept } = park.properties
      expect(nodes.find((n) => n.id === 'park-1')).toMatchObject({
        id: 'park-1',
        labels: ['Entity', 'Park'],
        properties: kept,
      })
      expect(nodes).toHaveLength(district.nodes.length)
    })

    it('has one digest for one content', async () => {
      expect(await digestOfStore(store)).toBe(DISTRICT_DIGEST)
    })

    it.each(QUESTIONS)('answers %s', async (_, query, rows, parameters) => {
      expect((await store.ask(query, parameters)).rows).toEqual(rows)
    })

    it('names nodes and edges by our ids', async () => {
      const { rows } = await store.ask('MATCH (a:Park)-[r:SERVES]->(b) RETURN a, r, b')
      const [a, r] = rows[0] as [CypherNode, CypherEdge]
      expect([a.id, r.id, r.from, r.to]).toEqual([
        'park-1',
        'SERVES:park-1:strategy-1',
        'park-1',
        'strategy-1',
      ])
      expect(a.properties).not.toHaveProperty('digest')
    })

    it.each(savedQueries().map((q) => [q.name, q] as const))('runs the saved query %s', async (_, query) => {
      const filled = Object.fromEntries(
        query.parameters.map(({ name, type, default: usual = '' }) => [
          name,
          type === 'entity' ? 'park-1' : type === 'string' ? usual : Number(usual),
        ]),
      )
      expect((await store.ask(query.text, filled)).columns.length).toBeGreaterThanOrEqual(0)
    })

    it.each([
      ['CREATE (n:Foo)', 'cypher-writes'],
      ['MATCH (n:Park) SET n.name = "x"', 'cypher-writes'],
      ['MATCH (n) DETACH DELETE n', 'cypher-writes'],
      ['MATCH (n:Park) DELETE n', 'cypher-writes'],
      ["LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line", 'cypher-forbidden'],
      ['CREATE INDEX foo FOR (n:Foo) ON (n.x)', 'cypher-forbidden'],
      ['SHOW USERS', 'cypher-forbidden'],
      ['CALL dbms.listConfig()', 'cypher-forbidden'],
      ['MATCH (n', 'cypher-syntax'],
    ])('refuses %s', async (query, code) => {
      expect(await codeOf(query)).toBe(code)
      expect(await syncGraph(store, district)).toEqual(none)
    })

    it('says where a query is wrong', async () => {
      await expect(store.ask('MATCH (n)\nRETRUN n')).rejects.toMatchObject({
        code: 'cypher-syntax',
        position: { line: 2 },
      })
    })

    it('cuts at the limit and says so', async () => {
      const { rows, truncated } = await store.ask('MATCH (n:Entity) RETURN n.id AS id', {}, { limit: 2 })
      expect([rows.length, truncated]).toEqual([2, true])
    })

    it('stops what takes too long and answers the next question', async () => {
      const endless =
        'UNWIND range(1, 200000) AS a UNWIND range(1, 200000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n'
      expect(await codeOf(endless, { timeout: 1_000 })).toBe('query-timeout')
      expect((await store.ask('RETURN 1 AS one')).rows).toEqual([[1]])
    }, 60_000)

    it('answers others while a query runs, and those whom its end meets under way', async () => {
      const endless =
        'UNWIND range(1, 200000) AS a UNWIND range(1, 200000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n'
      let stopped = false
      const code = codeOf(endless, { timeout: 3_000 }).finally(() => {
        stopped = true
      })
      let beside = 0
      while (!stopped) {
        const [row] = await store.read('counts')
        expect(row).toMatchObject({ entities: 5 })
        if (!stopped) beside++
      }
      expect(await code).toBe('query-timeout')
      expect(beside).toBeGreaterThan(1)
    }, 60_000)

    it('stops what is cancelled', async () => {
      const control = new AbortController()
      setTimeout(() => control.abort(), 500)
      const endless =
        'UNWIND range(1, 200000) AS a UNWIND range(1, 200000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n'
      expect(await codeOf(endless, { timeout: 20_000, signal: control.signal })).toBe('query-cancelled')
    }, 60_000)

    it('holds the samples, and the seeds where they are, with the digest that they have everywhere', async () => {
      const { raws } = await readAll(PATHS)
      const tagger = openTagger()
      const articles = raws.map((raw) => annotate(raw, tagger)).sort((a, b) => (a.id < b.id ? -1 : 1))
      await syncGraph(store, { nodes: [], edges: [] })
      await ingestPaths(store, PATHS)
      expect(await digestOfStore(store)).toBe(digestOfGraph(project(articles, linkCorpus(articles))))
      await syncGraph(store, district)
    }, 120_000)

    it('takes out what is gone', async () => {
      const without = {
        nodes: district.nodes.filter((n) => n.id !== 'project-1'),
        edges: district.edges.filter((e) => e.from !== 'project-1'),
      }
      expect((await syncGraph(store, without)).nodes).toEqual({ put: 0, removed: 1, unchanged: 8 })
      expect((await syncGraph(store, district)).nodes).toEqual({ put: 1, removed: 0, unchanged: 8 })
    })
  })
}
