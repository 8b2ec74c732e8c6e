/** Cutting a sentence where a mark or its cue begins and ends. Pure; offsets into the article's text. */
import type { Span } from '../../../model/article.ts'
import type { EntityType } from '../../../model/ontology.ts'

export interface Mark extends Span {
  entity: string
  type: EntityType
}
export interface Stretch extends Span {
  mark: Mark | null
  cue: boolean
}

/** Of marks in one another the inner one counts. */
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
