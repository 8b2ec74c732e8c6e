/** What a run did, for people. */
import { spanOf } from './progress.ts'
import type { IngestReport } from './run.ts'

const MANY = 20

/** What could not be read and why, a line each. */
export const failureLines = ({ failures }: IngestReport): string[] => [
  ...failures.slice(0, MANY).map(({ file, message, hint }) => `${file}: ${message} ${hint}`.trim()),
  ...(failures.length > MANY
    ? [`… and ${failures.length - MANY} more that could not be read (--json lists them all)`]
    : []),
]

const many = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

/** What was read, folded and left, and what became of the graph. */
export function reportLines(report: IngestReport): string[] {
  const { read, unchanged, replaced, folded, failures, passedOver, gone, removed, articles, graph } = report
  const change = ({ put, removed: out }: { put: number; removed: number }) => `+${put} −${out}`
  const seconds = report.milliseconds / 1000
  return [
    `${read} read (${unchanged} unchanged, ${many(replaced, 'file')} changed, ${failures.length} failed) in ${seconds < 60 ? `${seconds.toFixed(1)} s` : spanOf(seconds)}`,
    ...(folded > 0
      ? [
          `${many(folded, 'reprint')} folded into the articles that ${folded === 1 ? 'it repeats' : 'they repeat'}`,
        ]
      : []),
    ...passedOverLines(passedOver),
    ...nothingLines(report),
    ...(gone.length > 0
      ? [
          removed
            ? `${many(gone.length, 'file')} taken out: ${listOf(gone)}`
            : `${many(gone.length, 'file')} ${gone.length === 1 ? 'is' : 'are'} gone from these folders; what ${gone.length === 1 ? 'it' : 'they'} said stays (--remove-gone takes it out): ${listOf(gone)}`,
        ]
      : []),
    `graph: ${many(articles, 'article')}, nodes ${change(graph.nodes)}, relationships ${change(graph.edges)}`,
  ]
}

/** Said where paths hold nothing at all. */
export const nothingLines = (found: {
  read: number
  failures: readonly unknown[]
  passedOver: readonly string[]
  gone?: readonly string[]
  removed?: boolean
}): string[] =>
  !(found.removed && found.gone?.length) && found.read + found.failures.length + found.passedOver.length === 0
    ? ['No file found: a folder is read with all that is below it, but for hidden files and links.']
    : []

/** Which files were not looked into. */
export const passedOverLines = (passedOver: readonly string[]): string[] =>
  passedOver.length > 0
    ? [`${passedOver.length} files of other kinds passed over (${kindsOf(passedOver)})`]
    : []

const listOf = (names: readonly string[]) =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? `, … (${names.length})` : '')

const kindsOf = (names: readonly string[]) =>
  [...new Set(names.map((name) => /\.[^./]+$/.exec(name)?.[0].toLowerCase() ?? 'no ending'))]
    .sort()
    .slice(0, 8)
    .join(' ')
