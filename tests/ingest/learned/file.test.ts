import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fileOf, type Rows, rowsIn } from '../../../ingest/learned/file.ts'

describe('rows of weights in a file', () => {
  const rows: Rows = {
    features: Int32Array.from([0, 127, 128, 2_000_000_000, -2_000_000_000, -1]),
    counts: Uint8Array.from([1, 0, 2, 1, 1, 1]),
    columns: Uint8Array.from([33, 0, 5, 1, 2, 3]),
    numbers: Int8Array.from([-119, 95, -1, 0, 4, 31]),
  }

  it('of these sizes come out as they went in, features that count as negative numbers too', () => {
    expect(rowsIn(fileOf(rows, 0.02))).toEqual(rows)
  })

  it('keep any number within a seventh of it', () => {
    const all = Int8Array.from({ length: 256 }, (_, i) => i - 128)
    const columns = Uint8Array.from({ length: 256 }, (_, i) => i)
    const one = {
      features: Int32Array.of(7),
      counts: Uint8Array.of(255),
      columns: columns.subarray(1),
      numbers: all.subarray(1),
    }
    rowsIn(fileOf(one, 0.02)).numbers.forEach((n, i) => {
      expect(Math.abs(n - one.numbers[i]!), `${one.numbers[i]}`).toBeLessThanOrEqual(
        Math.abs(one.numbers[i]!) / 7,
      )
    })
  })

  it('are refused where they were written with other sizes', () => {
    const other = Buffer.from(deflateSync(Uint8Array.of(1, 2, 90, 4, 5, 6))).toString('base64')
    expect(() => rowsIn({ ...fileOf(rows, 0.02), numbers: other })).toThrow(/npm run train/)
  })

  it('are the same text each time', () => {
    expect(fileOf(rows, 0.02)).toEqual(fileOf(rows, 0.02))
  })

  it('may be none', () => {
    const none = {
      features: new Int32Array(),
      counts: new Uint8Array(),
      columns: new Uint8Array(),
      numbers: new Int8Array(),
    }
    expect(rowsIn(fileOf(none, 1))).toEqual(none)
  })
})
