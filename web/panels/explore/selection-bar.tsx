import { useState } from 'react'
import { doing } from '../../doing.ts'
import { findPaths, keepOnly, showMore, togglePins } from '../../following.ts'
import { useStore } from '../../state.ts'
import { say } from '../../words.ts'

/** What can be done with several nodes at once: there while two or more are selected. */
export function SelectionBar() {
  const { language, selected, hide, set } = useStore()
  const [busy, setBusy] = useState(false)
  if (selected.size < 2) return null
  const ids = [...selected]
  const connect = () => {
    setBusy(true)
    void doing((signal) => findPaths({ ids }, signal)).finally(() => setBusy(false))
  }
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
        disabled={busy || ids.length > 12}
        onClick={connect}
      >
        {busy ? say(language, 'running') : say(language, ids.length === 2 ? 'findPaths' : 'connect')}
      </button>
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
