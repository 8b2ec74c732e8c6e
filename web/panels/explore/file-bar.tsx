import type { GraphResponse } from '../../../model/api.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { startAgain } from './following.ts'

/** Says, as long as it is so, that the picture is a file's, and leads back from it. */
export function FileBar({ first }: { first: GraphResponse | undefined }) {
  const { language, file, graph } = useStore()
  if (file === '') return null
  return (
    <div className="float file-bar" role="status" data-testid="file-note">
      <span>
        {say(language, 'imported', { name: file, nodes: graph.nodes.length, edges: graph.edges.length })}
      </span>
      {first && (
        <button type="button" data-testid="leave-file" onClick={() => startAgain(first.subgraph)}>
          {say(language, 'backToStore')}
        </button>
      )}
    </div>
  )
}
