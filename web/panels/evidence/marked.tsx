import { ENTITY_TYPES, type EntityType } from '../../../model/ontology.ts'
import { useStore } from '../../state.ts'

export interface Mark {
  start: number
  end: number
  entity: string
  type: EntityType
}
interface Span {
  start: number
  end: number
}

interface Stretch extends Span {
  mark: Mark | null
  cue: boolean
}

/** The text cut where a mark or the cue begins or ends; of marks in one another the inner one counts. */
export function stretchesOf(
  length: number,
  offset: number,
  marks: readonly Mark[],
  cue: Span | null,
): Stretch[] {
  const end = offset + length
  const inside = marks.filter((mark) => mark.start >= offset && mark.end <= end)
  const cuts = new Set([offset, end])
  for (const span of cue ? [...inside, cue] : inside) cuts.add(span.start).add(span.end)
  const places = [...cuts].filter((at) => at >= offset && at <= end).sort((a, b) => a - b)
  return places.slice(0, -1).map((start, i) => {
    const stop = places[i + 1]!
    const over = inside
      .filter((mark) => mark.start <= start && mark.end >= stop)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    return {
      start,
      end: stop,
      mark: over[0] ?? null,
      cue: cue !== null && cue.start <= start && cue.end >= stop,
    }
  })
}

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
