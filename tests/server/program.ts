/** Our programs, started as a user starts them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const running = new Set<ChildProcess>()

export interface Program {
  child: ChildProcess
  /** What it has said so far, on both streams. */
  said: () => string
  exit: Promise<number | null>
}

/** On any free port, with no browser and no language model, whatever the surroundings say. */
export function startProgram(
  file: string,
  settings: Record<string, string>,
  words: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), file, ...words], {
    cwd: ROOT,
    env: {
      ...process.env,
      CI: '1',
      NODE_ENV: '',
      VITEST: '',
      PORT: '0',
      QUANMAI_LLM_URL: '',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // a group of its own, so that its database can be killed with it
    detached: true,
  })
  running.add(child)
  let said = ''
  const hear = (part: Buffer) => {
    said += part.toString()
  }
  child.stdout!.on('data', hear)
  child.stderr!.on('data', hear)
  const exit = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    }),
  )
  return { child, said: () => said, exit }
}

/** @throws what the program said, where it ended before it said this */
export async function heard({ said, exit }: Program, pattern: RegExp): Promise<RegExpExecArray> {
  let ended = false
  void exit.then(() => {
    ended = true
  })
  for (;;) {
    const match = pattern.exec(said())
    if (match) return match
    if (ended) throw new Error(said())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export const addressOf = async (program: Program): Promise<string> =>
  (await heard(program, /^Quanmai 泉脉: (http:\S+)$/m))[1]!

/** Ends what a failed test left running. */
export function endAll(): void {
  for (const child of running) process.kill(-child.pid!, 'SIGKILL')
}
