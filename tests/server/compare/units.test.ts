/** Units that can be compared. */
import { expect, it } from 'vitest'
import { measured } from '../../../server/compare/units.ts'

it.each([
  ['money', '亿元', '万元'],
  ['areas', '万平方米', '亩'],
  ['lengths', '千米', '米'],
  ['power', '千瓦', '万千瓦'],
  ['people', '万人', '名'],
])('%s: %s and %s measure the same', (_, one, other) => {
  expect(measured(one)).toBe(measured(other))
})
it.each([
  ['亿元', '亿美元'],
  ['元', '元/亩'],
  ['百分点', '%'],
  ['平方米', '立方米'],
  ['人', '人次'],
])('%s and %s do not', (one, other) => {
  expect(measured(one)).not.toBe(measured(other))
})
