import { describe, expect, it } from 'vitest'
import { fitted } from '../../../bench/learn/fitted.ts'
import { zipped } from '../../../ingest/learned/zipped.ts'

/** Numbers without those that are worth less. */
const make = (worth: number) =>
  Array.from({ length: 900 }, (_, i) => (i * 7919) % 900).filter((n) => n >= worth)

describe('a file that shall fit', () => {
  it('keeps all where there is room', () => {
    expect(fitted(100_000, make)).toHaveLength(900)
  })

  it('loses what is worth least, and no more than it must', () => {
    const file = fitted(1000, make)
    expect(zipped(file).length).toBeLessThanOrEqual(1000)
    const least = Math.min(...file)
    expect(file).toEqual(make(least))
    expect(zipped(make(least - 5)).length).toBeGreaterThan(1000)
  })

  it('loses weights that are worth thousands as well', () => {
    const rich = (worth: number) => make(worth / 100)
    expect(zipped(fitted(300, rich)).length).toBeLessThanOrEqual(300)
  })

  it('is refused where it never fits', () => {
    expect(() => fitted(10, make)).toThrow(/10 bytes/)
  })
})
