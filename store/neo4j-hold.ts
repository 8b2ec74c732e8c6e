/** One writer at a time on a server: a transaction that is never committed keeps the others out, and ends with its program. */
import type { Session, Transaction } from 'neo4j-driver'
import { KnownError } from '../model/errors.ts'
import { inUse, troubleOf } from './neo4j-errors.ts'
import { holdStatement } from './statements.ts'

/** Milliseconds for which another program is waited for. */
const WAIT = 5_000
/** Milliseconds after which a connection that nobody used is used, lest something on the way forgets it. */
const BEAT = 60_000

export interface Hold {
  /** Takes it again where the server has lost it. @throws KnownError 'store-in-use' where another program has it now */
  sure(): Promise<void>
  letGo(): Promise<void>
}

/** @throws KnownError 'store-in-use', 'store-read-only' */
export async function holdNeo4j(open: () => Session, address: string): Promise<Hold> {
  let own = await take(open, address)
  let turn = Promise.resolve()
  const check = async () => {
    try {
      await own.transaction.run('RETURN 1')
    } catch {
      await own.session.close().catch(() => {})
      own = await take(open, address)
    }
  }
  const sure = () => {
    turn = turn.then(check, check)
    return turn.catch((error) => {
      // where the server is gone, whoever writes will say so, or waits until it is back
      if (error instanceof KnownError && error.code === 'store-in-use') throw error
    })
  }
  const beat = setInterval(() => void sure().catch(() => {}), BEAT)
  beat.unref()
  return {
    sure,
    async letGo() {
      clearInterval(beat)
      await turn.catch(() => {})
      await own.session.close().catch(() => {})
    },
  }
}

interface Held {
  session: Session
  transaction: Transaction
}

async function take(open: () => Session, address: string): Promise<Held> {
  const session = open()
  let timer: NodeJS.Timeout | undefined
  try {
    // without an end of its own, however long it is held
    const transaction = await session.beginTransaction({ timeout: 0, metadata: { quanmai: 'writes' } })
    await transaction.run('RETURN 1')
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(inUse(address)), WAIT)
    })
    await Promise.race([transaction.run(holdStatement()), late])
    return { session, transaction }
  } catch (cause) {
    await session.close().catch(() => {})
    throw troubleOf(cause, address)
  } finally {
    clearTimeout(timer)
  }
}
