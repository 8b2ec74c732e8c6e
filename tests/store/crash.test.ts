/** The embedded store, killed in the middle of writing: what it said was stored is there, and nothing is half there. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../store/open.ts'
import { BATCH_NODES, batchOf } from './batches.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanmai-crash-'))
const path = join(folder, 'graph')
const address = `embedded:${path}`
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes from batch `first` on and kills, `later` ms after `count` batches were stored. @returns batches that were said to be stored */
async function writeAndKill(first: number, count: number, whole: boolean, later: number): Promise<number[]> {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, 'writer.ts'), path, String(first)],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, VITEST: '' } },
  )
  let said = ''
  let batches: number[] = []
  let stopping = false
  await new Promise<void>((resolve) => {
    const hear = (part: Buffer) => {
      said += part
      batches = [...said.matchAll(/^stored (\d+)$/gm)].map((m) => Number(m[1]))
      if (stopping || batches.length < count) return
      stopping = true
      // in the middle of the next batch; the whole group has the database's own process in it
      setTimeout(() => process.kill(whole ? -child.pid! : child.pid!, 'SIGKILL'), later)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => resolve())
  })
  expect(said).toMatch(/^open\n/)
  return batches
}

/** Batch → how many of its nodes and edges are in the graph. */
async function stored(): Promise<Map<number, { nodes: number; edges: number }>> {
  const store = await openStore(address, {})
  const counts = new Map<number, { nodes: number; edges: number }>()
  for (const kind of ['nodes', 'edges'] as const) {
    for await (const [id] of store.inventory(kind)) {
      const n = Number(/batch-(\d+)-/.exec(id)![1])
      if (!counts.has(n)) counts.set(n, { nodes: 0, edges: 0 })
      counts.get(n)![kind]++
    }
  }
  await store.close()
  return counts
}

describe('the embedded store, killed while it writes', () => {
  const told: number[] = []
  let next = 0
  // milliseconds after an answer, so that the blow falls on nodes as well as on edges
  it.each([
    ['process and database', true, 0],
    ['process and database', true, 11],
    ['process and database', true, 23],
    ['the process alone', false, 5],
    ['process and database', true, 37],
    ['the process alone', false, 17],
  ])(
    'keeps all that it said was stored: %s (%#)',
    async (_, whole, later) => {
      told.push(...(await writeAndKill(next, 3, whole, later)))
      const counts = await stored()
      const some = (n: number) => n !== 0 && n !== BATCH_NODES
      const partial = [...counts].filter(
        ([, { nodes, edges }]) => some(nodes) || some(edges) || edges > nodes,
      )
      expect(partial).toEqual([])
      const complete = { nodes: BATCH_NODES, edges: BATCH_NODES }
      expect(told.map((n) => [n, counts.get(n)])).toEqual(told.map((n) => [n, complete]))
      next = Math.max(...counts.keys()) + 1
    },
    120_000,
  )

  it('takes an interrupted batch again as if nothing had been', async () => {
    const store = await openStore(address, {})
    const { nodes, edges } = batchOf(next - 1)
    await store.putNodes(nodes)
    await store.putEdges(edges)
    await store.close()
    expect((await stored()).get(next - 1)).toEqual({ nodes: BATCH_NODES, edges: BATCH_NODES })
  })
})
