/** How rows, relations and what is shared are said, on the page and in a file. Pure. */
import type { FactRow } from '../../../model/api.ts'
import type { ComparedMetric, ComparedRow, ComparedStep } from '../../../model/comparison.ts'
import { STATUSES } from '../../../model/ontology.ts'
import { edgeWord } from '../../words/edge-word.ts'
import { type Language, say, typeWord } from '../../words/words.ts'
import { comparisonOf } from '../inspector/amounts.ts'

/** A stage's row by the stage alone: it stands under that of all projects. */
export const rowWord = ({ kind, stage }: Pick<ComparedRow, 'kind' | 'stage'>, language: Language): string =>
  stage === undefined
    ? typeWord(kind, language)
    : stage === ''
      ? say(language, 'stageNone')
      : STATUSES[stage][language]

export const metricWord = (row: ComparedMetric, language: Language): string =>
  [row.metric, comparisonOf(row, language)].filter(Boolean).join(' · ')

/** What a fact is called in its text; '' where its row is called so. */
export const ownWord = ({ metric }: Pick<FactRow, 'metric'>, row: string): string =>
  metric === row ? '' : metric

/** With an arrow from where it is looked at. */
export const stepWord = ({ type, level, from }: ComparedStep, at: string, language: Language): string =>
  `${from === at ? '→' : '←'} ${edgeWord(type, level, language)}`

export const sharedWord = (holders: number, all: number, language: Language): string =>
  all === 2 ? say(language, 'shared') : say(language, 'sharedBy', { n: holders, all })

export const commonWord = (all: number, language: Language): string =>
  say(language, all === 2 ? 'inCommon' : 'inCommonOfSeveral')

/** Where each step of a way starts. */
export const startsOf = (steps: readonly ComparedStep[], start: string): string[] => {
  const starts = [start]
  for (const { from, to } of steps) starts.push(from === starts.at(-1) ? to : from)
  return starts.slice(0, -1)
}
