import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../model/errors.ts'
import { createApp } from '../../server/app.ts'
import { ApiError } from '../../web/requests/api.ts'
import { troubleIn } from '../../web/requests/trouble.ts'
import { ERRORS_ZH } from '../../web/words/errors.ts'
import { quiet, type Server, serverWithFixture } from './ask.ts'

let server: Server
beforeAll(async () => {
  server = await serverWithFixture()
})
afterAll(() => server.stop())

const post = (body: string, type = 'application/json') => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
})

async function failureOf(path: string, init?: RequestInit): Promise<[number, ErrorBody]> {
  const response = await server.app.request(path, init)
  return [response.status, (await response.json()) as ErrorBody]
}

describe('a request that fails', () => {
  it.each<[string, string, RequestInit?]>([
    ['/api/trace', 'from: is missing.'],
    ['/api/search?q=a&q=b', 'q: must be one text.'],
    ['/api/new?since=2021-02-30', 'since: must be a date: 2021, 2021-03 or 2021-03-15.'],
    ['/api/whole/period?from=2021-13&to=2021-12', 'from: must be a month: 2021-03.'],
    ['/api/whole/period?from=2021&to=2021-12', 'from: must be a month: 2021-03.'],
    [
      '/api/paths',
      'since: must be a date: 2021, 2021-03 or 2021-03-15.',
      post('{"ids":["e1","e2"],"since":"2021-04-31"}'),
    ],
    ['/api/subgraph', 'ids: must be a list.', post('{"ids":"e1"}')],
    ['/api/subgraph', 'body: must be an object {…}.', post('[]')],
  ])('%s says what it lacks: %s', async (path, message, init) => {
    expect((await failureOf(path, init))[1].error.message).toBe(message)
  })

  it.each<[string, number, string, RequestInit?]>([
    ['/api/search?limit=0', 400, 'bad-parameter'],
    ['/api/search?limit=many', 400, 'bad-parameter'],
    ['/api/search?types=Planet', 400, 'bad-parameter'],
    [`/api/search?q=${'a'.repeat(300)}`, 400, 'bad-parameter'],
    ['/api/entities/nobody', 404, 'not-found'],
    ['/api/entities/nobody/neighbours', 404, 'not-found'],
    ['/api/entities/e1/neighbours?direction=up', 400, 'bad-parameter'],
    ['/api/entities/nobody/evidence', 404, 'not-found'],
    ['/api/entities/e1/evidence?with=nobody', 404, 'not-found'],
    ['/api/entities/e1/evidence?type=LOVES', 400, 'bad-parameter'],
    ['/api/graph?focus=nobody', 404, 'not-found'],
    ['/api/graph?limit=-1', 400, 'bad-parameter'],
    ['/api/articles/nothing', 404, 'not-found'],
    ['/api/articles?offset=x', 400, 'bad-parameter'],
    ['/api/trace', 400, 'bad-parameter'],
    ['/api/trace?from=nobody', 404, 'not-found'],
    ['/api/trace?from=e1&to=nobody', 404, 'not-found'],
    ['/api/cypher', 404, 'no-such-route'],
    ['/api/cypher', 400, 'bad-request', post('{"query":')],
    ['/api/cypher', 400, 'bad-parameter', post('{}')],
    ['/api/cypher', 400, 'bad-parameter', post('{"query":"  "}')],
    [
      '/api/cypher',
      400,
      'bad-parameter',
      post(`{"query":"RETURN 1","parameters":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`),
    ],
    ['/api/cypher', 400, 'bad-parameter', post('{"query":"RETURN 1","limit":1e9}')],
    ['/api/cypher', 400, 'bad-parameter', post('{"query":"RETURN 1","parameters":[1]}')],
    ['/api/cypher', 400, 'cypher-syntax', post('{"query":"MATCH (n"}')],
    ['/api/cypher', 415, 'not-json', post('{"query":"RETURN 1"}', 'text/plain')],
    ['/api/cypher', 415, 'not-json', post('query=RETURN+1', 'application/x-www-form-urlencoded')],
    ['/api/cypher', 413, 'too-large', post(JSON.stringify({ query: 'x'.repeat(1_100_000) }))],
    ['/api/nothing', 404, 'no-such-route'],
    ['/api/status', 404, 'no-such-route', { method: 'DELETE' }],
    ['/nothing', 404, 'not-found'],
  ])('%s gives %i %s in the one shape', async (path, status, code, init) => {
    const [found, body] = await failureOf(path, init)
    expect([found, body.error.code]).toEqual([status, code])
    expect(Object.keys(body)).toEqual(['error'])
    expect(body.error.message).toMatch(/\S/)
    expect(
      Object.keys(body.error).filter(
        (key) => !['code', 'message', 'hint', 'position', 'values', 'quoted'].includes(key),
      ),
    ).toEqual([])
    const { said } = troubleIn('zh', new ApiError(body.error))
    expect(said).toMatch(/^(?=.*\p{Script=Han})(?!.*(?:[{}]|undefined|must|There is))/u)
    expect(troubleIn('en', new ApiError(body.error)).said).not.toMatch(/\p{Script=Han}/u)
  })

  it.each<[string, RequestInit | undefined, string]>([
    ['/api/entities/nobody', undefined, '没有这一项（实体 nobody）：数据可能重新读过了，按名称搜搜看。'],
    [`/api/search?q=${'a'.repeat(300)}`, undefined, '参数 q 太大或太长：最多 200。'],
    ['/api/cypher', post('{"query":"  "}'), '参数 query 太小或没填：至少 1。'],
    ['/api/search?types=Planet', undefined, '参数 types.0 的值不对。'],
    [
      '/api/cypher',
      post('{"query":"CREATE (n:Park)"}'),
      '查询只能读，不能改动数据；什么也没有改。文章用 npm run ingest 读入。',
    ],
    [
      '/api/cypher',
      post('{"query":"CALL dbms.listConfig()"}'),
      '这里不能调用过程 dbms.listConfig。请用 MATCH … RETURN 提问。',
    ],
    ['/api/nothing', undefined, '服务没有 GET /api/nothing 这个接口：页面和服务可能不是同一版，刷新试试。'],
  ])('%s is said in Chinese', async (path, init, said) => {
    const [, body] = await failureOf(path, init)
    expect(troubleIn('zh', new ApiError(body.error))).toEqual({ said, hint: '', quoted: '' })
  })

  it('keeps a database’s own words as they are, apart from ours', async () => {
    const [, { error }] = await failureOf('/api/cypher', post('{"query":"MATCH (n"}'))
    expect(error.quoted).toBe(error.message)
    const [zh, en] = (['zh', 'en'] as const).map((language) => troubleIn(language, new ApiError(error)))
    expect(zh).toEqual({ said: '数据库不接受这条查询。', hint: '', quoted: error.message })
    expect(en).toEqual({ said: 'The database does not accept the query.', hint: '', quoted: error.message })
  })

  it('names the parameter that is wrong', async () => {
    const [, body] = await failureOf('/api/search?limit=many')
    expect(body.error.message).toBe('limit: must be a whole number from 1 to 200.')
  })

  it('keeps to itself what nobody foresaw, and logs it', async () => {
    const logged: unknown[] = []
    const log = { ...quiet, error: (_: string, cause?: unknown) => logged.push(cause) }
    const app = createApp({ store: server.store, savedQueries: [], version: '0', log })
    app.get('/broken', () => {
      throw new Error('secret detail')
    })
    const response = await app.request('/broken')
    expect(response.status).toBe(500)
    const body = (await response.json()) as ErrorBody
    expect(body.error.code).toBe('internal')
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(logged.map(String)).toEqual(['Error: secret detail'])
  })
})

describe('docs/api.md', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8')

  it('names every code', () => {
    const codes = new Set(Object.keys(ERRORS_ZH).map((key) => key.split('/')[0]!))
    expect([...codes].filter((code) => !docs.includes(`\`${code}\``))).toEqual([])
  })

  it('names every route', () => {
    const routes = server.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(routes.length).toBeGreaterThan(10)
    expect([...new Set(routes)].filter((route) => !docs.includes(`\`${route}`))).toEqual([])
  })
})
