/**
 * `npx tsx bench/scale.ts --articles 10000`: a corpus of that many articles is read twice, as a user would; with
 * `--nowhere` without a database, to see what reading alone takes; with `--kills 20` a run is killed at that many moments and run again. Time, memory and digests are printed.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    sentences: { type: 'string', default: '7' },
    kills: { type: 'string', default: '0' },
    once: { type: 'boolean' },
    nowhere: { type: 'boolean' },
  },
})
const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'quanmai-scale-'))
const corpus = join(folder, 'corpus')

interface Run {
  seconds: number
  cpuSeconds: number
  /** Resident bytes of the reading process, of the database's process. */
  peakReading: number
  peakDatabase: number
  report: { read: number; unchanged: number; folded: number; articles: number; graph: unknown } | null
}

function start(store: string): ChildProcess {
  const program = values.nowhere
    ? ['bench/scale-reader.ts', corpus, join(folder, 'shelf')]
    : ['ingest/main.ts', corpus, '--json']
  return spawn(process.execPath, ['--import', 'tsx', ...program], {
    cwd: ROOT,
    env: { ...process.env, QUANMAI_STORE: `embedded:${join(folder, store)}`, QUANMAI_LLM_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function run(store: string): Promise<Run> {
  const began = performance.now()
  const child = start(store)
  const result: Run = { seconds: 0, cpuSeconds: 0, peakReading: 0, peakDatabase: 0, report: null }
  let out = ''
  child.stdout!.on('data', (chunk) => {
    out += chunk
  })
  const watch = setInterval(() => {
    const reading = statusOf(child.pid!)
    result.peakReading = Math.max(result.peakReading, reading.resident)
    let cpu = reading.cpu
    for (const pid of childrenOf(child.pid!)) {
      const inner = statusOf(pid)
      result.peakDatabase = Math.max(result.peakDatabase, inner.resident)
      cpu += inner.cpu
    }
    result.cpuSeconds = Math.max(result.cpuSeconds, cpu)
  }, 250)
  await new Promise((done) => child.once('exit', done))
  clearInterval(watch)
  result.seconds = (performance.now() - began) / 1000
  result.report = out ? JSON.parse(out) : null
  return result
}

function statusOf(pid: number): { resident: number; cpu: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    const resident = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
    return { resident, cpu: (Number(stat[11]) + Number(stat[12])) / 100 }
  } catch {
    return { resident: 0, cpu: 0 }
  }
}

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]) === parent
      } catch {
        return false
      }
    })

const digestOf = (store: string): string =>
  execFileSync(process.execPath, ['--import', 'tsx', 'store/main.ts', 'digest'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, QUANMAI_STORE: `embedded:${join(folder, store)}` },
  }).trim()

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
const say = (name: string, { seconds, cpuSeconds, peakReading, peakDatabase, report }: Run) =>
  console.log(
    `${name}: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor), reading ${megabytes(peakReading)}, database ${megabytes(peakDatabase)}, ${JSON.stringify(report && { ...report, failures: undefined, passedOver: undefined, gone: undefined })}`,
  )

try {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${megabytes(totalmem())}, Node ${process.version}`,
  )
  writeCorpus(corpus, Number(values.articles), Number(values.seed), Number(values.sentences))
  const first = await run('undisturbed')
  say('first run', first)
  if (!values.once) {
    const second = await run('undisturbed')
    say('second run', second)
    console.log(
      `second ÷ first: ${(second.seconds / first.seconds).toFixed(3)} (processor ${(second.cpuSeconds / first.cpuSeconds).toFixed(3)})`,
    )
  }
  const digest = values.nowhere ? '' : digestOf('undisturbed')
  if (digest) console.log(`digest ${digest}`)
  const kills = Number(values.kills)
  for (let i = 0; i < kills; i++) {
    // the moments are spread over the whole run by the golden ratio
    const moment = ((i * 0.618_033_988_75) % 1) * first.seconds * 1000
    const child = start('killed')
    child.stdout!.resume()
    await new Promise((done) => setTimeout(done, moment))
    child.kill('SIGKILL')
    await new Promise((done) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', done) : done(0),
    )
    // the database's process ends with its parent
    await new Promise((done) => setTimeout(done, 2_000))
    console.log(`killed after ${(moment / 1000).toFixed(1)} s`)
  }
  if (kills > 0) {
    say('after the kills', await run('killed'))
    const killed = digestOf('killed')
    console.log(killed === digest ? 'the same graph' : `ANOTHER GRAPH: ${killed}`)
    if (killed !== digest) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
