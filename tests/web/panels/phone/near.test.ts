import { describe, expect, it } from 'vitest'
import type { GraphEdge, GraphNode, Subgraph } from '../../../../model/graph.ts'
import type { EntityEdgeType } from '../../../../model/ontology.ts'
import { nearOf, rowsOf } from '../../../../web/panels/phone/near.ts'

const node = (id: string): GraphNode => ({ id, labels: ['Entity', 'Park'], properties: { name: id } })
const edge = (
  type: EntityEdgeType,
  from: string,
  to: string,
  more: GraphEdge['properties'] = {},
): GraphEdge => ({
  id: `${type}:${from}:${to}`,
  type,
  from,
  to,
  properties: { articleCount: 1, ...more },
})

describe('the picture of a neighbourhood', () => {
  const subgraph: Subgraph = {
    nodes: ['s', 'a', 'b', 'c', 'd'].map(node),
    edges: [
      edge('LOCATED_IN', 'a', 's'),
      edge('SERVES', 'a', 's', { level: 'section' }),
      edge('SERVES', 'b', 's', { level: 'stated' }),
      edge('PART_OF', 's', 'c'),
      edge('DEVELOPS', 'd', 'a'),
      edge('LOCATED_IN', 's', 's'),
    ],
  }
  const ids = (items: { node: GraphNode; edge: GraphEdge }[]) => items.map((i) => [i.node.id, i.edge.type])

  it('has what flows to it above, what it flows to below, the most telling first and each once', () => {
    const { above, below } = nearOf('s', subgraph)
    expect(ids(above)).toEqual([
      ['b', 'SERVES'],
      ['a', 'SERVES'],
    ])
    expect(ids(below)).toEqual([['c', 'PART_OF']])
  })
  it('leaves room: five on a side, the farther two in the gaps of the nearer three', () => {
    const many = Array.from({ length: 9 }, (_, i) => `n${i}`)
    const { above } = nearOf('s', {
      nodes: [node('s'), ...many.map(node)],
      edges: many.map((id) => edge('SERVES', id, 's', { level: 'stated' })),
    })
    expect(above).toHaveLength(5)
    const xs = rowsOf(above).map((row) => row.map(({ x }) => Math.round(x)))
    expect(xs).toEqual([
      [17, 50, 83],
      [33, 67],
    ])
  })
  it('stands one or two in the middle', () => {
    expect(rowsOf(['a'])).toEqual([[{ item: 'a', x: 50 }]])
    expect(rowsOf(['a', 'b'])[0]!.map(({ x }) => Math.round(x))).toEqual([33, 67])
    expect(rowsOf([])).toEqual([])
  })
})
