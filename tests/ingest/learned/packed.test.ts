import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packed, unpacked } from '../../../ingest/learned/packed.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanmai-packed-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a packed file', () => {
  const value = { about: '泉脉', numbers: [0.5, -1], text: 'x'.repeat(1000) }

  it('holds what was packed', () => {
    writeFileSync(join(folder, 'value.json.gz'), packed(value))
    expect(unpacked(join(folder, 'value.json.gz'))).toEqual(value)
  })

  it('has the same bytes each time, with no date, and fewer than its text', () => {
    expect(packed(value)).toEqual(packed(value))
    expect([...packed(value).subarray(4, 8)]).toEqual([0, 0, 0, 0])
    expect(packed(value).length).toBeLessThan(200)
  })
})
