import { expect, it } from 'vitest'
import { byText } from '../../model/order.ts'

it('orders text by its code units, and calls equal text equal', () => {
  expect(['水', '火', 'b', 'a'].sort(byText)).toEqual(['a', 'b', '水', '火'])
  expect(byText('水', '水')).toBe(0)
})
