import { describe, expect, it } from 'vitest'
import type { Subgraph } from '../../../model/graph.ts'
import { type MeasureInput, measuresOf } from '../../../web/measures/measures.ts'
import { communitiesOf } from '../../../web/scene/measuring.ts'

const inputOf = (ids: string[], pairs: [number, number][]): MeasureInput => ({
  ids,
  source: Uint32Array.from(pairs, ([a]) => a),
  target: Uint32Array.from(pairs, ([, b]) => b),
  weight: Float64Array.from(pairs, () => 1),
})
/** Two cliques of four with one bridge, 3 – 4. */
const cliques = inputOf(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
  [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
    [4, 5],
    [4, 6],
    [4, 7],
    [5, 6],
    [5, 7],
    [6, 7],
    [3, 4],
  ],
)

describe('measures', () => {
  it('counts neighbours once, however many relations there are', () => {
    expect([
      ...measuresOf(
        inputOf(
          ['a', 'b'],
          [
            [0, 1],
            [1, 0],
            [0, 1],
          ],
        ),
      ).degree,
    ]).toEqual([1, 1])
  })
  it('finds what stands between', () => {
    // on a path of five the middle one lies on 4 of the 6 pairs of the others, its neighbours on 3
    const { betweenness } = measuresOf(
      inputOf(
        ['a', 'b', 'c', 'd', 'e'],
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 4],
        ],
      ),
    )
    expect([...betweenness].map((b) => Math.round(b * 6 * 1000) / 1000)).toEqual([0, 3, 4, 3, 0])
  })
  it('ranks a hub over its leaves', () => {
    const { pagerank } = measuresOf(
      inputOf(
        ['hub', 'a', 'b', 'c'],
        [
          [1, 0],
          [2, 0],
          [3, 0],
        ],
      ),
    )
    expect(pagerank[0]).toBeGreaterThan(pagerank[1]! * 2)
    expect([...pagerank].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3)
  })
  it('sees communities, the same every time', () => {
    const { community } = measuresOf(cliques)
    expect(new Set([...community].slice(0, 4)).size).toBe(1)
    expect(new Set([...community].slice(4)).size).toBe(1)
    expect(community[0]).not.toBe(community[7])
    expect(measuresOf(cliques).community).toEqual(community)
  })
  it('calls a community by its best-connected strategy', () => {
    const graph: Subgraph = {
      nodes: cliques.ids.map((id, i) => ({
        id,
        labels: ['Entity', i === 2 || i === 3 ? 'Strategy' : 'Park'],
        properties: { name: `名称${id}` },
      })),
      edges: [],
    }
    expect(communitiesOf(graph, measuresOf(cliques)).map((c) => [c.name, c.members.length])).toEqual([
      ['名称d', 4],
      ['名称e', 4],
    ])
  })
  it('takes an empty graph', () => {
    expect(measuresOf(inputOf(['a'], [])).betweenness).toEqual(new Float64Array(1))
  })
})
