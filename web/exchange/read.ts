/** Graph files of other programs, read to be looked at: GEXF, GraphML, and JSON of three kinds. */
import type Graph from 'graphology'
import { MultiDirectedGraph } from 'graphology'
import { parse as parseGexf } from 'graphology-gexf/browser'
import { parse as parseGraphml } from 'graphology-graphml/browser'
import type { GraphEdge, GraphNode, PropertyValue, Subgraph } from '../../model/graph.ts'
import { type EdgeType, ENTITY_TYPES, edgeTypes, type NodeLabel } from '../../model/ontology.ts'
import type { Places, Spot } from '../state/picture.ts'

export const MOST_BYTES = 50_000_000

/** What articles come in, and graphs do not. */
const ARTICLE = /\.(?:txt|md|html?|docx?|pdf|jsonl|csv|zip)$/i

export class FileError extends Error {
  readonly why: 'whyNoGraph' | 'whyFormat' | 'whyArticle' | 'whyLarge'
  constructor(why: FileError['why']) {
    super(why)
    this.why = why
  }
}

export interface ReadGraph {
  graph: Subgraph
  /** Empty where the file names none for some node. */
  places: Places
}

/** @throws FileError */
export function readGraph(name: string, text: string): ReadGraph {
  const read = rawOf(name, text)
  if (read.order === 0) throw new FileError('whyNoGraph')
  return subgraphOf(read)
}

function rawOf(name: string, text: string): Graph {
  try {
    if (/\.gexf$/i.test(name) || /<gexf[\s>]/.test(text.slice(0, 2_000)))
      return parseGexf(MultiDirectedGraph, text, { allowUndeclaredAttributes: true, addMissingNodes: true })
    if (/\.(graphml|xml)$/i.test(name) || /<graphml[\s>]/.test(text.slice(0, 2_000)))
      return parseGraphml(MultiDirectedGraph, text, { addMissingNodes: true })
    return graphOfJson(JSON.parse(text))
  } catch (error) {
    if (error instanceof FileError) throw error
    throw new FileError(ARTICLE.test(name) ? 'whyArticle' : 'whyFormat')
  }
}

type Row = Record<string, unknown>
const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null)

/** Our own export, graphology's, or nodes and links as d3 has them. */
function graphOfJson(json: unknown): Graph {
  const { nodes, edges, links, places } = (json ?? {}) as {
    nodes?: unknown
    edges?: unknown
    links?: unknown
    places?: Record<string, Spot>
  }
  const lines = edges ?? links ?? []
  if (!isRows(nodes) || !isRows(lines)) throw new FileError('whyFormat')
  const graph = new MultiDirectedGraph()
  const idOf = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? String((value as Row).id ?? (value as Row).key)
      : String(value)
  for (const node of nodes) {
    const id = idOf(node.key ?? node.id ?? node.name)
    const inner = (node.attributes ?? node.properties ?? node) as Row
    graph.mergeNode(id, {
      ...inner,
      ...(Array.isArray(node.labels) ? { labels: node.labels } : {}),
      ...places?.[id],
    })
  }
  for (const line of lines) {
    const [from, to] = [idOf(line.source ?? line.from), idOf(line.target ?? line.to)]
    const inner = (line.attributes ?? line.properties ?? line) as Row
    graph.mergeNode(from)
    graph.mergeNode(to)
    graph.addEdge(from, to, { ...inner, ...(typeof line.type === 'string' ? { relation: line.type } : {}) })
  }
  return graph
}

function propertyOf(value: unknown): PropertyValue | null {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (Array.isArray(value) && value.length > 0) return value.map(String)
  return null
}
const propertiesOf = (attributes: Row, without: ReadonlySet<string>): Record<string, PropertyValue> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => {
      const kept = without.has(key) ? null : propertyOf(value)
      return kept === null ? [] : [[key, kept]]
    }),
  )

const DRAWN = new Set(['x', 'y', 'z', 'color', 'size', 'labels', 'id', 'key'])

function subgraphOf(raw: Graph): ReadGraph {
  const places = new Map<string, Spot>()
  const nodes = raw.mapNodes((id, attributes): GraphNode => {
    const [x, y] = [Number(attributes.x), Number(attributes.y)]
    if (Number.isFinite(x) && Number.isFinite(y)) places.set(id, { x, y })
    const type = [attributes.type, ...((attributes.labels as unknown[]) ?? [])].find(
      (t) => String(t) in ENTITY_TYPES,
    )
    const name = String(attributes.name ?? attributes.label ?? id)
    return {
      id,
      labels: (type ? ['Entity', type] : ['Entity']) as NodeLabel[],
      properties: { ...propertiesOf(attributes, DRAWN), name, ...(type ? { type: String(type) } : {}) },
    }
  })
  const known = new Set<string>(edgeTypes)
  const edges = raw.mapEdges((key, attributes, from, to): GraphEdge => {
    const type = String(attributes.relation ?? attributes.type ?? attributes.label ?? '')
    return {
      id: `file:${key}`,
      // a type that is not ours is drawn with its own word
      type: (known.has(type) ? type : type || 'RELATED') as EdgeType,
      from,
      to,
      properties: propertiesOf(attributes, DRAWN),
    }
  })
  return { graph: { nodes, edges }, places: spread(places, nodes.length) }
}

/** Places in pixels: files have them at any scale, and some or all may lack. */
function spread(places: Map<string, Spot>, count: number): Places {
  if (places.size < count) return new Map()
  const xs = [...places.values()].map((p) => p.x)
  const ys = [...places.values()].map((p) => p.y)
  const wide = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
  if (!(wide > 0)) return new Map()
  const scale = Math.max(700, Math.sqrt(count) * 90) / wide
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x * scale, y: y * scale }]))
}
