/** A run that is killed at any moment and run again gives the graph of a run that was left alone. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeArticle, textOf } from '../../bench/corpus.ts'
import { digestOfStore } from '../../store/digest.ts'
import { openStore } from '../../store/open.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'quanmai-resume-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As many kills one after the other, side by side on graphs of their own. */
const [KILLS, GRAPHS] = [10, 2]
/** Articles that come, with one that changes and one that goes, before each run: so that every one has something to do. */
const MORE = 3

const corpusOf = (graph: string) => join(folder, `${graph}-files`)

function grow(graph: string, step: number): void {
  const file = (i: number) => join(corpusOf(graph), `${i}.txt`)
  mkdirSync(corpusOf(graph), { recursive: true })
  for (let i = step * MORE; i < (step + 1) * MORE; i++) writeFileSync(file(i), textOf(makeArticle(i, 5, 3)))
  if (step === 0) return
  writeFileSync(file(step), textOf(makeArticle(10_000 + step, 5, 3)))
  rmSync(file(step * MORE - 1))
}

interface Run {
  /** null where it was killed. */
  code: number | null
  /** To the shelf and the store; 0 where it was killed. */
  writes: number
}

function run(graph: string, doom: NodeJS.ProcessEnv = {}): Promise<Run> {
  const call = ['--import', 'tsx', 'tests/ingest/doomed.ts', corpusOf(graph), '--remove-gone']
  const child = spawn(process.execPath, call, {
    cwd: ROOT,
    detached: true,
    env: {
      ...process.env,
      ...doom,
      VITEST: '',
      QUANMAI_LLM_URL: '',
      QUANMAI_STORE: `embedded:${join(folder, graph)}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part) => {
    said += part
  })
  return new Promise((done) =>
    child.once('exit', (code) => done({ code, writes: Number(/^writes (\d+)$/m.exec(said)?.[1] ?? 0) })),
  )
}
const digest = async (name: string) => {
  const store = await openStore(`embedded:${join(folder, name)}`, {})
  const hash = await digestOfStore(store)
  await store.close()
  return hash
}

const WHEN = ['before', 'amid', 'after']

async function killAgainAndAgain(graph: string, first: number, writes: number): Promise<void> {
  for (let step = 0; step < KILLS; step++) {
    const kill = first + step
    grow(graph, step)
    const doomed = await run(graph, {
      // moments all over the run, by the golden ratio
      DOOM_AT: String(1 + Math.floor(((kill * 0.618_034) % 1) * writes)),
      DOOM_WHEN: WHEN[kill % 3],
      DOOM_WHOM: step % 2 === 0 ? 'it' : 'all',
    })
    expect([graph, step, doomed.code]).toEqual([graph, step, null])
  }
  expect((await run(graph)).code).toBe(0)
}

it(`gives the same graph after ${KILLS * GRAPHS} kills`, async () => {
  grow('undisturbed', 0)
  const { code, writes } = await run('undisturbed')
  expect(code).toBe(0)
  expect(writes).toBeGreaterThan(KILLS * GRAPHS)
  const graphs = Array.from({ length: GRAPHS }, (_, i) => `killed-${i}`)
  await Promise.all(graphs.map((graph, i) => killAgainAndAgain(graph, i * KILLS, writes)))
  for (let step = 1; step < KILLS; step++) grow('undisturbed', step)
  expect((await run('undisturbed')).code).toBe(0)
  const expected = await digest('undisturbed')
  for (const graph of graphs) expect([graph, await digest(graph)]).toEqual([graph, expected])
}, 900_000)
