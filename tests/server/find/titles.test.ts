import { describe, expect, it } from 'vitest'
import { titleIndexOf } from '../../../server/find/titles.ts'

const index = await titleIndexOf([
  ['投资额最大的项目与园区', 'Largest investments'],
  ['谁与谁合作', 'Who cooperates with whom'],
  ['各项目所处阶段', 'The stage of each project'],
])
const found = (query: string) => index.find(query, 10).map(({ at, by }) => [at, by])

describe('titles', () => {
  it.each([
    [
      '项目',
      [
        [0, 'title'],
        [2, 'title'],
      ],
    ],
    [
      '項目',
      [
        [0, 'title'],
        [2, 'title'],
      ],
    ],
    ['largest', [[0, 'title']]],
    ['touzi', [[0, 'pinyin']]],
    ['sysh', [[1, 'initials']]],
    ['Zhě', []],
    ['', []],
  ])('%j finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })

  it('puts what matches by its words before what matches by its sound', async () => {
    const both = await titleIndexOf([['合作'], ['hezuo']])
    expect(both.find('hezuo', 10)).toEqual([
      { at: 1, by: 'title' },
      { at: 0, by: 'pinyin' },
    ])
  })
})
