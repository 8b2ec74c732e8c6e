/** Named views: the picture as it is kept on the server, and back. */
import type { SavedView } from '../../../../model/api.ts'
import {
  type EntityEdgeType,
  type EntityType,
  entityEdgeTypes,
  entityTypes,
} from '../../../../model/ontology.ts'
import { LAYOUTS } from '../../../layouts/layout.ts'
import { api } from '../../../requests/api.ts'
import { UNATTENDED } from '../../../state/attended.ts'
import { type Camera, colourByOf, EMPTY, sizeByOf } from '../../../state/picture.ts'
import { useStore } from '../../../state/state.ts'

export function viewOf(name: string, camera: Camera): SavedView {
  const { graph, places, hiddenTypes, hiddenRelations, pinned, layout, sizeBy, colourBy } =
    useStore.getState()
  const short = (n: number) => Math.round(n * 10) / 10
  return {
    name,
    nodes: graph.nodes.map(({ id }) => [id, short(places.get(id)?.x ?? 0), short(places.get(id)?.y ?? 0)]),
    hiddenTypes: [...hiddenTypes],
    hiddenRelations: [...hiddenRelations],
    pinned: [...pinned],
    layout,
    sizeBy,
    colourBy,
    camera: { x: camera.x, y: camera.y, ratio: camera.scale },
  }
}

const known = <T extends string>(words: readonly T[], word: string, otherwise: T): T =>
  words.find((w) => w === word) ?? otherwise

/** Opens a view; what is no longer in the graph is left out. */
export async function openView(view: SavedView, signal: AbortSignal): Promise<void> {
  const { subgraph } = await api.subgraph(
    view.nodes.map(([id]) => id),
    signal,
  )
  const { act, set, framing } = useStore.getState()
  act({
    ...EMPTY,
    ...UNATTENDED,
    graph: subgraph,
    places: new Map(view.nodes.map(([id, x, y]) => [id, { x, y }])),
    hiddenTypes: new Set(entityTypes.filter((t): t is EntityType => view.hiddenTypes.includes(t))),
    hiddenRelations: new Set(
      entityEdgeTypes.filter((t): t is EntityEdgeType => view.hiddenRelations.includes(t)),
    ),
    pinned: new Set(view.pinned),
    layout: known(LAYOUTS, view.layout, 'force'),
    sizeBy: sizeByOf(view.sizeBy),
    colourBy: colourByOf(view.colourBy),
  })
  const { x, y, ratio } = view.camera
  set({ camera: { x, y, scale: ratio }, framing: framing + 1 })
}
