/** Columns → graphology, for graphs too large for objects of their own. */
import type { GraphColumns } from '../../model/columns.ts'
import { ENTITY_TYPES, type EntityType, entityTypes, SERVES } from '../../model/ontology.ts'
import { leastOf, radiusOf, type Scene } from './scene.ts'
import { shapeCodeOf } from './shapes.ts'
import { type Theme, TONES, withAlpha } from './tones.ts'

/** Opacity of a line: the more there are, the fainter each. */
export const faintness = (edges: number): number =>
  Math.max(0.02, Math.min(0.3, 40 / Math.sqrt(Math.max(1, edges))))

/** Fills an empty scene. Nodes are keyed by id, edges by number: nobody asks for one of half a million by name. */
export function fillScene(scene: Scene, columns: GraphColumns, theme: Theme): void {
  const { ids, names, types, articleCounts, x, y, from, to, relations } = columns
  const looks = new Map(
    entityTypes.map((type) => [type, { color: ENTITY_TYPES[type][theme], mark: shapeCodeOf(type) }]),
  )
  const least = leastOf(types.filter((type) => type === 'Strategy').length)
  for (let i = 0; i < ids.length; i++) {
    const type = types[i]!
    const { color, mark } = looks.get(type)!
    const articles = articleCounts[i]!
    scene.addNode(ids[i]!, {
      x: x[i]!,
      y: y[i]!,
      size: radiusOf(type, articles, least) * 0.8,
      label: names[i]!,
      color,
      mark,
      entityType: type,
      weight: (type === 'Strategy' ? 1_000 : 0) + articles,
      type: 'shape',
    })
  }
  const faint = faintness(from.length)
  const serves = withAlpha(SERVES.colour[theme], Math.min(1, faint * 2))
  const plain = withAlpha(TONES[theme].ink, faint)
  for (let e = 0; e < from.length; e++) {
    const relation = relations[e]!
    if (from[e] === to[e]) continue
    scene.addEdgeWithKey(e, ids[from[e]!]!, ids[to[e]!]!, {
      color: relation === 'SERVES' ? serves : plain,
      size: 1,
      relation,
      style: 0,
      mark: 0,
      type: 'thin',
    })
  }
}

/** How many of each type lie in the period. */
export function countsOf(
  { ids, types }: Pick<GraphColumns, 'ids' | 'types'>,
  outside: ReadonlySet<string>,
): Map<EntityType, number> {
  const counts = new Map<EntityType, number>()
  types.forEach((type, i) => {
    counts.set(type, (counts.get(type) ?? 0) + (outside.has(ids[i]!) ? 0 : 1))
  })
  return counts
}

/** Keys of the nodes and lines whose bit is not set. @param bits for each entity, then for each relation */
export function outsideOf({ ids, from }: Pick<GraphColumns, 'ids' | 'from'>, bits: Uint8Array): Set<string> {
  const isIn = (at: number) => ((bits[at >> 3] ?? 0) >> (at & 7)) & 1
  const outside = new Set<string>()
  ids.forEach((id, i) => {
    if (!isIn(i)) outside.add(id)
  })
  for (let e = 0; e < from.length; e++) if (!isIn(ids.length + e)) outside.add(String(e))
  return outside
}
