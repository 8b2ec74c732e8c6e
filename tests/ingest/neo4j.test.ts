/** Articles read into a Neo4j that another program writes into. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestPaths } from '../../ingest/run.ts'
import { digestOfStore } from '../../store/digest.ts'
import { openStore } from '../../store/open.ts'
import type { GraphStore } from '../../store/store.ts'
import { type Server, testServers, VERSIONS } from '../neo4j/start.ts'
import { addressOf, endAll, startProgram } from '../server/program.ts'

const SAMPLES = join(import.meta.dirname, '../../samples')
const folder = mkdtempSync(join(tmpdir(), 'quanmai-ingest-neo4j-'))
const [found] = testServers([VERSIONS[0]!])

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

  it('is left to the program that writes into it', async () => {
    const one = await open()
    await read(one)
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
})
