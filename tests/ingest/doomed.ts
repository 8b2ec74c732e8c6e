/**
 * The command line's run, which ends as kill -9 ends it at one of its writes to the shelf or the store. In the environment:
 * DOOM_AT: the write's number, from 1; DOOM_WHEN: before it, amid it (begun, not waited for) or after it; DOOM_WHOM: this
 * process alone, or all with the database's. A run that lives says how many writes there were.
 */
import { ClassicLevel } from 'classic-level'
import { EmbeddedChild } from '../../store/embedded-child.ts'
import type { Request } from '../../store/embedded-protocol.ts'

const { DOOM_AT, DOOM_WHEN, DOOM_WHOM } = process.env
let writes = 0

const die = () => process.kill(DOOM_WHOM === 'all' ? -process.pid : process.pid, 'SIGKILL')

async function written<T>(write: () => Promise<T>): Promise<T> {
  const doomed = ++writes === Number(DOOM_AT)
  if (doomed && DOOM_WHEN === 'before') die()
  const result = write()
  if (doomed && DOOM_WHEN === 'amid') setImmediate(die)
  await result
  if (doomed) die()
  return result
}

const batch = ClassicLevel.prototype.batch as (...given: unknown[]) => Promise<void>
const clear = ClassicLevel.prototype.clear
const request = EmbeddedChild.prototype.request
Object.assign(ClassicLevel.prototype, {
  batch(this: ClassicLevel, ...given: unknown[]) {
    return written(() => batch.apply(this, given))
  },
  clear(this: ClassicLevel, ...given: Parameters<typeof clear>) {
    return written(() => clear.apply(this, given))
  },
})
EmbeddedChild.prototype.request = function (this: EmbeddedChild, asked: Request, limits) {
  const ask = () => request.call(this, asked, limits)
  return asked.op === 'write' || asked.op === 'close' ? written(ask) : ask()
}

process.once('exit', () => process.stderr.write(`\nwrites ${writes}\n`))
await import('../../ingest/main.ts')
