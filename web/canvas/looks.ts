/** What sigma is told to draw of each node and edge, given what is hovered, chosen, selected, hidden or on a path. */
import type { MultiDirectedGraph } from 'graphology'
import type { EntityEdgeType, EntityType } from '../../model/ontology.ts'
import { CHOSEN, EDGE_ARROW, EDGE_NEAR, NEAR } from '../scene/marks.ts'
import type { Chosen } from '../state/attended.ts'

/** A path that is shown: the nodes it goes through and its edges in the order of its steps. */
export interface ShownPath {
  nodes: readonly string[]
  edges: readonly string[]
}

export interface Attention {
  hovered: string | null
  chosen: Chosen
  selected: ReadonlySet<string>
  path: ShownPath | null
  hiddenTypes: ReadonlySet<EntityType>
  hiddenRelations: ReadonlySet<EntityEdgeType>
  /** Ids of nodes and edges that are left out, as those of another time. */
  outside: ReadonlySet<string>
  /** Whether the camera is near enough for arrows on every edge. */
  close: boolean
}

export const CALM: Attention = {
  hovered: null,
  chosen: null,
  selected: new Set(),
  path: null,
  hiddenTypes: new Set(),
  hiddenRelations: new Set(),
  outside: new Set(),
  close: false,
}

/** Opacity of what is not near. */
export const dimOf = ({ hovered, path }: Attention): number => (path ? 0.08 : hovered !== null ? 0.12 : 1)

/** Nodes in focus: what hovering or a path keeps bright. */
export function focusOf(scene: MultiDirectedGraph, { hovered, path }: Attention): Set<string> {
  if (hovered !== null && scene.hasNode(hovered)) return new Set([hovered, ...scene.neighbors(hovered)])
  return new Set(path?.nodes ?? [])
}

/** Nodes and edges whose look differs between calm and this attention: what must be drawn anew when it changes. */
export function touched(
  scene: MultiDirectedGraph,
  attention: Attention,
): { nodes: string[]; edges: string[] } {
  const { hovered, chosen, selected, path } = attention
  const nodes = new Set([...focusOf(scene, attention), ...selected])
  const edges = new Set(path?.edges ?? [])
  for (const id of [hovered, chosen?.kind === 'node' ? chosen.id : null])
    if (id !== null && scene.hasNode(id)) {
      nodes.add(id)
      for (const edge of scene.edges(id)) edges.add(edge)
    }
  if (chosen?.kind === 'edge') {
    edges.add(chosen.id)
    nodes.add(chosen.from)
    nodes.add(chosen.to)
  }
  return {
    nodes: [...nodes].filter((id) => scene.hasNode(id)),
    edges: [...edges].filter((id) => scene.hasEdge(id)),
  }
}

type Data = Record<string, unknown>

export function nodeReducer(
  attention: Attention,
  focus: ReadonlySet<string>,
  node: string,
  data: Data,
): Data {
  const { chosen, selected, hiddenTypes, outside } = attention
  const marked =
    selected.has(node) ||
    (chosen !== null &&
      (chosen.kind === 'node' ? chosen.id === node : chosen.from === node || chosen.to === node))
  data.mark = Number(data.mark) + (focus.has(node) ? NEAR : 0) + (marked ? CHOSEN : 0)
  data.hidden = hiddenTypes.has(data.entityType as EntityType) || outside.has(node)
  return data
}

export function edgeReducer(
  attention: Attention,
  onPath: ReadonlySet<string>,
  edge: string,
  from: string,
  to: string,
  data: Data,
): Data {
  const { hovered, chosen, path, hiddenRelations, outside, close } = attention
  const isChosen = chosen?.kind === 'edge' && chosen.id === edge
  const beside = chosen?.kind === 'node' && (from === chosen.id || to === chosen.id)
  const near = path ? onPath.has(edge) : hovered !== null && (from === hovered || to === hovered)
  const arrow = near || isChosen || beside || close || data.relation === 'SERVES'
  data.mark = Number(data.style ?? 0) + (arrow ? EDGE_ARROW : 0) + (near || isChosen ? EDGE_NEAR : 0)
  if (isChosen || onPath.has(edge)) data.size = Number(data.size) + 1.5
  else if (near || beside) data.size = Number(data.size) + 0.4
  data.hidden = hiddenRelations.has(data.relation as EntityEdgeType) || outside.has(edge)
  return data
}
