import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeColumns, encodeColumns, type GraphColumns } from '../../model/columns.ts'
import { entityEdgeTypes, entityTypes } from '../../model/ontology.ts'

const graph = fc
  .record({
    names: fc.array(
      fc.string({ unit: fc.constantFrom('云', '湖', 'a', '🚇', ' '), minLength: 1, maxLength: 6 }),
      { maxLength: 30 },
    ),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 60 }),
  })
  .map(({ names, pairs }): GraphColumns => {
    const count = names.length
    const edges = count === 0 ? [] : pairs.map(([a, b, t]) => [a % count, b % count, t] as const)
    edges.sort((x, y) => x[0] - y[0] || x[1] - y[1])
    return {
      ids: names.map((_, i) => `park-${i}`),
      names,
      types: names.map((_, i) => entityTypes[i % entityTypes.length]!),
      articleCounts: Uint8Array.from(names, (_, i) => i),
      x: Float32Array.from(names, (_, i) => i * 7 - 20),
      y: Float32Array.from(names, (_, i) => 100 - i * i),
      from: Uint32Array.from(edges, ([a]) => a),
      to: Uint32Array.from(edges, ([, b]) => b),
      relations: edges.map(([, , t]) => entityEdgeTypes[t % entityEdgeTypes.length]!),
      levels: edges.map(([, , t]) => (t % entityEdgeTypes.length === 0 ? 'purpose' : '')),
    }
  })

describe('a graph as columns', () => {
  it('comes back as it went, places to a pixel or so', () => {
    fc.assert(
      fc.property(graph, (columns) => {
        const back = decodeColumns(encodeColumns(columns))
        for (const key of [
          'ids',
          'names',
          'types',
          'articleCounts',
          'from',
          'to',
          'relations',
          'levels',
        ] as const)
          expect(back[key]).toEqual(columns[key])
        for (const axis of ['x', 'y'] as const)
          back[axis].forEach((value, i) => {
            expect(Math.abs(value - columns[axis][i]!)).toBeLessThan(0.1)
          })
      }),
      { numRuns: 80, seed: 3 },
    )
  })
  it.each([
    [new Uint8Array(4), 'no columns'],
    [new TextEncoder().encode('{"error":"this is JSON, and long enough to be read"}'), 'no columns'],
  ])('says when bytes are something else', (bytes, message) => {
    expect(() => decodeColumns(bytes)).toThrow(message)
  })
  it('says when bytes are missing', () => {
    const [columns] = fc.sample(graph, { numRuns: 1, seed: 11 })
    const bytes = encodeColumns({
      ...columns!,
      ids: ['a'],
      names: ['a'],
      types: ['Park'],
      articleCounts: new Uint8Array(1),
      x: new Float32Array(1),
      y: new Float32Array(1),
      from: new Uint32Array(),
      to: new Uint32Array(),
      relations: [],
      levels: [],
    })
    expect(() => decodeColumns(bytes.subarray(0, bytes.length - 2))).toThrow('cut off')
  })
})
