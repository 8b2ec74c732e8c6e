/** Pictures that users saved under a name, in one file beside the graph: the graph itself is only what its articles say. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SavedView } from '../model/api.ts'
import { KnownError } from '../model/errors.ts'

export interface Views {
  /** By name. */
  all(): SavedView[]
  /** Replaces the one of this name. */
  save(view: SavedView): void
  /** Whether there was one. */
  remove(name: string): boolean
}

/** As many as anyone can tell apart. */
const MOST = 500

/** @param path made at the first save @throws KnownError 'bad-views' where the file is not ours to read */
export function viewsIn(path: string): Views {
  const all = (): SavedView[] => {
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
    try {
      return JSON.parse(text) as SavedView[]
    } catch (cause) {
      throw new KnownError('bad-views', `${path} is not JSON.`, 500, {
        hint: 'Mend the file or move it away; saved views live in it.',
        cause,
      })
    }
  }
  const write = (views: SavedView[]) => {
    mkdirSync(dirname(path), { recursive: true })
    // a write that is cut off leaves the old file whole
    writeFileSync(`${path}.new`, JSON.stringify(views))
    renameSync(`${path}.new`, path)
  }
  return {
    all,
    save(view) {
      const others = all().filter(({ name }) => name !== view.name)
      if (others.length >= MOST)
        throw new KnownError('too-many-views', `There are ${MOST} saved views already.`, 409, {
          hint: 'Delete one that nobody needs.',
        })
      write([...others, view].sort((a, b) => (a.name < b.name ? -1 : 1)))
    },
    remove(name) {
      const views = all()
      const rest = views.filter((view) => view.name !== name)
      if (rest.length === views.length) return false
      write(rest)
      return true
    },
  }
}

/** For servers without a folder of their own, as in tests: kept until the end. */
export function viewsInMemory(): Views {
  const views = new Map<string, SavedView>()
  return {
    all: () => [...views.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    save: (view) => void views.set(view.name, view),
    remove: (name) => views.delete(name),
  }
}
