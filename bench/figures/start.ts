/** `npm start`, from its call to its address, against Node and its TypeScript loader doing nothing. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage, pageIsStale } from '../../server/page.ts'
import { best, type Figure } from '../measure.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Milliseconds until the program says this, or until it ends where it need say nothing. */
function until(said: RegExp | null, words: string[], store: string): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: ROOT,
    env: { ...process.env, CI: '1', PORT: '0', QUANMAI_STORE: `embedded:${store}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  let took = 0
  child.stdout.on('data', (part) => {
    output += part
    if (took > 0 || !said?.test(output)) return
    took = performance.now() - began
    child.kill('SIGTERM')
  })
  return new Promise((resolve, reject) =>
    child.once('close', () => {
      if (said && took === 0) reject(new Error(output))
      else resolve(took || performance.now() - began)
    }),
  )
}

async function starting(runs: number, fresh: boolean): Promise<{ value: number; baseline: number }> {
  if (pageIsStale(ROOT)) await buildPage(ROOT)
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-bench-'))
  try {
    let n = 0
    const path = () => join(folder, fresh ? `graph-${n++}` : 'graph')
    const start = () => until(/Quanmai 泉脉: http/, ['server/main.ts'], path())
    if (!fresh) await start()
    let value = Number.POSITIVE_INFINITY
    for (let i = 0; i < runs; i++) value = Math.min(value, await start())
    return { value, baseline: await best(3, () => until(null, ['-e', ''], folder)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const starts: Figure[] = [
  {
    name: 'start: with its graph there',
    unit: 'ms',
    against: 'node and its loader',
    measure: () => starting(3, false),
  },
  {
    name: 'start: reading the samples',
    unit: 'ms',
    against: 'node and its loader',
    measure: () => starting(2, true),
  },
]
