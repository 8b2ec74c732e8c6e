import type { Span } from '../../../model/article.ts'
import { ENTITY_TYPES } from '../../../model/ontology.ts'
import { useStore } from '../../state/state.ts'
import { type Mark, stretchesOf } from './stretches.ts'

/** A sentence with its ends underlined in their types' colours and the word that states it in bold. */
export function Marked({
  text,
  offset,
  marks,
  cue = null,
}: {
  text: string
  offset: number
  marks: readonly Mark[]
  cue?: Span | null
}) {
  const theme = useStore((s) => s.theme)
  return (
    <>
      {stretchesOf(text.length, offset, marks, cue).map(({ start, end, mark, cue: bold }) => {
        const part = text.slice(start - offset, end - offset)
        const style = mark ? ({ '--c': ENTITY_TYPES[mark.type][theme] } as React.CSSProperties) : {}
        const Part = mark ? 'mark' : 'span'
        return (
          <Part key={start} style={style}>
            {bold ? <strong className="cue">{part}</strong> : part}
          </Part>
        )
      })}
    </>
  )
}
