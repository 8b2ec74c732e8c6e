import { Keyboard } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import { keysHere } from '../../../browser/keys.ts'
import { useTouched } from '../../../browser/narrow.ts'
import { VIEWS } from '../../../state/address.ts'
import { useStore } from '../../../state/state.ts'
import { say, type Word } from '../../../words/words.ts'
import { typing } from '../use-keys.ts'
import { Tool } from './tool.tsx'

/** What is no key. */
const MOUSE = 'mouse'
const KEYS: [keys: string, word: Word][] = [
  ['⌘K  /', 'keySearch'],
  [`1 – ${VIEWS.length}`, 'keyViews'],
  ['E', 'expand'],
  ['H', 'hide'],
  ['P', 'pin'],
  ['T', 'traceThis'],
  ['F', 'fit'],
  ['+  −', 'keyZoom'],
  ['⌘Z', 'undo'],
  ['⇧⌘Z', 'redo'],
  [MOUSE, 'keyMouse'],
  ['Shift', 'keySelect'],
  ['Esc', 'keyBack'],
  ['?', 'keyHelp'],
]

/** All keys, by ? or the button. */
export function KeysDialog() {
  const language = useStore((s) => s.language)
  const touched = useTouched()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !typing(event.target)) setOpen((now) => !now)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      {!touched && (
        <Dialog.Trigger asChild>
          <Tool word="keys" keys="?" icon={Keyboard} />
        </Dialog.Trigger>
      )}
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="dialog" aria-describedby={undefined} data-testid="keys">
          <Dialog.Title>{say(language, 'keys')}</Dialog.Title>
          <dl>
            {KEYS.map(([keys, word]) => (
              <div key={word}>
                <dt>{keys === MOUSE ? say(language, 'mouse') : <kbd>{keysHere(keys)}</kbd>}</dt>
                <dd>{say(language, word)}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close asChild>
            <button type="button" className="primary">
              {say(language, 'close')}
            </button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
