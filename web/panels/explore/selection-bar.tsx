import { MOST_COMPARED } from '../../../model/comparison.ts'
import { compare, connect, keepOnly, showMore, togglePins } from '../../following.ts'
import { MOST_ENDS } from '../../paths.ts'
import { useStore } from '../../state.ts'
import { say } from '../../words.ts'

/** What can be done with several nodes at once: there while two or more are selected. */
export function SelectionBar() {
  const { language, selected, file, hide, set } = useStore()
  if (selected.size < 2) return null
  const ids = [...selected]
  return (
    <div
      className="float selection"
      role="toolbar"
      aria-label={say(language, 'selectedCount', { n: ids.length })}
      data-testid="selection"
    >
      <strong>{say(language, 'selectedCount', { n: ids.length })}</strong>
      <button
        type="button"
        className="primary"
        data-testid="connect"
        disabled={ids.length > MOST_ENDS}
        onClick={() => connect(ids)}
      >
        {say(language, ids.length === 2 ? 'findPaths' : 'connect')}
      </button>
      {file === '' && (
        <button
          type="button"
          data-testid="compare"
          disabled={ids.length > MOST_COMPARED}
          title={ids.length > MOST_COMPARED ? say(language, 'compareMost', { n: MOST_COMPARED }) : undefined}
          onClick={() => compare(ids)}
        >
          {say(language, 'compare')}
        </button>
      )}
      <button type="button" onClick={() => void showMore({ around: ids })}>
        {say(language, 'expand')}
      </button>
      <button type="button" data-testid="keep-only" onClick={() => keepOnly(selected)}>
        {say(language, 'keepOnly')}
      </button>
      <button type="button" onClick={() => togglePins(ids)}>
        {say(language, 'pin')}
      </button>
      <button type="button" onClick={() => hide(...ids)}>
        {say(language, 'hide')}
      </button>
      <button type="button" className="plain" onClick={() => set({ selected: new Set() })}>
        {say(language, 'clearSelection')}
      </button>
    </div>
  )
}
