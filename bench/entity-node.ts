import type { GraphNode } from '../model/graph.ts'
import type { EntityType } from '../model/ontology.ts'

/** An entity as it is stored, with all of its properties: empty, and named by one article, unless given. */
export const entityNode = (
  id: string,
  type: EntityType,
  name: string,
  properties: GraphNode['properties'] = {},
): GraphNode => ({
  id,
  labels: ['Entity', type],
  properties: {
    name,
    type,
    aliases: [],
    reasons: [],
    articleCount: 1,
    mentionCount: 1,
    firstDate: '',
    lastDate: '',
    pinyin: '',
    initials: '',
    ...properties,
  },
})
