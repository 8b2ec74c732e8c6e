/** The score as lines to read in a terminal. */
import { LAYERS, type Layer, type Score } from './score.ts'
import type { Figure } from './tally.ts'

const row = (name: string, { p, r, f1, tp, fp, fn }: Figure): string =>
  `${name.padEnd(24)} P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${f1.toFixed(3)}   tp ${tp} fp ${fp} fn ${fn}`

/** Figures by layer, then by entity type and relation type. */
export function tableOf(score: Score): string[] {
  return [
    `articles ${score.articles.join('/')}`,
    ...LAYERS.map((layer) => row(layer, score.layers[layer])),
    `${'serves level right'.padEnd(24)} ${score.levelRight.toFixed(3)}`,
    ...Object.entries(score.byType).map(([type, figure]) => row(`  ${type}`, figure)),
    ...Object.entries(score.byRelation).map(([type, figure]) => row(`  ${type}`, figure)),
  ]
}

/** What is missed and what is wrong, at most `most` lines a layer and kind, each with its sentence. */
export function missLines(score: Score, most: number): string[] {
  return LAYERS.flatMap((layer) =>
    (['missed', 'wrong'] as const).flatMap((kind) => {
      const all = score.misses.filter((m) => m.layer === layer && m.kind === kind)
      return all.length === 0
        ? []
        : [
            `\n${kind} ${layer} (${all.length})`,
            ...all.slice(0, most).map((m) => `  ${m.article} ${m.type} ${m.text}  ${m.sentence}`),
          ]
    }),
  )
}

const QUOTED: readonly [Layer, string][] = [
  ['entity_typed', 'entities with their type'],
  ['relation', 'relations'],
  ['serves', 'SERVES'],
  ['fact', 'facts'],
  ['status', 'statuses'],
  ['link_pairs', 'links across articles'],
]

/** The table that README and docs quote: one row a layer, one column a set of articles. */
export function quotedTable(columns: readonly { name: string; score: Score }[]): string {
  const cell = ({ tp, fp, fn, f1 }: Figure) => (tp + fp + fn === 0 ? '–' : f1.toFixed(2))
  const head = ['F1', ...columns.map(({ name, score }) => `${name} (${score.articles[1]})`)]
  const rows = QUOTED.map(([layer, label]) => [
    label,
    ...columns.map(({ score }) => cell(score.layers[layer])),
  ])
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((cells) => cells[i]!.length)))
  const line = (cells: string[]) => `| ${cells.map((c, i) => c.padEnd(widths[i]!)).join(' | ')} |`
  return [line(head), line(widths.map((w) => '-'.repeat(w))), ...rows.map(line)].join('\n')
}
