import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { STEPS } from '../../ingest/fingerprint.ts'

const ROOM = join(import.meta.dirname, '../../ingest')

/** All files that these import, and they themselves. */
function reached(files: string[], seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    const imports = [...text.matchAll(/^(?:import|export) (?!type )[^']*?from '(\.[^']+)'/gms)]
    reached(
      imports.map((m) => join(file, '..', m[1]!)).filter((path) => path.endsWith('.ts')),
      seen,
    )
  }
  return seen
}

it('changes with every file that decides what an article says', () => {
  const roots = ['pipeline.ts', 'tagger.ts', 'read/parse.ts', 'clean/clean.ts'].map((name) =>
    join(ROOM, name),
  )
  const files = [...reached(roots)].map((path) => relative(ROOM, path))
  expect(files.length).toBeGreaterThan(80)
  expect(files.filter((file) => !STEPS.some((step) => file === step || file.startsWith(`${step}/`)))).toEqual(
    [],
  )
})
