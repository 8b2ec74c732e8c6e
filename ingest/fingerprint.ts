import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOM = import.meta.dirname
/** What decides what an article says, from its bytes to its layers: files and folders of this room, and what they import of the dictionary. */
export const STEPS = [
  'read',
  'clean',
  'learned',
  'recognize',
  'link',
  'join',
  'relate',
  'lexicon',
  'llm',
  'segment.ts',
  'spelled.ts',
  'span-index.ts',
  'outermost.ts',
  'time.ts',
  'tagger.ts',
  'pipeline.ts',
  '../model/ontology.ts',
  '../model/groups.ts',
  '../model/encoding.ts',
  '../model/errors.ts',
]

let known: string | null = null

/** Changes with every change to the rules: what was read by other rules is read again. */
export function rulesFingerprint(): string {
  if (known) return known
  const hash = createHash('sha256')
  const add = (path: string): void => {
    if (/\.\w+$/.test(path)) hash.update(path.slice(ROOM.length)).update(readFileSync(path))
    else for (const name of readdirSync(path).sort()) add(join(path, name))
  }
  for (const step of STEPS) add(join(ROOM, step))
  known = hash.digest('hex').slice(0, 16)
  return known
}
