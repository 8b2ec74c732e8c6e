/** Subgraph → graphology: what sigma draws. */
import type { MultiDirectedGraph } from 'graphology'
import type { GraphEdge, GraphNode, Subgraph } from '../../model/graph.ts'
import { pushTo } from '../../model/groups.ts'
import {
  ENTITY_TYPES,
  type EntityType,
  SERVES,
  SERVES_LEVELS,
  type ServesLevel,
} from '../../model/ontology.ts'
import type { Places } from '../state/picture.ts'
import { edgeWord } from '../words/edge-word.ts'
import type { Language } from '../words/words.ts'
import { LINE_STYLES } from './marks.ts'
import { shapeCodeOf } from './shapes.ts'
import { type Theme, TONES, withAlpha } from './tones.ts'

export type Scene = MultiDirectedGraph

/** How nodes are sized and coloured where not by articles and type; values from 0 to 1, colours as hex. */
export interface Dress {
  size: ((id: string) => number) | null
  colour: ((id: string) => string) | null
}
export const PLAIN: Dress = { size: null, colour: null }

/** Over this many edges each is drawn fainter, and over twice as many as thin straight lines. */
const CROWD = 2_000

const isEntityType = (type: unknown): type is EntityType => typeof type === 'string' && type in ENTITY_TYPES

export const typeOf = ({ labels, properties }: GraphNode): EntityType | '' =>
  labels.find(isEntityType) ?? (isEntityType(properties.type) ? properties.type : '')

export const nameOf = ({ id, properties }: GraphNode): string =>
  String(properties.name ?? properties.title ?? properties.text ?? properties.label ?? id)

const LEAST = 12
/** Strategies that stand out; beyond, they would cover everything else. */
const STANDING_OUT = 150

/** The least radius of a strategy among so many of them. */
export const leastOf = (strategies: number): number =>
  LEAST * Math.min(1, Math.sqrt(STANDING_OUT / Math.max(1, strategies)))

/** Radius in pixels: 4 to 22 by the root of the number of articles, strategies at least `least`. */
export function radiusOf(type: string, articles: number, least = LEAST): number {
  const size = Math.min(22, 3.2 + 2.6 * Math.sqrt(Math.max(1, articles)))
  return type === 'Strategy' ? Math.max(least, size) : type === 'Person' ? Math.min(size * 0.8, 6) : size
}

export function nodeLook(node: GraphNode, theme: Theme, { size, colour }: Dress) {
  const type = typeOf(node)
  const articles = Number(node.properties.articleCount ?? 1)
  const name = nameOf(node)
  return {
    label: name,
    size: size ? 4 + 18 * size(node.id) : radiusOf(type, articles),
    color: colour?.(node.id) ?? (type ? ENTITY_TYPES[type][theme] : TONES[theme].plain),
    entityType: type,
    mark: shapeCodeOf(type),
    weight: (type === 'Strategy' ? 1_000 : 0) + articles,
    type: 'shape',
  }
}

function edgeLook({ type, properties }: GraphEdge, theme: Theme, language: Language, count: number) {
  const serves = type === 'SERVES'
  const level = SERVES_LEVELS[properties.level as ServesLevel]
  const faint = count > CROWD ? Math.sqrt(CROWD / count) : 1
  return {
    relation: type,
    label: edgeWord(type, properties.level, language),
    style: serves ? LINE_STYLES.indexOf(level?.line ?? 'solid') : 0,
    size: serves
      ? 1.3 + (level?.weight ?? 0.5)
      : Math.min(3, 0.9 + 0.25 * Number(properties.articleCount ?? 1)),
    color: serves
      ? withAlpha(SERVES.colour[theme], 0.85 * faint)
      : withAlpha(TONES[theme].ink, (theme === 'light' ? 0.34 : 0.4) * faint),
    type: count > 2 * CROWD ? 'thin' : 'line',
  }
}

/** Brings the drawn graph to this subgraph: what stays keeps its place. */
export function updateScene(
  scene: Scene,
  { nodes, edges }: Subgraph,
  places: Places,
  theme: Theme,
  language: Language,
  dress: Dress = PLAIN,
): void {
  const wanted = new Set(nodes.map((n) => n.id))
  for (const node of scene.nodes()) if (!wanted.has(node)) scene.dropNode(node)
  for (const node of nodes) {
    const at = places.get(node.id)
    const stands = scene.hasNode(node.id)
    scene.mergeNode(node.id, {
      ...nodeLook(node, theme, dress),
      ...(at && !stands ? at : stands ? {} : { x: 0, y: 0 }),
    })
  }
  const kept = new Set(edges.map((e) => e.id))
  for (const edge of scene.edges()) if (!kept.has(edge)) scene.dropEdge(edge)
  const curves = curvesOf(edges)
  for (const edge of edges) {
    const { id, from, to } = edge
    if (!wanted.has(from) || !wanted.has(to) || from === to) continue
    const attributes = { ...edgeLook(edge, theme, language, edges.length), curve: curves.get(id) ?? 0 }
    if (scene.hasEdge(id)) scene.mergeEdgeAttributes(id, attributes)
    else scene.addEdgeWithKey(id, from, to, attributes)
  }
}

/** How far each edge bends: those between the same two nodes fan out; one alone bends a little, as water does. */
function curvesOf(edges: readonly GraphEdge[]): Map<string, number> {
  const pairs = new Map<string, GraphEdge[]>()
  for (const edge of edges) {
    const key = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`
    pushTo(pairs, key, edge)
  }
  const curves = new Map<string, number>()
  for (const group of pairs.values())
    group.forEach(({ id, from, to }, i) => {
      const side = (i - (group.length - 1) / 2) * 0.22
      // two of opposite directions would bend to the same side
      curves.set(id, group.length === 1 ? 0.06 : from < to ? side : -side)
    })
  return curves
}
