/** What a change gained and lost: two scores of the same articles side by side. */
import { LAYERS, type Miss, type Score } from './score.ts'

const keyOf = (m: Miss) => [m.layer, m.kind, m.article, m.type, m.text].join('\t')

/** Figures that moved, then answers that came right and answers that went wrong. */
export function comparisonOf(before: Score, after: Score, most = 40): string[] {
  const figures = LAYERS.map((layer) => {
    const [a, b] = [before.layers[layer].f1, after.layers[layer].f1]
    const sign = b > a ? '+' : ''
    return `${layer.padEnd(16)} ${a.toFixed(3)} → ${b.toFixed(3)}  ${sign}${(b - a).toFixed(3)}`
  })
  const old = new Set(before.misses.map(keyOf))
  const now = new Set(after.misses.map(keyOf))
  const listed = (title: string, misses: readonly Miss[]) => [
    `\n${title} (${misses.length})`,
    ...misses
      .slice(0, most)
      .map(
        (m) => `  ${m.layer} ${m.kind === 'missed' ? 'missing' : 'wrong'} ${m.article} ${m.type} ${m.text}`,
      ),
  ]
  return [
    ...figures,
    ...listed(
      'gained: no longer so',
      before.misses.filter((m) => !now.has(keyOf(m))),
    ),
    ...listed(
      'lost: newly so',
      after.misses.filter((m) => !old.has(keyOf(m))),
    ),
  ]
}
