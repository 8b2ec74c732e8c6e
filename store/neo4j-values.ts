/** neo4j-driver's values to ours and back. */
import neo4j from 'neo4j-driver'
import type { CypherEdge, CypherNode, CypherValue } from '../model/graph.ts'
import { endsOf } from '../model/ids.ts'

/** Whole JS numbers go as integers: the driver sends a bare number as a float. */
export function toDriver(value: Record<string, unknown>): Record<string, unknown> {
  return convert(value) as Record<string, unknown>
}

function convert(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(convert)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, convert(v)]))
  return value
}

const isTemporal = (value: object): boolean =>
  neo4j.isDate(value) ||
  neo4j.isDateTime(value) ||
  neo4j.isLocalDateTime(value) ||
  neo4j.isTime(value) ||
  neo4j.isLocalTime(value) ||
  neo4j.isDuration(value)

const propertiesOf = (bag: Record<string, unknown>): Record<string, CypherValue> =>
  Object.fromEntries(
    Object.entries(bag)
      .filter(([key]) => key !== 'digest')
      // the server sends them in an order of its own
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, fromDriver(inner)]),
  )

interface DriverEdge {
  type: string
  properties: Record<string, unknown>
  elementId: string
  startNodeElementId: string
  endNodeElementId: string
}

function edgeOf({
  type,
  properties,
  elementId,
  startNodeElementId,
  endNodeElementId,
}: DriverEdge): CypherEdge {
  const id = String(properties.id ?? elementId)
  const ends = endsOf(type, id) ?? { from: startNodeElementId, to: endNodeElementId }
  return { kind: 'relationship', id, type, ...ends, properties: propertiesOf(properties) }
}

/** Nodes and edges that are not ours keep the database's ids. */
export function fromDriver(value: unknown): CypherValue {
  if (value === null || value === undefined) return null
  if (neo4j.isInt(value)) return value.inSafeRange() ? value.toNumber() : value.toString()
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object') return value as string | number | boolean
  if (neo4j.isNode(value)) {
    return {
      kind: 'node',
      id: String(value.properties.id ?? value.elementId),
      labels: [...value.labels],
      properties: propertiesOf(value.properties),
    }
  }
  if (neo4j.isRelationship(value)) return edgeOf(value)
  if (neo4j.isPath(value)) {
    const nodes = [value.start, ...value.segments.map((s) => s.end)].map((n) => fromDriver(n) as CypherNode)
    const edges = value.segments.map((s) => edgeOf(s.relationship))
    return { kind: 'path', nodes, edges }
  }
  if (neo4j.isPoint(value))
    return { x: value.x, y: value.y, ...(value.z === undefined ? {} : { z: value.z }) }
  if (isTemporal(value)) return value.toString()
  if (Array.isArray(value)) return value.map(fromDriver)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromDriver(inner)]))
}
