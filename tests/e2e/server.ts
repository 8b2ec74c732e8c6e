import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Running {
  address: string
  output(): string
  stop(): Promise<number | null>
}

/** The real server as `npm start` runs it, on the samples, on a free port and an empty embedded graph. */
export async function startServer(env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'quanmai-e2e-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, CI: '1', PORT: '0', QUANMAI_STORE: `embedded:${join(folder, 'graph')}`, ...env },
  })
  let ending: Promise<number | null> | null = null
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (data: Buffer) => {
      output += data
      const m = /Quanmai 泉脉: (\S+)/.exec(output)
      if (m) resolve(m[1]!)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`the server ended:\n${output}`)))
  })
  return {
    address,
    output: () => output,
    stop() {
      ending ??= new Promise<number | null>((resolve) => {
        child.once('exit', (code) => {
          rmSync(folder, { recursive: true, force: true })
          resolve(code)
        })
        child.kill('SIGTERM')
      })
      return ending
    },
  }
}
