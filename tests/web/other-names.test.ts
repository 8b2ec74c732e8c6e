import { expect, it } from 'vitest'
import { otherNames } from '../../web/other-names.ts'

it('keeps what else a thing is called, without the name and its quotes', () => {
  expect(otherNames('三大战略', ['“三大战略”', '三大战略', '三大 战略'])).toEqual([])
  expect(
    otherNames('中国信息通信研究院', ['“中国信通院”', '中国信息通信研究院', '中国信通院', '信通院']),
  ).toEqual(['中国信通院', '信通院'])
})
