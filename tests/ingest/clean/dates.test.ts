import { describe, expect, it } from 'vitest'
import { yearSpokenOf } from '../../../ingest/clean/dates.ts'

describe('the last year that a text looks back on', () => {
  it.each([
    ['2013年,园区起步;2021年4月,一期投产。', '2021'],
    ['2013年,园区起步,预计2027年建成。', '2013'],
    ['2020年签约,到2035年产值达到百亿元。', '2020'],
    ['2020年签约,2025年底前投用。', '2020'],
    ['2020年签约,前三季度开工。', '2020'],
    ['依据《青石区规划(2021—2035年)》,2022年开工。', '2022'],
    ['依据《2030年行动方案》,2022年开工。', '2022'],
    ['上世纪八十年代,这里是荒滩。', ''],
    ['二〇二一年开工。', ''],
  ])('%s', (text, year) => expect(yearSpokenOf(text)).toBe(year))

  // looking for a title's beginning through all of the text would not end within the time that a test has
  it('is found in a long text that only looks ahead', () =>
    expect(yearSpokenOf('到2035年'.repeat(200_000))).toBe(''))
})
