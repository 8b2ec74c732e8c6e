import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LLM_SETTINGS, MERGES } from '../../../store/settings-llm.ts'

const ROOT = join(import.meta.dirname, '../../..')
const page = readFileSync(join(ROOT, 'docs/llm.md'), 'utf8')
const known = new Set<string>(LLM_SETTINGS.map(({ name }) => name))
const namedIn = (text: string) => [...text.matchAll(/QUANMAI_LLM_[A-Z_]+/g)].map(([name]) => name)

describe('docs/llm.md', () => {
  it('names settings that there are, and every limit', () => {
    expect(namedIn(page).filter((name) => !known.has(name))).toEqual([])
    for (const { name } of LLM_SETTINGS.filter(({ name }) =>
      /_(?:URL|MODEL|KEY|MERGE|CACHE|MAX_\w+|RETRIES|PIECE)$/.test(name),
    ))
      expect(page).toContain(name)
  })

  it('says of each way of merging who wins', () => {
    const head = page.split('\n').find((line) => line.startsWith('| where both speak'))!
    for (const merge of MERGES) expect(head).toContain(`\`${merge}\``)
  })

  it('is right where an error sends the reader to a setting', () => {
    const folder = join(ROOT, 'ingest/llm')
    const named = readdirSync(folder).flatMap((file) => namedIn(readFileSync(join(folder, file), 'utf8')))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })
})
