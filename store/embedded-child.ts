/** Starts, watches and ends the child process that holds the embedded database. */
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KnownError } from '../model/errors.ts'
import type { Answer, Failure, Reply, Request } from './embedded-protocol.ts'
import { timedOut, tooLarge } from './guard.ts'
import { type Turn, Turns } from './turns.ts'

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

/** Why a request has no answer that did nothing wrong: its process was ended because of another one. */
class Swept extends Error {}

/** A process that is there, and who waits for its answers. */
interface Live {
  process: ChildProcess
  waiting: Map<number, { hear: (reply: Reply) => void; lose: (error: Error) => void }>
  /** Whether it is being ended because of one request. */
  doomed: boolean
  exit: Promise<unknown>
}

const TURNS: Record<Request['op'], Turn> = {
  read: 'read',
  ask: 'ask',
  write: 'write',
  checkpoint: 'write',
  open: 'write',
  close: 'write',
}

/**
 * Reads go on beside a user's query. One that runs too long, grows too large or is cancelled costs the process its
 * life; what was read meanwhile is read again in the next one.
 */
export class EmbeddedChild {
  readonly #path: string
  readonly #memoryCap: number
  readonly #turns = new Turns()
  #live: Live | null = null
  #opening: Promise<void> | null = null
  /** When the last process is gone and has let go of the file. */
  #gone: Promise<unknown> = Promise.resolve()
  #asking = false
  #next = 1
  #closed = false

  /** @param memoryCap bytes of resident memory */
  constructor(path: string, memoryCap: number) {
    this.#path = path
    this.#memoryCap = memoryCap
  }

  get pid(): number | undefined {
    return this.#live?.process.pid
  }

  /** @throws ChildFailure where the database refuses; KnownError where a limit was passed */
  request(request: Request, limits: Limits = {}): Promise<Answer> {
    const run = this.#turns.take(TURNS[request.op], async () => {
      for (;;) {
        if (this.#closed) throw new KnownError('store-closed', 'The store is closed.', 503)
        limits.signal?.throwIfAborted()
        try {
          await this.#open()
          return await this.#send(request, limits)
        } catch (error) {
          if (!(error instanceof Swept)) throw error
        }
      }
    })
    return run.catch((error) => {
      if (limits.signal?.aborted) throw new KnownError('query-cancelled', 'The query was cancelled.', 499)
      throw error
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.#turns.idle()
    this.#closed = true
    if (!this.#live) return
    const { process: child, exit } = this.#live
    await this.#send({ op: 'close' }, { timeout: 20_000 }).catch(() => {})
    if (child.connected) child.disconnect()
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
    await exit
  }

  #open(): Promise<void> {
    if (this.#live && !this.#opening) return Promise.resolve()
    this.#opening ??= this.#start().finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  async #start(): Promise<void> {
    await this.#gone
    const child = fork(join(import.meta.dirname, 'embedded-worker.ts'), [], {
      execArgv: ['--import', import.meta.resolve('tsx')],
      serialization: 'advanced',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    const exit = new Promise((resolve) => child.once('exit', resolve))
    const live: Live = { process: child, waiting: new Map(), doomed: false, exit }
    this.#live = live
    this.#gone = exit
    child.on('message', (reply: Reply) => live.waiting.get(reply.id)?.hear(reply))
    void exit.then(() => {
      if (this.#live === live) this.#live = null
      const error = live.doomed
        ? new Swept()
        : new KnownError('store-lost', 'The embedded store ended unexpectedly. Ask again.', 503)
      for (const { lose } of live.waiting.values()) lose(error)
    })
    try {
      await this.#send({ op: 'open', path: this.#path }, { timeout: 120_000 })
    } catch (error) {
      if (this.#live === live) this.#live = null
      child.kill('SIGKILL')
      throw error
    }
  }

  #send(request: Request, { timeout, signal }: Limits): Promise<Answer> {
    const live = this.#live
    if (!live)
      return Promise.reject(new KnownError('store-lost', 'The embedded store ended. Ask again.', 503))
    const id = this.#next++
    const isAsk = request.op === 'ask'
    if (isAsk) this.#asking = true
    return new Promise((resolve, reject) => {
      const watches: NodeJS.Timeout[] = []
      const finish = (end: () => void) => {
        for (const watch of watches) clearInterval(watch)
        signal?.removeEventListener('abort', cancel)
        live.waiting.delete(id)
        if (isAsk) this.#asking = false
        end()
      }
      const kill = (error: KnownError) =>
        finish(() => {
          live.doomed = true
          if (this.#live === live) this.#live = null
          void live.exit.then(() => reject(error))
          live.process.kill('SIGKILL')
        })
      const cancel = () => kill(new KnownError('query-cancelled', 'The query was cancelled.', 499))
      live.waiting.set(id, {
        hear: (reply) =>
          finish(() => ('answer' in reply ? resolve(reply.answer) : reject(new ChildFailure(reply.failure)))),
        lose: (error) => finish(() => reject(error)),
      })
      signal?.addEventListener('abort', cancel, { once: true })
      if (timeout !== undefined) watches.push(setTimeout(() => kill(timedOut(timeout)), timeout))
      watches.push(
        setInterval(() => {
          // beside a user's query it is that query that grows
          if (this.#asking && !isAsk) return
          if (residentOf(live.process.pid!) > this.#memoryCap) kill(tooLarge())
        }, 100),
      )
      try {
        live.process.send({ id, request })
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
