import type { Span } from '../model/article.ts'

/** Those that lie in no longer one: of spans by where they start, each standing once. */
export function outermost<T extends Span>(spans: readonly T[]): T[] {
  let furthest = -1
  return spans.filter(({ start, end }, i) => {
    if (end <= furthest) return false
    for (let j = i + 1; spans[j]?.start === start; j++) if (spans[j]!.end > end) return false
    furthest = end
    return true
  })
}
