/** “十四五”期间: the years of a plan, which stand for the plan itself. */
import { gated } from '../lexicon/gated.ts'
import { SpanIndex } from '../span-index.ts'
import type { Candidate } from './candidate.ts'
import type { View } from './view.ts'

const YEARS = gated(
  /(?<![二三四五六七八九])“?十[一二三四五六]五”?(?![\d一二三四五六七八九十]|[^，。；]{0,8}(?:规划|计划))/g,
  /十/,
)

/** Names as they were chosen, and the plans by their years where none is. */
export function withFiveYears(
  chosen: readonly Candidate[],
  lines: readonly Pick<View, 'line' | 'sentence'>[],
): Candidate[] {
  const placed = new SpanIndex(chosen)
  return [
    ...chosen,
    ...lines.flatMap(({ line, sentence }) =>
      YEARS.in(line).flatMap((m): Candidate[] => {
        const start = sentence.start + m.index
        const end = start + m[0].length
        return placed.over({ start, end }).length > 0
          ? []
          : [{ start, end, type: 'Strategy', confidence: 0.8, rule: 'plan:years' }]
      }),
    ),
  ]
}
