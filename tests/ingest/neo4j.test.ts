/** Articles read into a Neo4j that dies, is taken by another program, or may not be written to. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestPaths } from '../../ingest/run.ts'
import { digestOfStore } from '../../store/digest.ts'
import { openStore } from '../../store/open.ts'
import type { GraphStore } from '../../store/store.ts'
import type { Server } from '../neo4j/server.ts'
import { testServers, VERSIONS } from '../neo4j/start.ts'
import { addressOf, endAll, startProgram } from '../server/program.ts'
import { atWrite } from './nth-write.ts'

const SAMPLES = join(import.meta.dirname, '../../samples')
const folder = mkdtempSync(join(tmpdir(), 'quanmai-ingest-neo4j-'))
const [found] = testServers([VERSIONS[0]!])

/** The store, but that this happens once its write of this number has begun. */
const amid = (store: GraphStore, at: number, happens: () => Promise<void>) =>
  atWrite(store, at, async (write) => {
    const written = write()
    written.catch(() => {})
    await happens()
    await written
  })

describe.skipIf(found!.why)('reading into Neo4j', { timeout: 600_000 }, () => {
  let server: Server
  let undisturbed: string
  const ends: (() => Promise<unknown>)[] = []
  const open = async (patience = 500) => {
    const store = await openStore(server.uri, { password: server.password, patience })
    ends.unshift(() => store.close())
    return store
  }
  const shelf = join(folder, 'shelf')
  const read = (store: GraphStore, own = shelf) => ingestPaths(store, [SAMPLES], { workers: 0, shelf: own })
  const start = () =>
    startProgram('server/main.ts', { QUANMAI_STORE: server.uri, NEO4J_PASSWORD: server.password })

  beforeAll(async () => {
    const embedded = await openStore(`embedded:${join(folder, 'graph')}`, {})
    await read(embedded, join(folder, 'another'))
    undisturbed = await digestOfStore(embedded)
    await embedded.close()
    server = await found!.start()
    ends.unshift(() => server.stop())
  }, 400_000)
  afterAll(async () => {
    endAll()
    for (const end of ends) await end()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  it('that is killed amid a write gives the same graph when it is back', async ({ skip }) => {
    const { power } = server
    if (!power) return skip('this server is not ours to stop')
    const cutOff = read(amid(await open(), 3, () => power.cut()))
    await expect(cutOff).rejects.toMatchObject({
      code: 'store-unreachable',
      hint: expect.stringContaining('server runs'),
    })
    await power.on()
    const back = await open()
    await read(back)
    expect(await digestOfStore(back)).toBe(undisturbed)
  })

  it('that is killed and back at once is waited for', async ({ skip }) => {
    const { power } = server
    if (!power) return skip('this server is not ours to stop')
    const store = await open(60_000)
    await store.removeNodes((await store.read('article-digests')).map(({ id }) => String(id)))
    await read(
      amid(store, 2, () => power.on()),
      join(folder, 'new'),
    )
    expect(await digestOfStore(store)).toBe(undisturbed)
  })

  it('is left to the program that writes into it', async () => {
    const one = await open()
    const letGo = await one.hold()
    await expect(read(await open())).rejects.toMatchObject({
      code: 'store-in-use',
      hint: expect.stringContaining('Wait'),
    })
    const explorer = start()
    await addressOf(explorer)
    expect(explorer.said()).toContain('Another program is writing')
    explorer.child.kill('SIGTERM')
    expect(await explorer.exit).toBe(0)
    await letGo()
    expect(await digestOfStore(one)).toBe(undisturbed)
  })

  it('that may only be read is explored, and refuses articles by name of the settings', async ({ skip }) => {
    const { power } = server
    if (!power) return skip('this server is not ours to stop')
    await power.on({ readOnly: true })
    const store = await open()
    await expect(read(store)).rejects.toMatchObject({
      code: 'store-read-only',
      hint: expect.stringContaining('NEO4J_USERNAME'),
    })
    const explorer = start()
    const address = await addressOf(explorer)
    expect(((await (await fetch(`${address}/api/status`)).json()) as { articles: number }).articles).toBe(16)
    explorer.child.kill('SIGTERM')
    expect(await explorer.exit).toBe(0)
    expect(await digestOfStore(store)).toBe(undisturbed)
  })
})
