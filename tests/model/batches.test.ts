import { expect, it } from 'vitest'
import { batchesOf } from '../../model/batches.ts'

it('lays a list in batches, in its order, the last one shorter', () => {
  expect([...batchesOf([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]])
})

it('has no batch of an empty list', () => {
  expect([...batchesOf([], 2)]).toEqual([])
})
