import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, Ref } from 'react'
import { keysHere } from '../../../browser/keys.ts'
import { useStore } from '../../../state/state.ts'
import { say, type Word } from '../../../words/words.ts'

interface ToolProps extends Omit<ComponentProps<'button'>, 'ref'> {
  word: Word
  icon: LucideIcon
  /** The key that does the same. */
  keys?: string
  pressed?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button of the toolbar: an icon with its word for whoever hovers or listens. */
export function Tool({ word, icon: Icon, keys, pressed, ref, ...rest }: ToolProps) {
  const language = useStore((s) => s.language)
  const text = say(language, word)
  return (
    <button
      type="button"
      className="tool"
      data-testid={`tool-${word}`}
      aria-label={text}
      title={keys ? `${text} (${keysHere(keys)})` : text}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(ref ? { ref } : {})}
      {...rest}
    >
      <Icon size={18} strokeWidth={1.7} aria-hidden="true" />
    </button>
  )
}
