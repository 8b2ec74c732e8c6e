import type {
  CypherEdge,
  CypherNode,
  CypherValue,
  GraphEdge,
  GraphNode,
  PropertyValue,
} from '../model/graph.ts'
import type { EdgeType, NodeLabel } from '../model/ontology.ts'

/** Rows as objects by column. */
export const recordsOf = ({
  columns,
  rows,
}: {
  columns: string[]
  rows: CypherValue[][]
}): Record<string, CypherValue>[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]!])))

const propertiesOf = ({ id: _, digest: __, ...rest }: Record<string, CypherValue>) =>
  rest as Record<string, PropertyValue>

/** A stored node as it was put: labels in the order of the ontology (Entity first), no `id` among its properties. */
export const asNode = ({ id, labels, properties }: CypherNode): GraphNode => ({
  id,
  labels: [...labels].sort((a, b) =>
    a === 'Entity' ? -1 : b === 'Entity' ? 1 : a < b ? -1 : 1,
  ) as NodeLabel[],
  properties: propertiesOf(properties),
})

export const asEdge = ({ id, type, from, to, properties }: CypherEdge): GraphEdge => ({
  id,
  type: type as EdgeType,
  from,
  to,
  properties: propertiesOf(properties),
})
