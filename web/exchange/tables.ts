/** The picture as tables and as graph files that other programs read. */
import type { PropertyValue, Subgraph } from '../../model/graph.ts'
import { nameOf, typeOf } from '../scene/scene.ts'
import type { Places } from '../state/picture.ts'
import { csvOfRows } from './csv.ts'
import { escapeXml } from './escape.ts'

const flat = (value: PropertyValue): string | number | boolean =>
  Array.isArray(value) ? value.join('; ') : value

const columnsOf = (items: readonly { properties: Record<string, PropertyValue> }[]): string[] =>
  [...new Set(items.flatMap(({ properties }) => Object.keys(properties)))].sort()

export function nodesCsv({ nodes }: Subgraph): string {
  const columns = columnsOf(nodes).filter((key) => key !== 'name' && key !== 'type')
  return csvOfRows([
    ['id', 'name', 'type', ...columns],
    ...nodes.map((node) => [
      node.id,
      nameOf(node),
      typeOf(node),
      ...columns.map((key) => (node.properties[key] === undefined ? '' : flat(node.properties[key]))),
    ]),
  ])
}

export function edgesCsv({ nodes, edges }: Subgraph): string {
  const columns = columnsOf(edges)
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]))
  return csvOfRows([
    ['id', 'type', 'from', 'fromName', 'to', 'toName', ...columns],
    ...edges.map((edge) => [
      edge.id,
      edge.type,
      edge.from,
      names.get(edge.from),
      edge.to,
      names.get(edge.to),
      ...columns.map((key) => (edge.properties[key] === undefined ? '' : flat(edge.properties[key]))),
    ]),
  ])
}

/** The picture as JSON: our own nodes and edges, with their places. */
export const jsonOf = (graph: Subgraph, places: Places): string =>
  JSON.stringify(
    {
      ...graph,
      places: Object.fromEntries(
        graph.nodes.flatMap(({ id }) => (places.has(id) ? [[id, places.get(id)]] : [])),
      ),
    },
    null,
    1,
  )

export const attributesOf = (properties: Record<string, PropertyValue>) =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, flat(value)]))

const graphmlType = (values: readonly unknown[]): string =>
  values.every((v) => typeof v === 'boolean')
    ? 'boolean'
    : values.every((v) => typeof v === 'number')
      ? 'double'
      : 'string'

export function graphmlOf({ nodes, edges }: Subgraph, places: Places): string {
  const keys: string[] = []
  const declare = (domain: 'node' | 'edge', rows: readonly Record<string, unknown>[]) => {
    for (const name of [...new Set(rows.flatMap(Object.keys))].sort()) {
      const values = rows.map((row) => row[name]).filter((v) => v !== undefined)
      keys.push(
        `<key id="${domain}.${escapeXml(name)}" for="${domain}" attr.name="${escapeXml(name)}" attr.type="${graphmlType(values)}"/>`,
      )
    }
  }
  const data = (domain: string, row: Record<string, unknown>) =>
    Object.entries(row)
      .map(([key, value]) => `<data key="${domain}.${escapeXml(key)}">${escapeXml(String(value))}</data>`)
      .join('')
  const nodeRows = nodes.map((node) => ({
    ...attributesOf(node.properties),
    label: nameOf(node),
    type: typeOf(node),
    ...places.get(node.id),
  }))
  const edgeRows = edges.map(({ type, properties }) => ({ ...attributesOf(properties), relation: type }))
  declare('node', nodeRows)
  declare('edge', edgeRows)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph edgedefault="directed">',
    ...nodes.map(({ id }, i) => `<node id="${escapeXml(id)}">${data('node', nodeRows[i]!)}</node>`),
    ...edges.map(
      ({ id, from, to }, i) =>
        `<edge id="${escapeXml(id)}" source="${escapeXml(from)}" target="${escapeXml(to)}">${data('edge', edgeRows[i]!)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
  ].join('\n')
}
