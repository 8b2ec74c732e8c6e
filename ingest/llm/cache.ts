/** Answers that were paid for, one file each, so that the same question is asked once. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KnownError } from '../../model/errors.ts'

export interface AnswerCache {
  /** The content that a model answered, or null. */
  get(key: string): string | null
  put(key: string, content: string): void
}

/** @throws KnownError where the folder can not be made */
export function openCache(folder: string): AnswerCache {
  const guarded = <T>(act: () => T): T => {
    try {
      return act()
    } catch (cause) {
      throw new KnownError(
        'llm-cache',
        `QUANMAI_LLM_CACHE: ${folder} can not be written: ${(cause as Error).message}`,
        500,
        {
          cause,
          hint: 'Name a folder that may be written; answers are kept there so that none is paid for twice.',
        },
      )
    }
  }
  guarded(() => mkdirSync(folder, { recursive: true }))
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`)
  return {
    get(key) {
      try {
        const kept: unknown = JSON.parse(readFileSync(pathOf(key), 'utf8'))
        const content = (kept as { content?: unknown } | null)?.content
        return typeof content === 'string' ? content : null
      } catch {
        // not there, or cut off in the middle of a write: it is asked for again
        return null
      }
    },
    put(key, content) {
      guarded(() => {
        const path = pathOf(key)
        mkdirSync(join(folder, key.slice(0, 2)), { recursive: true })
        const draft = `${path}.${process.pid}`
        writeFileSync(draft, JSON.stringify({ content }))
        renameSync(draft, path)
      })
    },
  }
}
