import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { linkCorpus } from '../../ingest/link/corpus.ts'
import { annotate } from '../../ingest/pipeline.ts'
import { project } from '../../ingest/project.ts'
import { readAll } from '../../ingest/run.ts'
import { openTagger } from '../../ingest/tagger.ts'
import type { GraphResponse, StatusResponse } from '../../model/api.ts'
import { digestOfGraph, digestOfStore } from '../../store/digest.ts'
import { openStore } from '../../store/open.ts'
import { addressOf, endAll, heard, startProgram } from './program.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'quanmai-start-'))
const STORE = `embedded:${join(folder, 'graph')}`
const start = (settings: Record<string, string>) =>
  startProgram('server/main.ts', { QUANMAI_STORE: STORE, ...settings })

afterAll(() => {
  endAll()
  rmSync(folder, { recursive: true, force: true })
})

describe('npm start', () => {
  it('reads the samples, serves page and API, refuses a second start, and closes cleanly', async () => {
    const first = start({})
    const address = await addressOf(first)
    const { subgraph } = (await (await fetch(`${address}/api/graph`)).json()) as GraphResponse
    expect(subgraph.nodes.length).toBeGreaterThan(20)
    expect(await (await fetch(`${address}/`)).text()).toContain('<script type="module"')

    const second = start({})
    expect(await second.exit).toBe(1)
    expect(second.said()).toMatch(/^.* is in use by process \d+\. .*QUANMAI_STORE.*$/m)

    first.child.kill('SIGTERM')
    expect(await first.exit).toBe(0)
    expect(existsSync(join(folder, 'graph.lock'))).toBe(false)
  }, 120_000)

  it('says where settings stand, rather than passing over what it is given', async () => {
    const program = startProgram('server/main.ts', { QUANMAI_STORE: STORE }, ['--port', '4711'])
    expect(await program.exit).toBe(1)
    expect(program.said()).toMatch(/^.* given --port 4711\. .*PORT=8080.*docs\/settings\.md$/m)
  }, 120_000)

  it('finds its graph again, and takes a free port where its own is busy', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const again = start({ PORT: String(port) })
    const address = await addressOf(again)
    expect(again.said()).toContain(`Port ${port} is busy`)
    expect(again.said()).not.toContain('reading the samples')
    const status = (await (await fetch(`${address}/api/status`)).json()) as StatusResponse
    expect(status.articles).toBeGreaterThan(0)
    again.child.kill('SIGINT')
    expect(await again.exit).toBe(0)
    other.close()
  }, 120_000)

  it.each([0, 120])(
    'mends what a kill in the middle of the first start left (%i ms)',
    async (later) => {
      const store = `embedded:${join(folder, `killed-${later}`)}`
      const first = start({ QUANMAI_STORE: store })
      await heard(first, /^understanding 16\/16/m)
      await new Promise((resolve) => setTimeout(resolve, later))
      process.kill(-first.child.pid!, 'SIGKILL')
      await first.exit

      const second = start({ QUANMAI_STORE: store })
      await addressOf(second)
      second.child.kill('SIGTERM')
      expect(await second.exit).toBe(0)

      const tagger = openTagger()
      const articles = (await readAll([join(ROOT, 'samples')])).raws
        .map((raw) => annotate(raw, tagger))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
      const graph = await openStore(store, {})
      expect(await digestOfStore(graph)).toBe(digestOfGraph(project(articles, linkCorpus(articles))))
      await graph.close()
    },
    120_000,
  )

  it('names a setting that is wrong', async () => {
    const wrong = start({ PORT: 'eighty' })
    expect(await wrong.exit).toBe(1)
    expect(wrong.said()).toMatch(/^PORT must be a whole number\. All settings: docs\/settings\.md$/m)
  }, 60_000)

  it('says in one line which setting to look at where Neo4j does not answer', async () => {
    const lost = start({ QUANMAI_STORE: 'bolt://127.0.0.1:1' })
    expect(await lost.exit).toBe(1)
    expect(lost.said().trim().split('\n')).toEqual([
      expect.stringMatching(
        /^Can't reach Neo4j at bolt:\/\/127\.0\.0\.1:1: .*ECONNREFUSED.* Check QUANMAI_STORE/,
      ),
    ])
  }, 60_000)
})
