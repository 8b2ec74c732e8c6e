import { entityNode } from '../../bench/entity-node.ts'
import type { Subgraph } from '../../model/graph.ts'
import { edgeIdOf } from '../../model/ids.ts'
import type { EdgeType, EntityType } from '../../model/ontology.ts'
import { fixtureGraph } from './fixture.ts'

/** The fixture with places, an industry, a bridge that nothing is said of, and a strategy with nothing under it. */
export function districtGraph(): Subgraph {
  const graph = fixtureGraph()
  const entity = (id: string, name: string, type: EntityType) =>
    graph.nodes.push(entityNode(id, type, name, { firstDate: '2023-05-01', lastDate: '2023-05-01' }))
  const edge = (type: EdgeType, from: string, to: string, sentence: string) =>
    graph.edges.push({
      id: edgeIdOf(type, from, to),
      type,
      from,
      to,
      properties: {
        evidence: [sentence],
        articles: [sentence.split(':')[0]!],
        articleCount: 1,
        sentenceCount: 1,
        confidence: 0.9,
        rules: ['fixture'],
        modality: 'asserted',
      },
    })
  entity('e8', '湖东市', 'Place')
  entity('e9', '机器人', 'Industry')
  entity('e10', '云湖大桥', 'Project')
  entity('e11', '云湖夜经济计划', 'Strategy')
  edge('LOCATED_IN', 'e3', 'e7', 'a1:0')
  edge('PART_OF', 'e7', 'e8', 'a1:0')
  edge('FOCUSES_ON', 'e4', 'e9', 'a1:2')
  edge('LOCATED_IN', 'e10', 'e7', 'a1:0')
  edge('ADVANCES', 'e7', 'e11', 'a1:0')
  return graph
}
