import { describe, expect, it } from 'vitest'
import type { GraphNode, PropertyValue } from '../../../model/graph.ts'
import { dressOf } from '../../../web/scene/measuring.ts'
import { groupsOf, propertiesOf, scaleOf, valuesOf } from '../../../web/scene/properties.ts'
import { outsideOf } from '../../../web/scene/whole-scene.ts'
import { colourByOf, sizeByOf } from '../../../web/state/picture.ts'

const node = (id: string, properties: Record<string, PropertyValue>): GraphNode => ({
  id,
  labels: ['Entity', 'Park'],
  properties: { name: id, ...properties },
})
const NODES = [
  node('a', { mentionCount: 1, firstDate: '2020-01', kind: '市级', code: 'x1', level: 1 }),
  node('b', { mentionCount: 9, firstDate: '2021', kind: '省级', code: 'x2', level: 1 }),
  node('c', { mentionCount: 4, firstDate: '', kind: '省级', code: 'x3', level: 1 }),
  node('d', { kind: '' }),
]

describe('properties that a picture can show', () => {
  it('are numbers, dates and words that tell groups apart; names and what never differs are not', () => {
    expect(propertiesOf(NODES)).toEqual([
      { key: 'code', kind: 'text' },
      { key: 'firstDate', kind: 'date' },
      { key: 'kind', kind: 'text' },
      { key: 'mentionCount', kind: 'number' },
    ])
  })
  it('are no words of which every node has its own', () => {
    const many = Array.from({ length: 40 }, (_, i) => node(`n${i}`, { code: `x${i}`, half: `h${i % 20}` }))
    expect(propertiesOf(many)).toEqual([{ key: 'half', kind: 'text' }])
  })
  it('scale numbers by the root and dates evenly', () => {
    expect(scaleOf(valuesOf(NODES, 'mentionCount', null))).toEqual(
      new Map([
        ['a', 1 / 3],
        ['b', 1],
        ['c', 2 / 3],
      ]),
    )
    expect(scaleOf(valuesOf(NODES, 'firstDate', null))).toEqual(
      new Map([
        ['a', 0],
        ['b', 1],
      ]),
    )
  })
  it('scale numbers below zero too', () => {
    const values = valuesOf(
      [node('a', { growth: -4 }), node('b', { growth: 5 }), node('c', { growth: 0 })],
      'growth',
      null,
    )
    expect([...scaleOf(values).values()]).toEqual([0, 1, Math.sqrt(4 / 9)])
  })
  it('group words, the largest first, and stages in the order of time', () => {
    expect(groupsOf(valuesOf(NODES, 'kind', null), 'kind')).toEqual([
      { value: '省级', ids: ['b', 'c'] },
      { value: '市级', ids: ['a'] },
    ])
    const traits = new Map(
      (['completed', 'signed', 'completed', ''] as const).map((stage, i) => [
        'abcd'[i]!,
        { district: '', industry: '', stage },
      ]),
    )
    expect(groupsOf(valuesOf(NODES, 'stage', traits), 'stage')).toEqual([
      { value: 'signed', ids: ['b'] },
      { value: 'completed', ids: ['a', 'c'] },
    ])
  })
  it('dress nodes: those without a value are the smallest, and grey', () => {
    const { size, colour } = dressOf(
      { nodes: NODES, edges: [] },
      'prop:mentionCount',
      'prop:kind',
      'light',
      null,
    )
    expect(NODES.map(({ id }) => size!(id))).toEqual([1 / 3, 1, 2 / 3, 0])
    expect(colour!('b')).toBe(colour!('c'))
    expect(new Set(['a', 'b', 'd'].map((id) => colour!(id))).size).toBe(3)
  })
  it('come from an address as they are, and as older addresses said them', () => {
    expect([sizeByOf('prop:amount'), sizeByOf('degree'), sizeByOf('bogus'), sizeByOf('prop:')]).toEqual([
      'prop:amount',
      'degree',
      'articles',
      'articles',
    ])
    expect([colourByOf('first'), colourByOf('prop:stage'), colourByOf('')]).toEqual([
      'prop:firstDate',
      'prop:stage',
      'type',
    ])
  })
})

it('leaves out of the whole graph what has no bit', () => {
  const columns = { ids: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], from: Uint32Array.from([0, 1, 2]) }
  // the seventh entity and the second relation
  expect(outsideOf(columns, Uint8Array.from([0b0100_0000, 0b0000_0001]))).toEqual(
    new Set(['a', 'b', 'c', 'd', 'e', 'f', '0', '2']),
  )
})
