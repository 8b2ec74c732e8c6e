/** Starts, watches and ends the child process that holds the embedded database. */
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KnownError } from '../model/errors.ts'
import type { Answer, Failure, Reply, Request } from './embedded-protocol.ts'
import { timedOut, tooLarge } from './guard.ts'

export interface Limits {
  /** Milliseconds. */
  timeout?: number | undefined
  signal?: AbortSignal | undefined
}

export class ChildFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Requests run one after the other; one that runs too long, grows too large or is cancelled costs the process its life. */
export class EmbeddedChild {
  readonly #path: string
  readonly #memoryCap: number
  #process: ChildProcess | null = null
  #queue: Promise<unknown> = Promise.resolve()
  #next = 1
  #closed = false

  /** @param memoryCap bytes of resident memory */
  constructor(path: string, memoryCap: number) {
    this.#path = path
    this.#memoryCap = memoryCap
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  /** @throws ChildFailure where the database refuses; KnownError where a limit was passed */
  request(request: Request, limits: Limits = {}): Promise<Answer> {
    const run = this.#queue.then(async () => {
      if (this.#closed) throw new KnownError('store-closed', 'The store is closed.', 503)
      limits.signal?.throwIfAborted()
      await this.#open()
      return this.#send(request, limits)
    })
    this.#queue = run.catch(() => {})
    return run.catch((error) => {
      if (limits.signal?.aborted) throw new KnownError('query-cancelled', 'The query was cancelled.', 499)
      throw error
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.#queue
    this.#closed = true
    const child = this.#process
    if (!child) return
    await this.#send({ op: 'close' }, { timeout: 20_000 }).catch(() => {})
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (child.connected) child.disconnect()
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
    if (child.exitCode === null && child.signalCode === null) await ended
    this.#process = null
  }

  async #open(): Promise<void> {
    if (this.#process) return
    const child = fork(join(import.meta.dirname, 'embedded-worker.ts'), [], {
      execArgv: ['--import', import.meta.resolve('tsx')],
      serialization: 'advanced',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    this.#process = child
    child.once('exit', () => {
      if (this.#process === child) this.#process = null
    })
    try {
      await this.#send({ op: 'open', path: this.#path }, { timeout: 120_000 })
    } catch (error) {
      if (this.#process === child) this.#process = null
      child.kill('SIGKILL')
      throw error
    }
  }

  #send(request: Request, { timeout, signal }: Limits): Promise<Answer> {
    const child = this.#process
    if (!child)
      return Promise.reject(new KnownError('store-lost', 'The embedded store ended. Ask again.', 503))
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const watches: NodeJS.Timeout[] = []
      const finish = (end: () => void) => {
        for (const watch of watches) clearInterval(watch)
        signal?.removeEventListener('abort', cancel)
        child.off('message', hear)
        child.off('exit', lost)
        end()
      }
      const kill = (error: KnownError) => {
        child.off('exit', lost)
        this.#process = null
        child.once('exit', () => finish(() => reject(error)))
        child.kill('SIGKILL')
      }
      const hear = (reply: Reply) => {
        if (reply.id !== id) return
        finish(() => ('answer' in reply ? resolve(reply.answer) : reject(new ChildFailure(reply.failure))))
      }
      const lost = () =>
        finish(() =>
          reject(new KnownError('store-lost', 'The embedded store ended unexpectedly. Ask again.', 503)),
        )
      const cancel = () => kill(new KnownError('query-cancelled', 'The query was cancelled.', 499))
      child.on('message', hear)
      child.once('exit', lost)
      signal?.addEventListener('abort', cancel, { once: true })
      if (timeout !== undefined) watches.push(setTimeout(() => kill(timedOut(timeout)), timeout))
      watches.push(
        setInterval(() => {
          if (residentOf(child.pid!) > this.#memoryCap) {
            kill(tooLarge())
          }
        }, 100),
      )
      try {
        child.send({ id, request })
      } catch (error) {
        // what cannot be sent must leave no watch behind: it would end the process later
        finish(() => reject(error))
      }
    })
  }
}

/** Resident bytes of a process; 0 where the system does not tell. */
function residentOf(pid: number): number {
  try {
    if (process.platform === 'linux')
      return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
    if (process.platform === 'darwin')
      return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024
  } catch {
    // it ended in between
  }
  return 0
}
