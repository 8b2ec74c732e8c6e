import { expect, it } from 'vitest'
import { stretchesOf } from '../../../web/canvas/uploads.ts'

it.each([
  [[], []],
  [[7], [[7, 7]]],
  [[3, 1, 2, 1], [[1, 3]]],
  // what lies between two that are near is sent along: one call is quicker than two
  [[10, 0], [[0, 10]]],
  [
    [500, 0, 501],
    [
      [0, 0],
      [500, 501],
    ],
  ],
])('sends items %j in stretches %j', (changed, stretches) => {
  expect(stretchesOf(changed)).toEqual(stretches)
})
