import { describe, expect, it } from 'vitest'
import { monthsOf } from '../../../../model/months.ts'
import { bucketsOf, outsideOf } from '../../../../web/panels/time/months.ts'

describe('months', () => {
  it.each([
    ['2021', '2021-01', '2021-12'],
    ['2021-03', '2021-03', '2021-03'],
    ['2021-03-09', '2021-03', '2021-03'],
    ['2020-11/2021-02', '2020-11', '2021-02'],
    ['2020/2021', '2020-01', '2021-12'],
    ['../2020-11-30', '2020-11', '2020-11'],
    ['2021-01-01/..', '2021-01', '2021-01'],
  ])('of %s are %s to %s', (time, from, to) => {
    expect(monthsOf(time)).toEqual({ from, to })
  })

  it('of what names no year are none', () => {
    expect(monthsOf('')).toBe(null)
    expect(monthsOf('春季')).toBe(null)
  })
})

describe('the histogram', () => {
  it('counts month by month, a whole year by its share', () => {
    const buckets = bucketsOf([
      { time: '2021', count: 12 },
      { time: '2021-03-09', count: 2 },
    ])
    expect(buckets).toHaveLength(12)
    expect(buckets.map(({ count }) => count)).toEqual([1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1])
  })

  it('counts year by year where there are many', () => {
    const buckets = bucketsOf([
      { time: '1990-05', count: 1 },
      { time: '2024-02', count: 3 },
    ])
    expect(buckets[0]).toEqual({ from: '1990-01', to: '1990-12', count: 1 })
    expect(buckets.at(-1)).toEqual({ from: '2024-01', to: '2024-12', count: 3 })
  })

  it('is not squeezed by one far mention', () => {
    const rows = [
      { time: '1904', count: 1 },
      ...Array.from({ length: 12 }, (_, i) => ({
        time: `2021-${String(i + 1).padStart(2, '0')}`,
        count: 20,
      })),
    ]
    expect(bucketsOf(rows)[0]!.from).toBe('2021-01')
    // of few mentions one is more than a hundredth
    const few = rows.map((row) => ({ ...row, count: Math.ceil(row.count / 10) }))
    expect(bucketsOf(few)[0]!.from).toBe('2021-01')
  })

  it('is empty where nothing is dated', () => {
    expect(bucketsOf([{ time: '', count: 3 }])).toEqual([])
  })
})

it('leaves out what nothing of the period stands behind', () => {
  const activity = {
    times: ['2021-03-09', '2022', '2020/2021'],
    nodes: [
      ['a', [0], []],
      ['b', [1], [2]],
      ['c', [], []],
    ] as [string, number[], number[]][],
    edges: [['e', [0, 1], []]] as [string, number[], number[]][],
  }
  expect([...outsideOf(activity, { by: 'published', from: '2021-01', to: '2021-06' })]).toEqual(['b', 'c'])
  expect([...outsideOf(activity, { by: 'spoken', from: '2021-01', to: '2021-06' })]).toEqual(['a', 'c', 'e'])
  expect([...outsideOf(activity, { by: 'published', from: '2022-05', to: '2022-05' })]).toEqual(['a', 'c'])
})
