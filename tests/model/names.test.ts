import { expect, it } from 'vitest'
import { otherNames } from '../../model/names.ts'

it.each([
  ['三大战略', ['“三大战略”', '三大战略', '三大 战略', '「三大战略」'], []],
  [
    '中国信息通信研究院',
    ['“中国信通院”', '中国信息通信研究院', '中国信通院', '信通院'],
    ['中国信通院', '信通院'],
  ],
  ['“云江”服务平台', ['云江服务平台', '“云江”平台'], ['“云江”平台']],
  ['云江(东区)', ['云江东区'], ['云江东区']],
])('keeps what else %s is called, without the name and its quotes', (name, forms, others) => {
  expect(otherNames(name, forms)).toEqual(others)
  expect(otherNames(name, [...forms].reverse())).toEqual(others)
})
