import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { currentTable, QUOTING, quotedIn } from '../../bench/eval/quoted.ts'
import { openTagger } from '../../ingest/tagger.ts'

const SHARED = join(import.meta.dirname, '../../../shared')

describe.skipIf(!existsSync(join(SHARED, 'gold')))('the figures that README and docs quote', () => {
  it('are those of now (npm run eval -- --write sets them)', { timeout: 180_000 }, async () => {
    const table = await currentTable(SHARED, openTagger())
    for (const file of QUOTING) expect(`${file}\n${quotedIn(file)}`).toBe(`${file}\n${table}`)
  })
})
