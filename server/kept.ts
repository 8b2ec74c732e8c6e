/** What users saved under a name, in one file beside the graph: the graph itself is only what its articles say. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { OwnQuery, SavedView } from '../model/api.ts'
import { KnownError } from '../model/errors.ts'

export interface Kept<T extends { name: string }> {
  /** By name. */
  all(): T[]
  /** Replaces the one of this name. */
  save(thing: T): void
  /** Whether there was one. */
  remove(name: string): boolean
}
export type Views = Kept<SavedView>
export type OwnQueries = Kept<OwnQuery>

/** As many as anyone can tell apart. */
const MOST = 500

/**
 * @param path made at the first save
 * @param what what is kept there, in the plural: views, queries
 * @throws KnownError 'bad-views' where the file is not ours to read, 'too-many-views' where there are 500
 */
export function keptIn<T extends { name: string }>(path: string, what: 'views' | 'queries'): Kept<T> {
  const all = (): T[] => {
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
    try {
      return JSON.parse(text) as T[]
    } catch (cause) {
      throw new KnownError(`bad-${what}`, `${path} is not JSON.`, 500, {
        hint: `Mend the file or move it away; saved ${what} live in it.`,
        values: { path },
        cause,
      })
    }
  }
  const write = (things: T[]) => {
    mkdirSync(dirname(path), { recursive: true })
    // a write that is cut off leaves the old file whole
    writeFileSync(`${path}.new`, JSON.stringify(things))
    renameSync(`${path}.new`, path)
  }
  return {
    all,
    save(thing) {
      const others = all().filter(({ name }) => name !== thing.name)
      if (others.length >= MOST)
        throw new KnownError(`too-many-${what}`, `There are ${MOST} saved ${what} already.`, 409, {
          hint: 'Delete one that nobody needs.',
          values: { most: MOST },
        })
      write([...others, thing].sort(byName))
    },
    remove(name) {
      const things = all()
      const rest = things.filter((thing) => thing.name !== name)
      if (rest.length === things.length) return false
      write(rest)
      return true
    },
  }
}

/** For servers without a folder of their own, as in tests: kept until the end. */
export function keptInMemory<T extends { name: string }>(): Kept<T> {
  const things = new Map<string, T>()
  return {
    all: () => [...things.values()].sort(byName),
    save: (thing) => void things.set(thing.name, thing),
    remove: (name) => things.delete(name),
  }
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)
