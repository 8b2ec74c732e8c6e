import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { KnownError } from '../model/errors.ts'

/** Takes PATH.lock for this process. @returns what gives it back. @throws KnownError 'store-in-use' */
export function lockStore(path: string): () => void {
  const file = `${path}.lock`
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    throw unwritable(dirname(file), error)
  }
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw unwritable(file, error)
      }
      const pid = Number(readFileSync(file, 'utf8'))
      if (isAlive(pid)) {
        throw new KnownError('store-in-use', `${path} is in use by process ${pid}.`, 409, {
          hint: 'Stop the other Quanmai first, or point QUANMAI_STORE at another path.',
        })
      }
      // left behind by a process that was killed
      rmSync(file, { force: true })
    }
  }
  throw new KnownError('store-in-use', `${path} is being opened by another process.`, 409)
}

const unwritable = (path: string, cause: unknown): KnownError =>
  new KnownError(
    'store-unwritable',
    `${path} can't be written: ${(cause as Error).message.replace(/[.\s]*$/, '.')}`,
    500,
    { hint: 'Check QUANMAI_STORE: the folder must be writable.', cause },
  )

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
