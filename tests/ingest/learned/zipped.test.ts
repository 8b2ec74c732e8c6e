import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { unzipped, zipped } from '../../../ingest/learned/zipped.ts'

const folder = mkdtempSync(join(tmpdir(), 'quanmai-zipped-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a zipped file', () => {
  const value = { about: '泉脉', numbers: [0.5, -1], text: 'x'.repeat(1000) }

  it('holds what was zipped', () => {
    writeFileSync(join(folder, 'value.json.gz'), zipped(value))
    expect(unzipped(join(folder, 'value.json.gz'))).toEqual(value)
  })

  it('has the same bytes each time, with no date, and fewer than its text', () => {
    expect(zipped(value)).toEqual(zipped(value))
    expect([...zipped(value).subarray(4, 8)]).toEqual([0, 0, 0, 0])
    expect(zipped(value).length).toBeLessThan(200)
  })

  it.each([
    ['missing', undefined],
    ['empty', new Uint8Array()],
    ['cut', zipped(value).subarray(0, 60)],
    ['no gzip', new TextEncoder().encode('{"about":"text"}')],
  ])('that is %s is told of by its name, with what to do', (what, bytes) => {
    const path = join(folder, `${what}.json.gz`)
    if (bytes) writeFileSync(path, bytes)
    expect(() => unzipped(path)).toThrow(`${path} can't be read: fetch it again, or run npm run train.`)
  })
})
