import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entityNode } from '../../bench/entity-node.ts'
import type { GraphEdge, GraphNode, Subgraph } from '../../model/graph.ts'
import { edgeIdOf } from '../../model/ids.ts'
import type { EntityEdgeType, EntityType } from '../../model/ontology.ts'
import { overview } from '../../server/picture.ts'
import { readsOf } from '../../server/reads.ts'
import { storeWith } from './fixture.ts'

/** Six strategies with four parks and a company each, all of them in one city, and six that only the city names. */
function city(): Subgraph {
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  const entity = (id: string, type: EntityType, articleCount = 1) =>
    nodes.push(entityNode(id, type, id, { articleCount }))
  const tie = (type: EntityEdgeType, from: string, to: string) =>
    edges.push({
      id: edgeIdOf(type, from, to),
      type,
      from,
      to,
      properties: { evidence: [], articles: [], articleCount: 1, confidence: 0.9, modality: 'asserted' },
    })
  entity('城', 'Place', 40)
  for (let s = 0; s < 6; s++) {
    entity(`战略${s}`, 'Strategy', 2)
    tie('ADVANCES', '城', `战略${s}`)
    for (let p = 0; p < 4; p++) {
      entity(`园${s}${p}`, 'Park')
      tie('SERVES', `园${s}${p}`, `战略${s}`)
      tie('LOCATED_IN', `园${s}${p}`, '城')
    }
    entity(`企${s}`, 'Company')
    tie('LOCATED_IN', `企${s}`, `园${s}0`)
    // written about more than any other, and nothing but the city is tied to it
    entity(`口号${s}`, 'Strategy', 30)
    tie('ADVANCES', '城', `口号${s}`)
  }
  // a town that one strategy names brings no others with it
  entity('镇', 'Place', 5)
  tie('ADVANCES', '镇', '战略0')
  entity('镇上的口号', 'Strategy', 9)
  tie('ADVANCES', '镇', '镇上的口号')
  return { nodes, edges }
}

describe('the first picture', () => {
  let opened: Awaited<ReturnType<typeof storeWith>>
  let names: Set<string>
  beforeAll(async () => {
    opened = await storeWith(city())
    const { nodes } = await overview(readsOf(opened.store), { types: [], limit: 160 })
    names = new Set(nodes.map(({ id }) => id))
  })
  afterAll(() => opened?.remove())

  it('shows every strategy that something serves, and all that serves it', () => {
    for (let s = 0; s < 6; s++)
      expect([`战略${s}`, `园${s}0`, `园${s}3`, `企${s}`].filter((id) => !names.has(id))).toEqual([])
  })
  it('leaves out the city that all of it lies in', () => {
    expect(names.has('城')).toBe(false)
  })
  it('leaves out strategies that only places name', () => {
    expect([...names].filter((id) => id.includes('口号'))).toEqual([])
    expect(names.has('镇')).toBe(true)
  })
  it('gives each strategy its share where there is little room', async () => {
    const { nodes } = await overview(readsOf(opened.store), { types: [], limit: 18 })
    const parks = nodes.map(({ id }) => id).filter((id) => id.startsWith('园'))
    expect(new Set(parks.map((id) => id[1])).size).toBe(6)
  })
})
