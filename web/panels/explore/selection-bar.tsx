import { MOST_COMPARED } from '../../../model/comparison.ts'
import { useTouched } from '../../browser/narrow.ts'
import { MOST_ENDS } from '../../state/paths.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { compare, connect, keepOnly, showMore, togglePins } from './following.ts'

/** What can be done with several nodes at once: there while two or more are selected, or are being selected one by one. */
export function SelectionBar() {
  const { language, selected, picking, file, hide, set } = useStore()
  const touched = useTouched()
  if (selected.size < 2 && !picking) return null
  const ids = [...selected]
  const done = picking && (
    <button type="button" className="plain" data-testid="pick-done" onClick={() => set({ picking: false })}>
      {say(language, 'pickDone')}
    </button>
  )
  if (ids.length < 2)
    return (
      <div className="float selection" role="status" data-testid="picking">
        <strong>{say(language, 'selectedCount', { n: ids.length })}</strong>
        <span className="muted">{say(language, touched ? 'pickHintTouched' : 'pickHint')}</span>
        {done}
      </div>
    )
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
      {done}
    </div>
  )
}
