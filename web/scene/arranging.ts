/** Gives nodes their places: new ones beside what stands, or all of them anew. */
import type { Subgraph } from '../../model/graph.ts'
import type { Guide, LayoutInput, LayoutName } from '../layouts/layout.ts'
import type { Picture, Places } from '../state/picture.ts'
import { type Language, say } from '../words/words.ts'
import { arrange } from '../work/work.ts'
import { type Dress, nameOf, nodeLook, typeOf } from './scene.ts'

export interface Arranged {
  places: Places
  guides: readonly Guide[]
}

/** SERVES draws strongest: what serves a strategy gathers round it. */
const weightOf = (type: string, articles: number): number =>
  (type === 'SERVES' ? 2.2 : type === 'ADVANCES' || type === 'DEVELOPS' ? 1.5 : 1) *
  Math.sqrt(Math.max(1, articles))

/** The columns that layouts and measures work on. @param stay nodes that keep their places */
export function columnsOf(
  { nodes, edges }: Subgraph,
  places: Places,
  stay: (id: string) => boolean,
  dress: Dress,
  aspect: number,
  language: Language,
): LayoutInput {
  const index = new Map(nodes.map(({ id }, i) => [id, i]))
  const drawn = edges.filter(({ from, to }) => index.has(from) && index.has(to) && from !== to)
  return {
    ids: nodes.map((n) => n.id),
    types: nodes.map(typeOf),
    dates: nodes.map(({ properties }) => String(properties.firstDate ?? properties.date ?? '')),
    sizes: Float64Array.from(nodes, (node) => nodeLook(node, 'light', dress).size),
    x: Float64Array.from(nodes, ({ id }) => places.get(id)?.x ?? 0),
    y: Float64Array.from(nodes, ({ id }) => places.get(id)?.y ?? 0),
    fixed: Uint8Array.from(nodes, ({ id }) => (places.has(id) && stay(id) ? 1 : 0)),
    source: Uint32Array.from(drawn, ({ from }) => index.get(from)!),
    target: Uint32Array.from(drawn, ({ to }) => index.get(to)!),
    weight: Float64Array.from(drawn, ({ type, properties }) =>
      weightOf(type, Number(properties.articleCount ?? 1)),
    ),
    aspect,
    words: {
      people: say(language, 'laneWho'),
      companies: say(language, 'laneBuilders'),
      projects: say(language, 'laneBuilt'),
      places: say(language, 'lanePlaces'),
      strategies: say(language, 'laneServed'),
      larger: say(language, 'laneBeyond'),
      undated: say(language, 'undatedLane'),
    },
  }
}

/** Names by importance, for headings. */
export const namesOf = ({ nodes }: Subgraph): Map<string, string> =>
  new Map(nodes.map((node) => [node.id, nameOf(node)]))

/**
 * Places for the whole picture. Under `keep` what has a place stays and only new nodes are brought in;
 * otherwise only pinned ones stay.
 */
export async function arranged(
  picture: Picture,
  layout: LayoutName,
  keep: boolean,
  dress: Dress,
  aspect: number,
  language: Language,
  signal?: AbortSignal,
): Promise<Arranged> {
  const stay = keep ? () => true : (id: string) => picture.pinned.has(id)
  const input = columnsOf(picture.graph, picture.places, stay, dress, aspect, language)
  // beside what stands only force can bring nodes in; the other layouts have a place for everything
  const { x, y, guides } = await arrange(keep && picture.places.size > 0 ? 'force' : layout, input, signal)
  const places = new Map(
    input.ids.map((id, i) => [
      id,
      picture.pinned.has(id) ? (picture.places.get(id) ?? { x: x[i]!, y: y[i]! }) : { x: x[i]!, y: y[i]! },
    ]),
  )
  return { places, guides }
}
