/**
 * What reading keeps beside the graph, so that it need not be done again: which file said what, cleaned and understood
 * articles, and what has been written. A sorted key-value store on disk: it is also what sorts more than memory holds.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { KnownError } from '../../model/errors.ts'

/** Written with everything, so that an older or newer shelf is made anew and not misread. */
const FORMAT = '3'

/** Open files are mapped into memory: their number is what bounds it. */
const OPTIONS = { cacheSize: 16 * 2 ** 20, writeBufferSize: 8 * 2 ** 20, maxOpenFiles: 80 }

export type Change = { put: string; value: unknown } | { del: string }

export class Shelf {
  readonly #db: ClassicLevel<string, string>
  readonly #temporary: string | null

  private constructor(db: ClassicLevel<string, string>, temporary: string | null) {
    this.#db = db
    this.#temporary = temporary
  }

  /** @param path of its folder; a temporary one, gone at the end, where none is given @throws KnownError 'shelf-unreadable' */
  static async open(path?: string): Promise<Shelf> {
    const folder = path ?? mkdtempSync(join(tmpdir(), 'quanmai-shelf-'))
    const shelf = await Shelf.#at(folder, path === undefined ? folder : null)
    if ((await shelf.get<string>('format')) === FORMAT) return shelf
    // what an earlier version kept is made again from the graph and the files
    for await (const keys of shelf.#batches(''))
      await shelf.#db.batch(keys.map((key) => ({ type: 'del', key })))
    await shelf.write([{ put: 'format', value: FORMAT }], true)
    return shelf
  }

  static async #at(folder: string, temporary: string | null): Promise<Shelf> {
    mkdirSync(folder, { recursive: true })
    const open = async () => {
      const db = new ClassicLevel<string, string>(folder, OPTIONS)
      await db.open()
      return new Shelf(db, temporary)
    }
    try {
      return await open()
    } catch (cause) {
      const { code } = ((cause as Error).cause ?? cause) as NodeJS.ErrnoException
      if (code === 'LEVEL_LOCKED')
        throw new KnownError('store-in-use', `${folder} is in use by another run.`, 409, {
          hint: 'Wait until it has ended.',
          cause,
        })
      if (code === 'LEVEL_CORRUPTION') {
        rmSync(folder, { recursive: true, force: true })
        mkdirSync(folder, { recursive: true })
        return await open()
      }
      throw new KnownError(
        'shelf-unreadable',
        `${folder} can't be opened: ${(cause as Error).message}`,
        500,
        {
          hint: 'The folder must be writable. It can be deleted: reading makes it again.',
          cause,
        },
      )
    }
  }

  async get<T>(key: string): Promise<T | undefined> {
    const text = await this.#db.get(key)
    return text === undefined ? undefined : (JSON.parse(text) as T)
  }

  async getMany<T>(keys: string[]): Promise<(T | undefined)[]> {
    if (keys.length === 0) return []
    return (await this.#db.getMany(keys)).map((text) =>
      text === undefined ? undefined : (JSON.parse(text) as T),
    )
  }

  /** Whether any key begins so. */
  async any(prefix: string): Promise<boolean> {
    return (await this.#db.keys({ gte: prefix, lt: `${prefix}\uffff`, limit: 1 }).all()).length > 0
  }

  /** All of these or none. @param sync whether it must be on the disk, not only with the system, when this returns */
  async write(changes: readonly Change[], sync = false): Promise<void> {
    if (changes.length === 0) return
    const rows = changes.map((change) =>
      'put' in change
        ? { type: 'put' as const, key: change.put, value: JSON.stringify(change.value) }
        : { type: 'del' as const, key: change.del },
    )
    try {
      await this.#db.batch(rows, { sync })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'LEVEL_IO_ERROR') throw cause
      throw new KnownError(
        'shelf-unwritable',
        `${this.#db.location} can't be written: ${(cause as Error).message}.`,
        507,
        { hint: 'Make room on the disk, then do it again: what was stored before is there.', cause },
      )
    }
  }

  /** Keys that begin so, in order, without that beginning, with their values. */
  async *rows<T>(prefix: string): AsyncGenerator<[string, T]> {
    const iterator = this.#db.iterator({ gte: prefix, lt: `${prefix}\uffff` })
    try {
      for (;;) {
        const page = await iterator.nextv(500)
        if (page.length === 0) return
        for (const [key, value] of page) yield [key.slice(prefix.length), JSON.parse(value) as T]
      }
    } finally {
      await iterator.close()
    }
  }

  async *keys(prefix: string): AsyncGenerator<string> {
    for await (const keys of this.#batches(prefix)) for (const key of keys) yield key.slice(prefix.length)
  }

  async *#batches(prefix: string): AsyncGenerator<string[]> {
    const iterator = this.#db.keys({ gte: prefix, lt: `${prefix}\uffff` })
    try {
      for (;;) {
        const page = await iterator.nextv(2000)
        if (page.length === 0) return
        yield page
      }
    } finally {
      await iterator.close()
    }
  }

  async clear(prefix: string): Promise<void> {
    await this.#db.clear({ gte: prefix, lt: `${prefix}\uffff` })
  }

  async close(): Promise<void> {
    await this.#db.close()
    if (this.#temporary) rmSync(this.#temporary, { recursive: true, force: true })
  }
}
