import { expect, it } from 'vitest'
import { Periods } from '../../../ingest/relate/facts/periods.ts'

it.each([
  ['2031年新增5家,2032年新增8家', '8', '2032'],
  ['前三季度增长9%,1-10月增长8%', '8%', '2031-01/2031-10'],
  ['2032年产值80亿元,比2031年增长9%', '9%', '2032'],
  ['2031年至2032年8月引进30家', '30', '2031'],
  ['今年新增8家', '8', '2031'],
])('the time of a number in %s', (line, number, wanted) => {
  expect(new Periods(line, '2031', '2031-12-01', []).at(line.indexOf(number))).toBe(wanted)
})

it.each([
  ['成立于2031年的青禾集团拿出52亿元', '52', '2031', ''],
  ['新区2031年4月获批,面积80平方公里', '80', '2031-04', ''],
  ['青禾集团2031年成立,2033年产值8亿元', '8亿', '2031', '2033'],
  ['成立于2031年的企业有5家,2033年新增8家', '5家', '2031', ''],
  ['2031年成立后产值8亿元', '8亿', '2031', ''],
  ['2031年获批项目30个', '30', '2031', '2031'],
  ['2031年建成30个', '30', '2031', '2031'],
])('is not since when there is a thing: %s', (line, number, whole, wanted) => {
  expect(new Periods(line, whole, '2033-12-01', []).at(line.indexOf(number))).toBe(wanted)
})

it('is not the one in a name', () => {
  const line = '5月6日,2032年招商大会签下30个项目'
  const names = [{ start: line.indexOf('2032'), end: line.indexOf('签') }]
  expect(new Periods(line, '2032-05-06', '2032-05-07', names).at(line.indexOf('30'))).toBe('2032-05-06')
})
