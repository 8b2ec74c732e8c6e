/** What is stored, served and drawn. One shape in the store, on the wire and on the page. */
import type { EdgeType, NodeLabel } from './ontology.ts'

export type PropertyValue = string | number | boolean | string[] | number[]

export interface GraphNode {
  /** Our own id (never the database's). */
  id: string
  /** `['Entity', 'Park']`, `['Article']`, `['Sentence']`, `['Fact']`, `['Status']`. */
  labels: NodeLabel[]
  properties: Record<string, PropertyValue>
}

export interface GraphEdge {
  /** `${type}:${from}:${to}` */
  id: string
  type: EdgeType
  from: string
  to: string
  properties: Record<string, PropertyValue>
}

export interface Subgraph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

/** A node or relationship as any query of the user's may return it: its own labels and types, whatever they are. */
export interface CypherNode {
  kind: 'node'
  id: string
  labels: string[]
  properties: Record<string, CypherValue>
}
export interface CypherEdge {
  kind: 'relationship'
  id: string
  type: string
  from: string
  to: string
  properties: Record<string, CypherValue>
}
export interface CypherPath {
  kind: 'path'
  nodes: CypherNode[]
  edges: CypherEdge[]
}
/** Integers come as numbers where they are safe, as decimal strings where not; dates as ISO 8601 strings. */
export type CypherValue =
  | null
  | boolean
  | number
  | string
  | CypherValue[]
  | CypherNode
  | CypherEdge
  | CypherPath
  | { [key: string]: CypherValue }
