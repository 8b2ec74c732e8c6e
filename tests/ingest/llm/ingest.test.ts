import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Merge } from '../../../ingest/llm/merge.ts'
import { openReader } from '../../../ingest/llm/open.ts'
import { ingestPaths } from '../../../ingest/run.ts'
import { digestOfStore } from '../../../store/digest.ts'
import { openStore } from '../../../store/open.ts'
import type { GraphStore } from '../../../store/store.ts'
import { endAll, startProgram } from '../../server/program.ts'
import { answerOf, entitiesOf, relationOf } from './article.ts'
import { type ChatServer, openChatServer, refusal, said } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanmai-llm-ingest-'))
let server: ChatServer
beforeAll(async () => {
  server = await openChatServer()
  writeFileSync(join(folder, 'a.txt'), '河畔产业园开工\n今天,飞鱼智算入驻河畔产业园。')
  writeFileSync(join(folder, 'b.txt'), '远山科技园投用\n今天,云雀光电入驻远山科技园。')
})
beforeEach(() => {
  server.asked.length = 0
  server.answer(({ text }) => {
    const [, company, park] = /今天,(.+)入驻(.+)。/.exec(text)!
    return said(
      answerOf({
        entities: entitiesOf(`${company}|Company`, `${park}|Park`, '远洋集团|Company'),
        relations: [relationOf(`${company} LOCATED_IN ${park}`, `${company}入驻${park}`)],
      }),
    )
  })
})
afterAll(async () => {
  endAll()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})
const paths = [join(folder, 'a.txt'), join(folder, 'b.txt')]

describe('a graph read with a model', () => {
  let store: GraphStore
  beforeAll(async () => {
    store = await openStore(`embedded:${join(folder, 'graph')}`, {})
  })
  afterAll(() => store.close())

  const reader = (merge: Merge = 'fill') =>
    openReader({
      url: server.url,
      model: 'test-model',
      key: '',
      merge,
      cache: join(folder, 'cache'),
      concurrency: 2,
      timeout: 10_000,
      retries: 0,
      limits: { requests: 0, tokens: 0 },
      piece: 2_000,
      output: 1_000,
    })
  const companies = async () =>
    (
      await store.ask(
        'MATCH (c:Company)-[r:LOCATED_IN]->(p:Park) RETURN c.name AS c, p.name AS p, r.rules AS rules ORDER BY c',
      )
    ).rows

  it('shows what only the model said, under its rule, and the same the next time', async () => {
    const first = await ingestPaths(store, paths, { reader: reader() })
    expect(first.failures).toEqual([])
    const rows = await companies()
    expect(rows.map(([company, park]) => [company, park])).toEqual([
      ['云雀光电', '远山科技园'],
      ['飞鱼智算', '河畔产业园'],
    ])
    for (const [, , rules] of rows) expect(String(rules)).toContain('llm')
    expect((await store.ask("MATCH (n:Entity {name: '远洋集团'}) RETURN n.name AS n")).rows).toEqual([])
    const digest = await digestOfStore(store)
    const again = await ingestPaths(store, paths, { reader: reader() })
    expect([again.unchanged, server.asked.length]).toEqual([2, 2])
    expect(await digestOfStore(store)).toBe(digest)
  })

  it('is the rules’ graph again without it, and costs nothing to have back', async () => {
    const digest = await digestOfStore(store)
    await ingestPaths(store, paths, { reader: null })
    expect(String(await companies())).not.toContain('llm')
    await ingestPaths(store, [...paths].reverse(), { reader: reader() })
    expect(await digestOfStore(store)).toBe(digest)
    expect(server.asked).toEqual([])
  })

  it('is read anew where another says who wins, with the answers that are there', async () => {
    const model = reader('only')
    expect((await ingestPaths(store, paths, { reader: model })).unchanged).toBe(0)
    expect(model.report).toMatchObject({ requests: 0, cached: 2, articles: 2 })
  })
})

describe('npm run ingest with a model', { timeout: 180_000 }, () => {
  const run = async (words: string[], settings: Record<string, string> = {}) => {
    const program = startProgram(
      'ingest/main.ts',
      {
        QUANMAI_STORE: `embedded:${join(folder, 'cli-graph')}`,
        QUANMAI_LLM_URL: server.url,
        QUANMAI_LLM_MODEL: 'test-model',
        QUANMAI_LLM_CACHE: join(folder, 'cli-cache'),
        ...settings,
      },
      words,
    )
    return { status: await program.exit, said: program.said() }
  }

  it('prints what a model adds, and sends no more than docs/llm.md says', async () => {
    const { status, said: out } = await run(['extract', ...paths], { QUANMAI_LLM_KEY: 'k-1' })
    expect(status).toBe(0)
    expect(out).toContain('"name":"飞鱼智算"')
    expect(out).not.toContain('远洋集团')
    expect(out).toContain(
      'test-model: 2 articles read with it, 2 requests, 200 tokens, 0 answers from the cache',
    )
    const sent = JSON.stringify(server.asked.map(({ headers, body }) => [headers, body]))
    expect(sent).not.toContain(folder)
    expect(sent).not.toContain('a.txt')
    expect(Object.keys(server.asked[0]!.headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'sec-fetch-mode',
      'user-agent',
    ])
  })

  it('sends nothing where no address is set', async () => {
    const { status, said: out } = await run(['extract', ...paths], { QUANMAI_LLM_URL: '' })
    expect([status, server.asked]).toEqual([0, []])
    expect(out).not.toContain('test-model')
  })

  it('stops at its limit with a line, and goes on from there', async () => {
    const limits = {
      QUANMAI_LLM_CACHE: join(folder, 'limited-cache'),
      QUANMAI_LLM_MAX_REQUESTS: '1',
      QUANMAI_LLM_CONCURRENCY: '1',
    }
    const first = await run([...paths, '--json'], limits)
    expect(first.status).toBe(1)
    expect(first.said).toContain(
      'QUANMAI_LLM_MAX_REQUESTS reached: 1 requests made. 1 articles were read by the rules alone; the same call goes on from here.',
    )
    const second = await run([...paths, '--json'], limits)
    expect(second.status).toBe(0)
    const report = JSON.parse(second.said.split('\n').find((line) => line.startsWith('{'))!)
    expect(report).toMatchObject({ read: 2, unchanged: 1, llm: { requests: 1, articles: 1, unasked: 0 } })
  })

  it.each([
    [{ QUANMAI_LLM_MODEL: '' }, /^QUANMAI_LLM_MODEL must name a model where QUANMAI_LLM_URL is set\./m],
    [
      { QUANMAI_LLM_KEY: 'wrong', QUANMAI_LLM_MODEL: 'refused' },
      /^QUANMAI_LLM_KEY: .* answered 401: who are you/m,
    ],
  ])('names the setting that is wrong: %o', async (settings, message) => {
    server.answer(() => refusal(401, 'who are you'))
    const { status, said: out } = await run(paths, settings)
    expect(status).not.toBe(0)
    expect(out).toMatch(message)
    expect(out).not.toMatch(/at .*\.ts:\d/)
  })
})
