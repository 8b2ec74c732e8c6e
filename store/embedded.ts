import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { KnownError } from '../model/errors.ts'
import { byStatements } from './by-statements.ts'
import { ChildFailure, EmbeddedChild, type Limits } from './embedded-child.ts'
import type { Answer, Request } from './embedded-protocol.ts'
import { refuseForbidden, writes } from './guard.ts'
import { lockStore } from './lock.ts'
import { type Statement, schemaStatements } from './statements.ts'
import type { GraphStore, QueryResult, ReadOptions } from './store.ts'

const BATCH = 1_000
const PAGE = 2_000
const GIBIBYTE = 2 ** 30
const HELD_TRIES = 20
const HELD_PAUSE = 250

export interface EmbeddedOptions {
  /** Bytes of resident memory that the database's process may take; 4 GiB unless told. */
  memoryCap?: number
}

/** Opens the embedded graph at this path, making it where there is none. @throws KnownError 'store-in-use', 'store-unwritable' */
export async function openEmbedded(path: string, options: EmbeddedOptions = {}): Promise<GraphStore> {
  const absolute = resolve(path)
  const unlock = lockStore(absolute)
  const child = new EmbeddedChild(absolute, options.memoryCap ?? 4 * GIBIBYTE)
  const run = (request: Request, limits?: Limits) =>
    child.request(request, limits).catch((error) => {
      throw error instanceof ChildFailure && isFull(error) ? full(absolute, error) : error
    })
  try {
    await firstAnswer(run)
  } catch (cause) {
    await child.close()
    unlock()
    throw cause instanceof ChildFailure ? unopened(absolute, cause) : cause
  }
  return embeddedStore(run, child, unlock)
}

const isHeld = (error: unknown) => error instanceof ChildFailure && /cannot be locked/.test(error.message)

/** The database of a process that was killed writes its last batch to the end before it lets go of the file. */
async function firstAnswer(run: (request: Request) => Promise<Answer>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await run({ op: 'read', query: 'RETURN 1 AS one', parameters: {} })
      return
    } catch (error) {
      if (!isHeld(error) || tries === HELD_TRIES) throw error
      await sleep(HELD_PAUSE)
    }
  }
}

const isFull = ({ message }: ChildFailure) =>
  /No space left|File too large|quota exceeded|os error (27|28|112|122)\b/i.test(message)

/** The database takes back what it could not write. */
const full = (path: string, cause: ChildFailure): KnownError =>
  new KnownError('store-unwritable', `${path} can't be written: the disk is full.`, 507, {
    hint: 'Make room on the disk, then do it again: what was stored before is there.',
    cause,
  })

function unopened(path: string, cause: ChildFailure): KnownError {
  if (isHeld(cause)) {
    return new KnownError('store-in-use', `${path} is in use by another process.`, 409, {
      hint: 'Stop the other Quanmai first, or point QUANMAI_STORE at another path.',
      cause,
    })
  }
  return new KnownError(
    'store-damaged',
    `${path} can't be opened: ${cause.message.replace(/[.\s]*$/, '.')}`,
    500,
    {
      hint: 'Move it away and ingest again, or point QUANMAI_STORE elsewhere.',
      cause,
    },
  )
}

function embeddedStore(
  run: (request: Request, limits?: Limits) => Promise<Answer>,
  child: EmbeddedChild,
  unlock: () => void,
): GraphStore {
  const read = (query: string, parameters: Record<string, unknown> = {}) =>
    run({ op: 'read', query, parameters })
  async function* streamed(query: string) {
    yield* (await read(query)).rows
  }
  const writeAll = async (statements: Iterable<Statement>) => {
    for (const statement of statements) await run({ op: 'write', ...statement })
  }

  return {
    kind: 'embedded',

    async prepare() {
      for (const query of schemaStatements('schema', 'schema-embedded'))
        await run({ op: 'write', query, parameters: {} })
    },

    // its lock keeps others out as long as it is open
    hold: async () => async () => {},

    async ask(query: string, parameters = {}, options: ReadOptions = {}): Promise<QueryResult> {
      refuseForbidden(query)
      const { limit = 1_000, timeout = 30_000, signal } = options
      let answer: Answer
      try {
        answer = await run({ op: 'ask', query, parameters, limit }, { timeout, signal })
      } catch (error) {
        throw error instanceof ChildFailure ? explained(error) : error
      }
      if (answer.writes > 0) throw writes()
      const { columns, rows, truncated } = answer
      return { columns, rows, truncated, notifications: [] }
    },

    ...byStatements({ read, rows: streamed, write: writeAll, batch: BATCH, page: PAGE }),

    async close() {
      await child.close()
      unlock()
    },
  }
}

/** Grafeo's message without its decoration, with the place where it points. */
function explained({ failure, cause, message }: ChildFailure): KnownError {
  // only who writes can break a rule of the graph
  if (/Constraint violation/.test(message)) return writes()
  const place = /-->\s*query:(\d+):(\d+)/.exec(failure.message)
  const quoted = failure.message
    .split('\n')[0]!
    .replace(/^Query error:\s*/, '')
    .replace(/^GRAFEO-\w+:\s*/, '')
  return new KnownError('cypher-syntax', quoted, 400, {
    position: place ? { line: Number(place[1]), column: Number(place[2]) } : undefined,
    quoted,
    cause,
  })
}
