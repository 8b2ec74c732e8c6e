/** A run that is killed at any moment and run again gives the graph of a run that was left alone. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeArticle, textOf } from '../../bench/corpus.ts'
import { digestOfStore } from '../../store/digest.ts'
import { openStore } from '../../store/open.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'quanmai-resume-'))
const corpus = join(folder, 'corpus')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const KILLS = 20
/** Articles that come, and one that changes, before each run: so that every one has something to do. */
const MORE = 12

function grow(step: number): void {
  mkdirSync(corpus, { recursive: true })
  for (let i = step * MORE; i < (step + 1) * MORE; i++)
    writeFileSync(join(corpus, `${i}.txt`), textOf(makeArticle(i, 5)))
  if (step > 0) writeFileSync(join(corpus, `${step}.txt`), textOf(makeArticle(10_000 + step, 5)))
}

function start(store: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'ingest/main.ts', corpus], {
    cwd: ROOT,
    detached: true,
    env: {
      ...process.env,
      VITEST: '',
      QUANMAI_LLM_URL: '',
      QUANMAI_STORE: `embedded:${join(folder, store)}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}
const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode)
    else child.once('exit', (code) => done(code))
  })
const digest = async (name: string) => {
  const store = await openStore(`embedded:${join(folder, name)}`, {})
  const hash = await digestOfStore(store)
  await store.close()
  return hash
}

it(`gives the same graph after ${KILLS} kills`, async () => {
  grow(0)
  // how long a run takes here: from the first word of its progress to its end
  const first = start('timed')
  const heard = new Promise<number>((done) => first.stderr!.once('data', () => done(performance.now())))
  const began = await heard
  expect(await ended(first)).toBe(0)
  const span = performance.now() - began

  let cut = 0
  for (let kill = 0; kill < KILLS; kill++) {
    grow(kill)
    const child = start('killed')
    await new Promise<void>((done) => {
      child.stderr!.once('data', () => done())
      child.once('exit', () => done())
    })
    // moments all over the run, by the golden ratio
    await new Promise((done) => setTimeout(done, ((kill * 0.618_034) % 1) * span))
    if (child.exitCode === null) cut++
    // alone, or with the database's process
    process.kill(kill % 2 === 0 ? child.pid! : -child.pid!, 'SIGKILL')
    await ended(child)
  }
  expect(cut).toBeGreaterThan(KILLS / 2)
  expect(await ended(start('killed'))).toBe(0)
  expect(await ended(start('undisturbed'))).toBe(0)
  expect(await digest('killed')).toBe(await digest('undisturbed'))
}, 900_000)
