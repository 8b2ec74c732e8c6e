import { describe, expect, it } from 'vitest'
import { fileOf, type Rows, rowsIn } from '../../../ingest/learned/file.ts'

describe('rows of weights in a file', () => {
  const rows: Rows = {
    features: Int32Array.from([0, 127, 128, 2_000_000_000, -2_000_000_000, -1]),
    counts: Uint8Array.from([1, 0, 2, 1, 1, 1]),
    columns: Uint8Array.from([33, 0, 5, 1, 2, 3]),
    numbers: Int8Array.from([-119, 95, -1, 0, 4, 31]),
  }

  it('come out as they went in, features that count as negative numbers too', () => {
    expect(rowsIn(fileOf(rows, 0.02))).toEqual(rows)
  })

  it('keep any number within a seventh of it', () => {
    for (let n = -128; n < 128; n++) {
      const { numbers } = rowsIn(fileOf({ ...rows, numbers: Int8Array.from([n, n, n, n, n, n]) }, 0.02))
      expect(Math.abs(numbers[0]! - n), `${n}`).toBeLessThanOrEqual(Math.abs(n) / 7)
    }
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
