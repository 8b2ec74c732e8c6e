import { expect, it } from 'vitest'
import { calledIn, endsOf } from '../../../ingest/relate/facts/ends.ts'

it.each([
  ['枢纽中心占地', ['珠西物流枢纽中心'], 4],
  ['这座中心占地', ['珠西物流枢纽中心'], 2],
  ['心中有数', ['珠西物流枢纽中心'], 0],
  ['园区占地', ['云帆产业园', '云帆产业园区'], 2],
  ['珠西物流枢纽中心占地', ['珠西物流枢纽中心'], 5],
  ['园', ['云帆产业园'], 0],
  ['', ['云帆产业园'], 0],
])('%s calls %s by so many last characters', (words, names, n) => {
  expect(calledIn(words, endsOf(names))).toBe(n)
})
