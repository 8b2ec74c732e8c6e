import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Callers } from '../../server/security.ts'
import { quiet, type Server, serverWithFixture } from './ask.ts'

let server: Server
let folder: string
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  server = await serverWithFixture()
  folder = mkdtempSync(join(tmpdir(), 'quanmai-page-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(folder, 'dist/assets/main-abc.js'), 'export {}')
  app = createApp({
    store: server.store,
    savedQueries: [],
    version: '0',
    log: quiet,
    webRoot: join(folder, 'dist'),
  })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('over HTTP', () => {
  it.each(['/', '/api/status', '/api/nothing'])(
    '%s carries the headers that keep a page safe',
    async (path) => {
      const { headers } = await app.request(path)
      const policy = headers.get('content-security-policy')!
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("worker-src 'self' blob:")
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  it.each([
    ['http://localhost:5178/api/status', 200],
    ['http://127.0.0.1:5178/api/status', 200],
    ['http://[::1]:5178/api/status', 200],
    ['http://evil.example/api/status', 421],
    ['http://127.0.0.1.evil.example/api/status', 421],
    ['http://localhost.evil.example/', 421],
  ])('asked as %s answers %i', async (address, status) => {
    expect((await app.request(address)).status).toBe(status)
  })

  const called = async (host: string, callers: Callers) => {
    const own = createApp({ store: server.store, savedQueries: [], version: '0', log: quiet, callers })
    const response = await own.request(`http://${host}:5178/api/status`)
    return { status: response.status, body: await response.json() }
  }
  it.each([
    ['192.168.1.20', 200],
    ['[fe80::1]', 200],
    ['quanmai', 200],
    ['office-pc.local', 200],
    ['host.docker.internal', 200],
    ['localhost', 200],
    ['graph.example', 421],
    ['192.168.1.20.evil.example', 421],
    ['evil.local.example', 421],
    ['local', 200],
  ])('that others reach, called %s, answers %i', async (host, status) => {
    expect((await called(host, { shared: true })).status).toBe(status)
  })

  it('answers by the names that it is given, and says what to do about others', async () => {
    const callers = { hosts: ['Graph.example', 'other.example'], shared: true }
    for (const host of ['graph.example', 'other.example', 'graph.example.'])
      expect([host, (await called(host, callers)).status]).toEqual([host, 200])
    const { status, body } = await called('evil.example', callers)
    expect([status, body.error.code, body.error.hint]).toEqual([
      421,
      'foreign-host',
      'Open it by its address, or add the name to QUANMAI_HOSTS: docs/settings.md',
    ])
    // a proxy on this machine hands its own name on
    expect((await called('graph.example', { hosts: ['graph.example'] })).status).toBe(200)
    expect((await called('192.168.1.20', { hosts: ['graph.example'] })).status).toBe(421)
    expect((await called('泉脉.example', { hosts: ['泉脉.example'] })).status).toBe(200)
    expect((await called('any.example', { hosts: ['*'] })).status).toBe(200)
  })

  it('lets no other site read: a preflight gets no permission', async () => {
    const response = await app.request('/api/cypher', {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    })
    expect([response.ok, response.headers.get('access-control-allow-origin')]).toEqual([false, null])
  })

  it('serves the page and nothing beside it', async () => {
    expect(await (await app.request('/')).text()).toContain('<title>page</title>')
    expect((await app.request('/assets/main-abc.js')).headers.get('cache-control')).toContain('immutable')
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
    ])
      expect(await (await app.request(path)).text()).not.toBe('secret')
    for (const path of ['/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt'])
      expect((await app.request(path)).status).toBe(404)
  })

  it('treats what is searched for as text', async () => {
    const response = await app.request(`/api/search?q=${encodeURIComponent('<script>alert(1)</script>')}`)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toEqual({ hits: [], articles: [], queries: [], ownQueries: [] })
  })
})
