/** The word of a sentence that states a relation where no rule kept it, by the cues of the ontology. */
import type { Span } from '../model/article.ts'
import { type EntityEdgeType, RELATION_TYPES, SERVES_LEVELS, type ServesLevel } from '../model/ontology.ts'

const cuesOf = (type: EntityEdgeType, level: ServesLevel | undefined): readonly string[] =>
  type === 'SERVES' ? (level ? SERVES_LEVELS[level].cues : []) : RELATION_TYPES[type].cues

/**
 * The known cue that stands nearest to both ends; none where the sentence says it by structure alone.
 * Offsets as those of the marks, into the article's text.
 */
export function cueIn(
  sentence: Span & { text: string },
  ends: readonly Span[],
  type: EntityEdgeType,
  level?: ServesLevel,
): Span | null {
  let best: { span: Span; distance: number } | null = null
  for (const cue of cuesOf(type, level)) {
    for (let at = sentence.text.indexOf(cue); at >= 0; at = sentence.text.indexOf(cue, at + 1)) {
      const span = { start: sentence.start + at, end: sentence.start + at + cue.length }
      // a cue inside a name is part of the name
      if (ends.some(({ start, end }) => start < span.end && end > span.start)) continue
      const distance = ends.reduce((sum, end) => sum + gap(end, span), 0)
      if (!best || distance < best.distance || (distance === best.distance && longer(span, best.span)))
        best = { span, distance }
    }
  }
  return best?.span ?? null
}

const gap = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end)
const longer = (a: Span, b: Span): boolean => a.end - a.start > b.end - b.start
