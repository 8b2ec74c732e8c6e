import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { keysHere } from '../../browser/keys.ts'
import { useNarrow, useTouched } from '../../browser/narrow.ts'
import { useStore } from '../../state/state.ts'
import { say } from '../../words/words.ts'
import { GUIDE } from './steps.ts'
import './guide.css'

const KEY = 'guided'

/** A plain first visit is led; an address that someone sent shows what they meant instead. */
export const isFirstVisit = (): boolean => location.hash === '' && localStorage.getItem(KEY) !== 'yes'

/** The guided first minute: a card beside the work, never over it, gone for good when it is closed. */
export function Guide() {
  const { language, guide, set } = useStore()
  const [busy, setBusy] = useState(false)
  const narrow = useNarrow()
  const touched = useTouched()
  useEffect(() => {
    if (guide !== null) localStorage.setItem(KEY, 'yes')
  }, [guide])
  const step = guide === null ? undefined : GUIDE[guide]
  if (guide === null || !step) return null
  const last = guide === GUIDE.length - 1
  const attempt = async () => {
    setBusy(true)
    try {
      await step.try?.run()
    } catch {
      // what could not be loaded says so where it would stand
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="float guide" aria-label={say(language, 'guide')} data-testid="guide">
      <button
        type="button"
        className="close"
        data-testid="guide-close"
        aria-label={say(language, 'guideSkip')}
        onClick={() => set({ guide: null })}
      >
        <X size={14} aria-hidden="true" />
      </button>
      <strong>{keysHere(say(language, (touched && step.titleTouched) || step.title))}</strong>
      <p>{say(language, narrow && step.textOnPhone ? step.textOnPhone : step.text)}</p>
      <div className="guide-foot">
        <span className="muted">
          {guide + 1} / {GUIDE.length}
        </span>
        {step.try && (
          <button type="button" data-testid="guide-try" disabled={busy} onClick={() => void attempt()}>
            {say(language, step.try.word)}
          </button>
        )}
        <button
          type="button"
          className="primary"
          data-testid="guide-next"
          onClick={() => set({ guide: last ? null : guide + 1 })}
        >
          {say(language, last ? 'guideDone' : 'guideNext')}
        </button>
      </div>
    </section>
  )
}
