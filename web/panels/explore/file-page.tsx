import { X } from 'lucide-react'
import { ENTITY_TYPES } from '../../../model/ontology.ts'
import { nameOf, typeOf } from '../../scene/scene.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { Dot } from '../parts.tsx'

/** What a graph file says of the node or edge that is chosen: there are no sentences behind it. */
export function FilePage() {
  const { chosen, graph, language, file, set } = useStore()
  const node = graph.nodes.find(({ id }) => id === chosen?.id)
  const edge = graph.edges.find(({ id }) => id === chosen?.id)
  const item = node ?? edge
  if (!item) return null
  const type = node ? typeOf(node) : ''
  const name = (id: string) =>
    nameOf(graph.nodes.find((n) => n.id === id) ?? { id, labels: [], properties: {} })
  return (
    <aside className="inspector" data-testid="inspector" aria-label={file}>
      <button
        type="button"
        className="close"
        aria-label={say(language, 'close')}
        onClick={() => set({ chosen: null })}
      >
        <X size={16} aria-hidden="true" />
      </button>
      <div className="kind">
        {type && <Dot type={type} />} {type ? ENTITY_TYPES[type][language] : file}
      </div>
      <h2>{node ? nameOf(node) : `${name(edge!.from)} → ${name(edge!.to)}`}</h2>
      {edge && <p className="muted">{edge.type}</p>}
      <table>
        <tbody>
          {Object.entries(item.properties).map(([key, value]) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>{Array.isArray(value) ? value.join('、') : String(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  )
}
