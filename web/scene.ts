import type { MultiDirectedGraph } from 'graphology'
import type { Subgraph } from '../model/graph.ts'
import {
  ENTITY_TYPES,
  type EntityType,
  RELATION_TYPES,
  type RelationType,
  SERVES,
  SERVES_LEVELS,
  type ServesLevel,
} from '../model/ontology.ts'
import { settle, startOf } from './layouts/force.ts'
import type { Language } from './words.ts'

export type Scene = MultiDirectedGraph

const isEntityType = (type: unknown): type is EntityType => typeof type === 'string' && type in ENTITY_TYPES

/** The word for an edge's type; SERVES with its level. */
export function edgeWord(type: string, level: unknown, language: Language): string {
  if (type === 'SERVES') {
    const row = SERVES_LEVELS[level as ServesLevel]
    return row ? `${SERVES[language]} · ${row[language]}` : SERVES[language]
  }
  return RELATION_TYPES[type as RelationType]?.[language] ?? type
}

/** Brings the drawn graph to this subgraph: what stays keeps its place. */
export function updateScene(
  scene: Scene,
  { nodes, edges }: Subgraph,
  theme: 'light' | 'dark',
  language: Language,
): void {
  const wanted = new Set(nodes.map((n) => n.id))
  for (const node of scene.nodes()) if (!wanted.has(node)) scene.dropNode(node)
  const fresh = new Set(nodes.map((n) => n.id).filter((id) => !scene.hasNode(id)))
  for (const { id, labels, properties } of nodes) {
    const type = labels.find(isEntityType) ?? (isEntityType(properties.type) ? properties.type : null)
    const articles = Number(properties.articleCount ?? 1)
    const size = Math.min(22, Math.max(type === 'Strategy' ? 12 : 4, 4 + 3.2 * Math.sqrt(articles)))
    const label = String(properties.name ?? properties.title ?? properties.text ?? id)
    scene.mergeNode(id, {
      ...(fresh.has(id) ? startOf(id) : {}),
      label,
      size: type === 'Person' ? Math.min(size, 6) : size,
      color: type ? ENTITY_TYPES[type][theme] : '#8a8f98',
      entityType: type ?? '',
      type: type === 'Strategy' ? 'ring' : 'rim',
      forceLabel: type === 'Strategy',
    })
  }
  const kept = new Set(edges.map((e) => e.id))
  for (const edge of scene.edges()) if (!kept.has(edge)) scene.dropEdge(edge)
  for (const { id, type, from, to, properties } of edges) {
    if (!scene.hasNode(from) || !scene.hasNode(to) || from === to) continue
    const serves = type === 'SERVES'
    const level = SERVES_LEVELS[properties.level as ServesLevel]
    const attributes = {
      relation: type,
      label: edgeWord(type, properties.level, language),
      size: serves
        ? 1.4 + 1.6 * (level?.weight ?? 0.5)
        : 1 + Math.min(2, Number(properties.articleCount ?? 1) * 0.3),
      color: serves ? SERVES.colour[theme] : theme === 'light' ? '#1E232973' : '#E8EAED59',
      zIndex: serves ? 2 : 1,
    }
    if (scene.hasEdge(id)) scene.mergeEdgeAttributes(id, attributes)
    else scene.addEdgeWithKey(id, from, to, attributes)
  }
  settle(scene, fresh)
}
