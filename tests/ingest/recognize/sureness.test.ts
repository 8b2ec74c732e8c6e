import { describe, expect, it } from 'vitest'
import type { Found } from '../../../ingest/recognize/model/decode.ts'
import type { Lattice } from '../../../ingest/recognize/model/lattice.ts'
import { TYPE_COUNT } from '../../../ingest/recognize/model/roles.ts'
import { surenessOf } from '../../../ingest/recognize/model/sureness.ts'

/** Words that weigh nothing outside names, and stretches [first, last, what they weigh as their best type]. */
function latticeOf(n: number, stretches: readonly (readonly [number, number, number])[]): Lattice {
  const score = new Float64Array(stretches.length * TYPE_COUNT).fill(-100)
  stretches.forEach(([, , weight], s) => {
    score[s * TYPE_COUNT] = weight
  })
  return {
    n,
    first: stretches.map(([first]) => first),
    last: stretches.map(([, last]) => last),
    link: new Uint8Array(n),
    score,
    outside: new Float64Array(n),
  }
}
const found = (span: number, first: number, last: number): Found => ({ span, first, last, type: 0 })
const UNIT = { step: 1, bias: 0 }

describe('how sure a name is', () => {
  it('grows with what it weighs above no name', () => {
    const lattice = latticeOf(4, [
      [0, 0, 6],
      [2, 3, 1],
    ])
    const [sure, doubtful] = surenessOf(lattice, [found(0, 0, 0), found(1, 2, 3)], UNIT)
    expect(sure).toBeGreaterThan(0.9)
    expect(doubtful).toBeLessThan(0.7)
  })

  it('is less where a longer stretch says nearly as much', () => {
    const alone = surenessOf(latticeOf(3, [[0, 1, 6]]), [found(0, 0, 1)], UNIT)
    const both = latticeOf(3, [
      [0, 1, 6],
      [0, 2, 5.5],
    ])
    expect(surenessOf(both, [found(0, 0, 1)], UNIT)[0]).toBeLessThan(alone[0]! - 0.2)
  })

  it('is not touched by a stretch over two names that says less than both', () => {
    const two = [
      [0, 0, 6],
      [1, 1, 6],
    ] as const
    const names = [found(0, 0, 0), found(1, 1, 1)]
    expect(surenessOf(latticeOf(2, [...two, [0, 1, 5]]), names, UNIT)).toEqual(
      surenessOf(latticeOf(2, two), names, UNIT),
    )
  })

  it('is never all', () => {
    expect(surenessOf(latticeOf(1, [[0, 0, 500]]), [found(0, 0, 0)], UNIT)).toEqual([0.99])
  })
})
