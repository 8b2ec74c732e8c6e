import { expect, it } from 'vitest'
import { leastOf, radiusOf } from '../../../web/scene/scene.ts'

it.each([
  [1, 12],
  [150, 12],
  [600, 6],
])('among %i strategies each has a radius of %i at least', (strategies, radius) => {
  expect(radiusOf('Strategy', 1, leastOf(strategies))).toBeCloseTo(radius)
})

it('among thousands of strategies one is as large as its articles make it, like any other', () => {
  expect(radiusOf('Strategy', 4, leastOf(3_000))).toBe(radiusOf('Project', 4))
})
