/** A comparison as a table for a spreadsheet: counts, then what they count, a column for each thing. Pure. */
import type { EntityBrief } from '../../../model/api.ts'
import type { ComparedEntity, Comparison } from '../../../model/comparison.ts'
import type { Cell, Sheet } from '../../exchange/sheet.ts'
import { periodWord } from '../../words/period-word.ts'
import { type Language, say, typeWord } from '../../words/words.ts'
import { amountOf } from '../inspector/amounts.ts'
import { commonWord, metricWord, ownWord, rowWord, startsOf, stepWord } from './row-words.ts'

export function comparisonSheet(comparison: Comparison, language: Language): Sheet {
  const { entities, articles, rows, metrics, common } = comparison
  const list = language === 'zh' ? '；' : '; '
  const total = rows.flatMap(({ kind, stage, cells }): Cell[][] => {
    const word = [
      typeWord(kind, language),
      ...(stage === undefined ? [] : [rowWord({ kind, stage }, language)]),
    ].join(' · ')
    const names = stage === undefined ? itemsOf(cells.map(({ items }) => items)) : []
    return [
      [word, '', ...cells.map((cell) => cell.total)],
      ...names.map((item) => [
        word,
        nameOf(item),
        ...cells.map(({ items }, i) => {
          const own = items.find(({ id }) => id === item.id)
          return own ? wayOf(own, entities[i]!.id, language) : ''
        }),
      ]),
    ]
  })
  return {
    name: say(language, 'compare'),
    columns: [
      { title: say(language, 'compareCategory'), width: 16 },
      { title: say(language, 'compareName'), width: 28 },
      ...entities.map((entity) => ({ title: nameOf(entity), width: 28 })),
    ],
    rows: [
      [say(language, 'articleRow'), '', ...articles.map((cell) => cell.total)],
      ...total,
      ...metrics.items.map((row) => [
        say(language, 'facts'),
        metricWord(row, language),
        ...row.cells.map(({ items }) =>
          items
            .map((fact) =>
              [amountOf(fact, language), periodWord(fact.period, language), ownWord(fact, row.metric)]
                .filter(Boolean)
                .join(' '),
            )
            .join(list),
        ),
      ]),
      ...common.items.map(({ entity, cells }) => [
        commonWord(entities.length, language),
        nameOf(entity),
        ...cells.map((steps, i) => steps.map((step) => stepWord(step, entities[i]!.id, language)).join(list)),
      ]),
    ],
  }
}

/** Each once, in the order of the first list that has it; shared ones stand first in each. */
const itemsOf = (lists: readonly (readonly ComparedEntity[])[]): ComparedEntity[] =>
  [...new Map(lists.flat().map((item) => [item.id, item])).values()].sort((a, b) => b.holders - a.holders)

const nameOf = ({ name, beside }: EntityBrief): string => (beside ? `${name}（${beside}）` : name)

function wayOf({ steps, through }: ComparedEntity, start: string, language: Language): string {
  const starts = startsOf(steps, start)
  return steps
    .map((step, i) => [stepWord(step, starts[i]!, language), through[i]?.name ?? ''].join(' ').trim())
    .join(' ')
}
