import { describe, expect, it } from 'vitest'
import { withFiveYears } from '../../../ingest/recognize/five-years.ts'
import type { Sentence } from '../../../model/article.ts'

const plansIn = (line: string) =>
  withFiveYears([], [{ line, sentence: { start: 3, end: 3 + line.length } as Sentence }]).map((c) =>
    line.slice(c.start - 3, c.end - 3),
  )

describe('the years of a plan', () => {
  it.each([
    ['“十四五”以来,云江通了高铁。', ['“十四五”']],
    ['面向“十五五”,云江要修港。', ['“十五五”']],
  ])('stand for it: %s', (line, plans) => {
    expect(plansIn(line)).toEqual(plans)
  })

  it.each(['云江市“十四五”规划印发。', '写进“十四五”国民经济发展规划。', '二十五五折。'])(
    'are part of its title, or none: %s',
    (line) => {
      expect(plansIn(line)).toEqual([])
    },
  )
})
