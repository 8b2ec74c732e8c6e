/** Marks what is near in the programs' own arrays: for graphs where asking sigma's reducers anew takes longer than a frame has. */
import type Sigma from 'sigma'
import { EDGE_NEAR, NEAR } from '../scene/marks.ts'
import type { Scene } from '../scene/scene.ts'
import type { Attention } from './looks.ts'

/** What `uploadsChanges` adds to a program. */
interface Flagged {
  flag(item: number, bit: number, on: boolean): void
}
/** Where sigma has put each node and edge in its programs: it says so to nobody. */
interface Innards {
  nodePrograms: Record<string, Flagged>
  edgePrograms: Record<string, Flagged>
  nodeProgramIndex: Record<string, number>
  edgeProgramIndex: Record<string, number>
}

/** Whether nothing but the hovered node is another: then marks and one opacity say it all. */
export const onlyHovers = (patch: Partial<Attention>, { path }: Attention): boolean =>
  path === null && Object.keys(patch).every((key) => key === 'hovered')

/**
 * Marks a node with its neighbours and lines, or takes their marks away; sigma must have indexed the scene.
 * What the reducers say is the same, so that whatever is drawn anew meanwhile keeps its mark.
 */
export function markNear(
  sigma: Sigma,
  scene: Scene,
  near: ReadonlySet<string>,
  hovered: string,
  on: boolean,
) {
  const { nodePrograms, edgePrograms, nodeProgramIndex, edgeProgramIndex } = sigma as unknown as Innards
  for (const id of near)
    nodePrograms[String(scene.getNodeAttribute(id, 'type'))]?.flag(nodeProgramIndex[id]!, NEAR, on)
  scene.forEachEdge(hovered, (id, { type }) =>
    edgePrograms[String(type)]?.flag(edgeProgramIndex[id]!, EDGE_NEAR, on),
  )
}
