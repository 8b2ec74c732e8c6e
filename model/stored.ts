/** From what a store answers to the graph's own shape. */
import type { CypherEdge, CypherNode, CypherValue, GraphEdge, GraphNode, PropertyValue } from './graph.ts'
import type { EdgeType, NodeLabel } from './ontology.ts'

const without = (
  properties: Record<string, CypherValue>,
  hidden: ReadonlySet<string>,
): Record<string, PropertyValue> =>
  Object.fromEntries(
    Object.entries(properties).filter(([key, value]) => !hidden.has(key) && value !== null),
  ) as Record<string, PropertyValue>

/** Stores have orders of their own: `Entity` first among the labels, as the ontology has it. */
export const nodeWithout = (
  { id, labels, properties }: CypherNode,
  hidden: ReadonlySet<string>,
): GraphNode => ({
  id,
  labels: [...labels].sort(
    (a, b) => Number(b === 'Entity') - Number(a === 'Entity') || (a < b ? -1 : 1),
  ) as NodeLabel[],
  properties: without(properties, hidden),
})

export const edgeWithout = (
  { id, type, from, to, properties }: CypherEdge,
  hidden: ReadonlySet<string>,
): GraphEdge => ({ id, type: type as EdgeType, from, to, properties: without(properties, hidden) })
